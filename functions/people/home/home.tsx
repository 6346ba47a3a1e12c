import { type Cohort, cohorts } from '../../../shared/cohort/cohort.ts';
import { homeOf } from '../../../shared/desk/cohort-visit.ts';
import { moment, shortDay } from '../../../shared/desk/format.ts';
import { deskReply } from '../../../shared/desk/frame.tsx';
import { MailNote } from '../../../shared/desk/mail-note.tsx';
import { Table } from '../../../shared/desk/table.tsx';
import type { MemberVisit } from '../../../shared/desk/visit.ts';
import { words } from '../../../shared/desk/words.ts';
import { stageMail } from '../../../shared/letter/stage-mail.ts';
import { may } from '../../../shared/member/rights.ts';
import type { Parked } from '../../../shared/parked/parked.ts';
import { prefixOf } from '../../../shared/table/keys.ts';
import type { Reply } from '../../../shared/web/http.ts';
import { openParked } from './parked.ts';
import { StageSwitch } from './stage-switch.tsx';

const texts = {
  de: {
    title: 'Jahrgänge',
    create: 'Jahrgang anlegen',
    emptyTitle: 'Noch kein Jahrgang',
    empty:
      'Ein Jahrgang ist eine Gruppe, die sich gemeinsam anmeldet, gepaart wird und gemeinsam abschließt. Die Vorgaben lassen sich übernehmen; verschickt wird erst nach Ihrem Start.',
    emptyForOthers: 'Eine Administratorin oder ein Administrator gibt Ihnen die Jahrgänge, mit denen Sie arbeiten.',
    name: 'Name',
    state: 'Stand',
    launched: 'Gestartet',
    notYet: 'noch nicht',
    enrolment: 'Anmeldung bis',
    period: 'Zeitraum',
    parked: 'Liegen geblieben',
    parkedHint:
      'Das hier ist mehrmals fehlgeschlagen. Die Technik versucht es einen Tag lang von selbst weiter; danach braucht es einen Menschen.',
    nothingParked: 'Nichts ist liegen geblieben.',
    function: 'Funktion',
    event: 'Ereignis',
    attempts: 'Versuche',
    since: 'Seit',
    error: 'Fehler',
    states: {
      waiting: 'wird wieder versucht',
      'for-a-person': 'braucht einen Menschen',
      delivered: 'erledigt',
      dropped: 'verworfen',
    },
  },
  en: {
    title: 'Cohorts',
    create: 'Create a cohort',
    emptyTitle: 'No cohort yet',
    empty:
      'A cohort is a group that enrols, is paired and closes together. The defaults can be accepted; nothing is sent before you launch.',
    emptyForOthers: 'An admin gives you the cohorts that you work with.',
    name: 'Name',
    state: 'State',
    launched: 'Launched',
    notYet: 'not yet',
    enrolment: 'Enrolment until',
    period: 'Period',
    parked: 'Parked',
    parkedHint: 'These have failed several times. The system goes on trying for a day; after that a person is needed.',
    nothingParked: 'Nothing is parked.',
    function: 'Function',
    event: 'Event',
    attempts: 'Attempts',
    since: 'Since',
    error: 'Error',
    states: {
      waiting: 'will be tried again',
      'for-a-person': 'needs a person',
      delivered: 'settled',
      dropped: 'dropped',
    },
  },
} as const;

/** GET /desk */
export async function home(visit: MemberVisit): Promise<Reply> {
  const { needs, language, member } = visit;
  const [known, open, mail] = await Promise.all([
    Array.fromAsync(needs.table.list(cohorts, ['cohorts'], prefixOf.cohort)),
    openParked(needs.table, member),
    needs.table.get(stageMail, {}),
  ]);
  const all = known.filter(({ cohortId }) => may(member, 'see a cohort', cohortId));
  const text = texts[language];
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
        {all.length > 0 ? <Cohorts list={newestFirst(all)} visit={visit} /> : <Empty visit={visit} />}
        <h2>{text.parked}</h2>
        {open.length > 0 ? <p class="note care">{text.parkedHint}</p> : null}
        <Table caption={text.parked} empty={text.nothingParked} rows={open} columns={parkedColumns(visit)} />
        <StageSwitch mail={mail} visit={visit} />
      </>
    ),
  });
}

const newestFirst = (list: Cohort[]) => list.sort((a, b) => b.createdAt.localeCompare(a.createdAt));

function Empty({ visit }: { visit: MemberVisit }) {
  const text = texts[visit.language];
  const mayCreate = may(visit.member, 'create a cohort');
  return (
    <section class="sheet">
      <h2>{text.emptyTitle}</h2>
      <p>{mayCreate ? text.empty : text.emptyForOthers}</p>
      {mayCreate ? (
        <p>
          <a class="button" href="/desk/cohorts/new">
            {text.create}
          </a>
        </p>
      ) : null}
    </section>
  );
}

function Cohorts({ list, visit }: { list: readonly Cohort[]; visit: MemberVisit }) {
  const { language } = visit;
  const text = texts[language];
  return (
    <Table
      caption={text.title}
      empty=""
      rows={list}
      columns={[
        { title: text.name, cell: ({ cohortId, name }) => <a href={homeOf(cohortId)}>{name}</a> },
        { title: text.state, cell: ({ state }) => <span class="badge">{words[language].cohort[state]}</span> },
        {
          title: text.launched,
          cell: ({ launchedAt, timeZone }) => (launchedAt ? moment(launchedAt, language, timeZone) : text.notYet),
        },
        { title: text.enrolment, cell: ({ enrolmentDeadline }) => shortDay(enrolmentDeadline, language) },
        { title: text.period, cell: ({ start, end }) => `${shortDay(start, language)} – ${shortDay(end, language)}` },
      ]}
    />
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
