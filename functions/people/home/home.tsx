import { type Cohort, cohorts } from '../../../shared/cohort/cohort.ts';
import { canEnd } from '../../../shared/cohort/draft.ts';
import { moment } from '../../../shared/desk/format.ts';
import { deskReply } from '../../../shared/desk/frame.tsx';
import { MailNote } from '../../../shared/desk/mail-note.tsx';
import { Table } from '../../../shared/desk/table.tsx';
import type { MemberVisit } from '../../../shared/desk/visit.ts';
import { stageMail } from '../../../shared/letter/stage-mail.ts';
import { may } from '../../../shared/member/rights.ts';
import type { Parked } from '../../../shared/parked/parked.ts';
import { prefixOf } from '../../../shared/table/keys.ts';
import { localDate } from '../../../shared/time/local.ts';
import type { Reply } from '../../../shared/web/http.ts';
import { CohortCard } from './cohort-card.tsx';
import { WaitsForMe, WentWrong } from './lists.tsx';
import { openParked } from './parked.ts';
import { StageSwitch } from './stage-switch.tsx';
import { texts } from './texts.ts';
import { standOf } from './waiting.ts';

/** GET /desk */
export async function home(visit: MemberVisit): Promise<Reply> {
  const { needs, language, member, trigger } = visit;
  const [known, open, mail] = await Promise.all([
    Array.fromAsync(needs.table.list(cohorts, ['cohorts'], prefixOf.cohort)),
    openParked(needs.table, member),
    needs.table.get(stageMail, {}),
  ]);
  const all = newestFirst(known.filter(({ cohortId }) => may(member, 'see a cohort', cohortId)));
  const stands = await Promise.all(all.filter(({ state }) => canEnd(state)).map((cohort) => standOf(visit, cohort)));
  const text = texts[language];
  const admin = member.role === 'admin';
  return deskReply(visit, {
    title: text.title,
    children: (
      <>
        <div class="cohort-head">
          <h1>{text.title}</h1>
          {all.length > 0 && may(member, 'create a cohort') ? (
            <a class="button" href="/desk/cohorts/new">
              {text.create}
            </a>
          ) : null}
        </div>
        <MailNote mail={mail} visit={visit} />
        {all.length === 0 ? <Empty visit={visit} /> : null}
        {all.map((cohort) => (
          <CohortCard
            key={cohort.cohortId}
            cohort={cohort}
            today={localDate(trigger.at, cohort.timeZone)}
            language={language}
          />
        ))}
        {all.length > 0 ? (
          <>
            {member.role === 'reader' ? null : (
              <WaitsForMe list={stands.map(({ waiting }) => waiting)} language={language} />
            )}
            <WentWrong list={stands.map(({ wrong }) => wrong)} language={language} />
          </>
        ) : null}
        <h3>{text.parked}</h3>
        {open.length > 0 ? <p class="note care">{text.parkedHint}</p> : null}
        <Table caption={text.parked} empty={text.nothingParked} rows={open} columns={parkedColumns(visit)} />
        <StageSwitch mail={mail} visit={visit} />
        {admin ? (
          <p>
            <a href="/desk/audit">{text.audit}</a>
          </p>
        ) : null}
      </>
    ),
  });
}

const newestFirst = (list: Cohort[]) => list.sort((a, b) => b.createdAt.localeCompare(a.createdAt));

function Empty({ visit }: { visit: MemberVisit }) {
  const text = texts[visit.language];
  if (!may(visit.member, 'create a cohort')) {
    return (
      <section class="sheet">
        <h2>{text.emptyTitleForOthers}</h2>
        <p>{text.emptyForOthers}</p>
      </section>
    );
  }
  return (
    <section class="sheet">
      <h2>{text.emptyTitle}</h2>
      <p>{text.empty}</p>
      <ol>
        {text.emptySteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>
        <a class="button" href="/desk/cohorts/new">
          {text.create}
        </a>
      </p>
    </section>
  );
}

/** Ids and errors only: what the function was called with is shown nowhere. */
const parkedColumns = ({ language }: MemberVisit) => {
  const text = texts[language];
  return [
    { title: text.function, cell: (each: Parked) => each.function },
    { title: text.event, cell: ({ eventId }: Parked) => <code>{eventId}</code> },
    {
      title: text.state,
      cell: ({ state }: Parked) => (
        <span class={state === 'for-a-person' ? 'badge bad' : 'badge care'}>{text.states[state]}</span>
      ),
    },
    { title: text.attempts, number: true, cell: ({ attempts }: Parked) => attempts },
    { title: text.since, cell: ({ firstParkedAt }: Parked) => moment(firstParkedAt, language, 'Europe/Berlin') },
    { title: text.error, cell: ({ error }: Parked) => error.slice(0, 200) },
  ];
};
