import { Action } from '../../shared/desk/form.tsx';
import { moment } from '../../shared/desk/format.ts';
import { deskReply } from '../../shared/desk/frame.tsx';
import type { MemberVisit } from '../../shared/desk/visit.ts';
import { words } from '../../shared/desk/words.ts';
import { letterIdOf, letters } from '../../shared/letter/letter.ts';
import { namesAsCoordinator } from '../../shared/member/hand-over.ts';
import type { Reply } from '../../shared/web/http.ts';
import type { Faults, Typed } from './access.ts';
import { AccessFields } from './access-fields.tsx';
import { allCohorts, type Colleague } from './colleagues.ts';
import { Done } from './done.tsx';
import { History, historyOf } from './history.tsx';
import { invitationTo } from './invite.tsx';
import { type Texts, texts } from './texts.ts';

const typedOf = ({ name, address, role, cohorts, member }: Colleague, language: 'de' | 'en'): Typed => ({
  name,
  address,
  role,
  language: member?.language ?? language,
  cohorts: cohorts === 'all' ? [] : cohorts,
  everyCohort: cohorts === 'all' && role === 'reader',
});

/** Somebody at the desk: what they may do, what an admin can do about it, and what happened so far. */
export async function memberPage(
  visit: MemberVisit,
  colleague: Colleague,
  { typed, faults = {} }: { typed?: Typed; faults?: Faults } = {},
): Promise<Reply> {
  const { language, member: self } = visit;
  const text = texts[language];
  const { name, address, standing, byConfig } = colleague;
  const home = `/desk/staff/${colleague.memberId}`;
  const [known, history, letter] = await Promise.all([
    allCohorts(visit),
    historyOf(visit, colleague),
    letterState(visit, colleague),
  ]);
  const named = known.filter((cohort) => namesAsCoordinator(cohort, address)).map((cohort) => cohort.name);
  const isSelf = colleague.memberId === self.memberId;
  const fixed = byConfig || isSelf;
  return deskReply(visit, {
    title: name,
    status: Object.keys(faults).length > 0 ? 422 : 200,
    children: (
      <>
        <p>
          <a href="/desk/staff">{text.back}</a>
        </p>
        <div class="cohort-head">
          <h1>{name}</h1>
          <span class={standing === 'expired' ? 'badge care' : 'badge'}>{text.standings[standing]}</span>
        </div>
        <Done visit={visit} />
        <p class="quiet">{address}</p>
        <Dates colleague={colleague} language={language} text={text} letter={letter} />
        {standing === 'invited' || standing === 'expired' || (standing === 'ended' && colleague.member?.invited) ? (
          <div class="actions">
            <Action to={`${home}/invitation`} label={text.again} plain />
          </div>
        ) : null}
        {standing === 'ended' ? null : (
          <>
            <h2>{text.facts}</h2>
            {fixed ? <p class="note">{byConfig ? text.config : text.own}</p> : null}
            {colleague.member ? (
              <form method="post" action={`${home}/access`} class="sheet">
                <AccessFields
                  typed={typed ?? typedOf(colleague, language)}
                  faults={faults}
                  known={known}
                  text={text}
                  fixed={fixed}
                />
                <div class="actions">
                  <button type="submit">{text.save}</button>
                </div>
              </form>
            ) : null}
            <p>
              <a href={isSelf ? '/desk/staff/hand-over' : `${home}/hand-over`}>{text.handTheirs}</a>
            </p>
          </>
        )}
        {fixed || standing === 'ended' ? null : (
          <section>
            <h2>{text.endTitle}</h2>
            <p class="quiet">{text.endHint}</p>
            {named.length > 0 ? <p class="note care">{text.stillNamed(named.join(', '))}</p> : null}
            <div class="actions">
              <Action to={`${home}/end`} label={text.end} plain />
            </div>
          </section>
        )}
        <History rows={history} language={language} text={text} />
      </>
    ),
  });
}

function Dates({
  colleague: { member, standing },
  language,
  text,
  letter,
}: {
  colleague: Colleague;
  language: 'de' | 'en';
  text: Texts;
  letter: string | undefined;
}) {
  const when = (at: string) => moment(at, language, 'Europe/Berlin');
  const { invited, endedAt, signedInAt } = member ?? {};
  return (
    <p>
      {text.lastIn}: {signedInAt ? when(signedInAt) : text.never}.{' '}
      {invited && standing !== 'active' && standing !== 'ended' ? (
        <>
          {text.invited(when(invited.at))}{' '}
          {standing === 'expired' ? text.expired(when(invited.until)) : text.until(when(invited.until))}{' '}
          {letter ? text.letter(letter) : null}
        </>
      ) : null}
      {standing === 'ended' && endedAt ? text.ended(when(endedAt)) : null}
    </p>
  );
}

/** What became of the last invitation. */
async function letterState(
  { needs, language }: MemberVisit,
  { memberId, member }: Colleague,
): Promise<string | undefined> {
  if (!member?.invited) return undefined;
  const plan = invitationTo(memberId, member.invited.times);
  const letter = await needs.table.get(letters, { scope: plan.scope, letterId: letterIdOf(plan) });
  return letter && words[language].letter[letter.state];
}
