import { launched } from '../../../shared/cohort/cohort.ts';
import { cohortReply } from '../../../shared/desk/cohort-frame.tsx';
import { homeOf } from '../../../shared/desk/cohort-visit.ts';
import { Action } from '../../../shared/desk/form.tsx';
import { moment, shortDay } from '../../../shared/desk/format.ts';
import { Table } from '../../../shared/desk/table.tsx';
import { words } from '../../../shared/desk/words.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { may } from '../../../shared/member/rights.ts';
import type { VisiblePair } from '../../../shared/pair/visible.ts';
import { waitsForLetter } from '../../../shared/participant/invite.ts';
import type { Session } from '../../../shared/session/session.ts';
import { hoursText } from '../../../shared/submission/hours.ts';
import type { Reply } from '../../../shared/web/http.ts';
import { Steps } from './actions.tsx';
import { CorrectForm } from './correct-form.tsx';
import type { Done } from './history.ts';
import { type Around, type PersonVisit, partnerIn } from './load.ts';
import type { Wrong } from './person.ts';
import { hrefOfPerson, texts } from './texts.ts';

export interface Shown {
  readonly near: Around;
  readonly history: readonly Done[];
  readonly mayAskAgain: boolean;
  readonly mayUndo: boolean;
  readonly wrong: Wrong;
}

/** One person: what is known, what can be done, and what has happened, as far as HR may see it. */
export function personReply(visit: PersonVisit, shown: Shown): Reply {
  const { person, cohort, language, member, request } = visit;
  const text = texts[language];
  const home = hrefOfPerson(cohort.cohortId, person);
  const done = text.done[request.query.get('done') ?? ''];
  const bad = Object.keys(shown.wrong).length > 0;
  return cohortReply(visit, {
    title: person.name,
    tab: 'people',
    ...(bad ? { status: 422 } : {}),
    children: (
      <>
        <p>
          <a href={`${homeOf(cohort.cohortId)}/people`}>{text.back}</a>
        </p>
        <div class="cohort-head">
          <h1>{person.name}</h1>
          <span class="badge">{words[language].participant[person.state]}</span>
        </div>
        {done && !bad ? (
          <div class="note" role="status">
            {done}
            {shown.mayUndo && request.query.get('done') === 'corrected' && member.role !== 'reader' ? (
              <Action to={`${home}/undo`} label={text.undo} plain />
            ) : null}
          </div>
        ) : null}
        {launched(cohort) && waitsForLetter(person) ? (
          <p class="note">
            {text.notWritten} <a href={`${homeOf(cohort.cohortId)}/launch`}>{text.write}</a>
          </p>
        ) : null}
        <Facts visit={visit} />
        {member.role === 'reader' ? null : (
          <div class="readable">
            <CorrectForm visit={visit} wrong={shown.wrong} />
            <Steps visit={visit} shown={shown} />
          </div>
        )}
        <Pairs visit={visit} near={shown.near} />
        <Letters visit={visit} near={shown.near} />
        <History visit={visit} history={shown.history} />
        {may(member, 'see the audit', cohort.cohortId) ? (
          <p>
            <a href={`${homeOf(cohort.cohortId)}/audit?person=${person.personId}`}>{text.audit}</a>
          </p>
        ) : null}
      </>
    ),
  });
}

function Facts({ visit: { person, cohort, language } }: { visit: PersonVisit }) {
  const text = texts[language];
  const { self, hr, role, address, capacity, invitedAt, confirmedAt } = person;
  const when = (at: string | undefined) => (at ? moment(at, language, cohort.timeZone) : undefined);
  const away = hr?.away && `${shortDay(hr.away.from, language)} – ${shortDay(hr.away.to, language)}`;
  const rows: readonly (readonly [string, string | number | undefined])[] = [
    [text.role, words[language].role[role]],
    [text.employeeId, hr?.employeeId],
    [text.address, address],
    [text.level, hr?.level],
    [text.unit, hr?.unit],
    [text.site, hr?.site],
    [text.employment, hr && text.status[hr.status]],
    [text.away, away],
    [text.hours, hoursText(self.hours)],
    [text.languages, self.languages.join(', ')],
    [text.topics, self.topics.join(', ')],
    [text.capacity, capacity],
    [text.assistant, self.schedulingContact],
    [text.invited, when(invitedAt)],
    [text.confirmed, when(confirmedAt)],
  ];
  return (
    <section>
      <h2>{text.facts}</h2>
      {self.callName ? <p>{text.calls(self.callName)}</p> : null}
      <dl class="facts">
        {rows
          .filter(([, value]) => value !== undefined && value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

function Pairs({ visit: { person, cohort, language }, near }: { visit: PersonVisit; near: Around }) {
  const text = texts[language];
  const word = words[language];
  const { pairs } = near.visible;
  return (
    <>
      <h2>{text.pairs}</h2>
      <Table
        caption={text.pairs}
        empty={text.noPairs}
        rows={pairs}
        columns={[
          { title: text.partner, cell: (pair: VisiblePair) => near.names.get(partnerIn(pair, person.personId)) ?? '–' },
          { title: text.state, cell: ({ state }: VisiblePair) => <span class="badge">{word.pair[state]}</span> },
          {
            title: text.sessions,
            number: true,
            cell: (pair: VisiblePair) => (pair.formedAt ? `${pair.sessions} / ${cohort.sessions}` : '–'),
          },
        ]}
      />
      {pairs.some(({ formedAt }) => formedAt) ? (
        <>
          <h3>{text.sessions}</h3>
          <Table
            caption={text.sessions}
            empty={text.noSessions}
            rows={near.sessions}
            columns={[
              {
                title: text.date,
                cell: ({ date }: Session) => <time dateTime={date}>{shortDay(date, language)}</time>,
              },
              { title: text.state, cell: ({ state }: Session) => text.sessionStates[state] },
            ]}
          />
        </>
      ) : null}
    </>
  );
}

function Letters({ visit: { cohort, language }, near }: { visit: PersonVisit; near: Around }) {
  const text = texts[language];
  const word = words[language];
  const lastOf = ({ settledAt, acceptedAt, plannedAt }: Letter) => settledAt ?? acceptedAt ?? plannedAt;
  return (
    <>
      <h2>{text.letters}</h2>
      <Table
        caption={text.letters}
        empty={text.noLetters}
        rows={near.letters}
        columns={[
          {
            title: text.kind,
            cell: ({ kind, to }: Letter) => (
              <>
                {word.kind[kind]}
                {'assistantOf' in to ? <small class="quiet under">{text.toAssistant}</small> : null}
              </>
            ),
          },
          { title: text.state, cell: ({ state }: Letter) => <span class="badge">{word.letter[state]}</span> },
          { title: text.when, cell: (letter: Letter) => moment(lastOf(letter), language, cohort.timeZone) },
        ]}
      />
    </>
  );
}

function History({ visit: { cohort, language }, history }: { visit: PersonVisit; history: readonly Done[] }) {
  const text = texts[language];
  return (
    <>
      <h2>{text.history}</h2>
      <Table
        caption={text.history}
        empty={text.noHistory}
        rows={history}
        columns={[
          { title: text.when, cell: ({ at }: Done) => moment(at, language, cohort.timeZone) },
          { title: text.what, cell: ({ what }: Done) => what },
          { title: text.by, cell: ({ by }: Done) => by },
          { title: text.why, cell: ({ why }: Done) => why ?? '–' },
        ]}
      />
    </>
  );
}
