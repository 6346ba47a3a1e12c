import { cohortReply } from '../../../shared/desk/cohort-frame.tsx';
import { homeOf } from '../../../shared/desk/cohort-visit.ts';
import { countsBy } from '../../../shared/desk/counts.ts';
import { moment } from '../../../shared/desk/format.ts';
import { Pager, paged, Table } from '../../../shared/desk/table.tsx';
import { words } from '../../../shared/desk/words.ts';
import { reasonText } from '../../../shared/submission/reasons.ts';
import { type Submission, submissionStates } from '../../../shared/submission/submission.ts';
import type { Reply } from '../../../shared/web/http.ts';
import type { CohortVisit } from '../visit.ts';
import { Filter } from './filter.tsx';
import { allSubmissions } from './load.ts';

const texts = {
  de: {
    title: 'Eingänge',
    lead: 'Jede Zeile einer HR-Datei und jedes abgeschickte Formular.',
    all: 'alle',
    none: 'Noch nichts eingegangen.',
    name: 'Name',
    source: 'Woher',
    sources: {
      file: (line?: number) => (line ? `HR-Datei, Zeile ${line}` : 'HR-Datei'),
      form: () => 'Formular',
      hook: () => 'anderes Formular',
      hr: () => 'HR',
    },
    state: 'Stand',
    when: 'Eingegangen',
    why: 'Grund',
  },
  en: {
    title: 'Submissions',
    lead: 'Each line of an HR file, and each form that was sent.',
    all: 'all',
    none: 'Nothing has come in yet.',
    name: 'Name',
    source: 'From',
    sources: {
      file: (line?: number) => (line ? `HR file, line ${line}` : 'HR file'),
      form: () => 'form',
      hook: () => 'other form',
      hr: () => 'HR',
    },
    state: 'State',
    when: 'Received',
    why: 'Why',
  },
} as const;

type State = Submission['state'];
const isState = (state: string): state is State => state in submissionStates.table;
/** What needs somebody comes first. */
const rank: Readonly<Record<State, number>> = {
  rejected: 0,
  'waits-for-hr': 1,
  received: 2,
  corrected: 3,
  accepted: 4,
};

/** GET /desk/cohorts/{cohort}/submissions */
export async function submissions(visit: CohortVisit): Promise<Reply> {
  const { needs, cohort, request, language } = visit;
  const all = await allSubmissions(needs.table, cohort.cohortId);
  const asked = request.query.get('state') ?? '';
  const state = isState(asked) ? asked : undefined;
  const shown = all
    .filter((each) => state === undefined || each.state === state)
    .sort((a, b) => rank[a.state] - rank[b.state] || (a.line ?? 0) - (b.line ?? 0));
  const page = paged(shown, request.query.get('page'));
  const text = texts[language];
  const word = words[language];
  const home = `${homeOf(cohort.cohortId)}/submissions`;
  return cohortReply(visit, {
    title: text.title,
    tab: 'submissions',
    children: (
      <>
        <h1>{text.title}</h1>
        <p class="quiet">{text.lead}</p>
        <Filter
          href={home}
          all={`${text.all} (${all.length})`}
          names={word.submission}
          counts={countsBy(all, (each) => each.state)}
          chosen={state}
        />
        <Table
          caption={text.title}
          empty={text.none}
          rows={page.rows}
          columns={[
            { title: text.name, cell: ({ told }: Submission) => told?.name ?? '–' },
            { title: text.source, cell: ({ source, line }: Submission) => text.sources[source](line) },
            {
              title: text.state,
              cell: (each: Submission) => (
                <span class={rank[each.state] < 2 ? 'badge care' : 'badge'}>{word.submission[each.state]}</span>
              ),
            },
            { title: text.why, cell: ({ reason }: Submission) => (reason ? reasonText(reason, language) : '–') },
            { title: text.when, cell: ({ receivedAt }: Submission) => moment(receivedAt, language, cohort.timeZone) },
          ]}
        />
        <Pager {...page} language={language} href={(to) => `${home}?${state ? `state=${state}&` : ''}page=${to}`} />
      </>
    ),
  });
}
