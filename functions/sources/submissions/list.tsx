import { SubmissionId } from '../../../events/ids.ts';
import type { Language } from '../../../shared/cohort/cohort.ts';
import { allOf } from '../../../shared/desk/all-of.ts';
import { cohortReply } from '../../../shared/desk/cohort-frame.tsx';
import { Filter } from '../../../shared/desk/filter.tsx';
import { moment } from '../../../shared/desk/format.ts';
import { onePage } from '../../../shared/desk/one-page.ts';
import { Pages } from '../../../shared/desk/pages.tsx';
import { Table } from '../../../shared/desk/table.tsx';
import { words } from '../../../shared/desk/words.ts';
import { reasonText } from '../../../shared/submission/reasons.ts';
import { submissions as noun, type Submission, submissionStates } from '../../../shared/submission/submission.ts';
import { partitionsOf, prefixOf } from '../../../shared/table/keys.ts';
import type { Reply } from '../../../shared/web/http.ts';
import { type CohortVisit, sourcesOf, submissionsOf } from '../visit.ts';
import { texts as oneTexts } from './texts.ts';

export const allSubmissions = allOf(noun, prefixOf.submission);

const texts = {
  de: {
    title: 'Eingänge',
    lead: 'Jede Zeile einer HR-Datei und jedes abgeschickte Formular. Was abgelehnt ist oder wartet, lässt sich öffnen und berichtigen.',
    forms: 'Formulare anderswo anbinden (Microsoft Forms, Google Forms, …)',
    all: 'alle',
    none: 'Noch nichts eingegangen.',
    name: 'Name',
    unnamed: 'ohne Namen',
    source: 'Woher',
    state: 'Stand',
    when: 'Eingegangen',
    why: 'Grund',
    done: {
      corrected: 'Berichtigt übernommen.',
      accepted: 'HR-Angaben gespeichert; die Person wird gerade aufgenommen.',
    },
  },
  en: {
    title: 'Submissions',
    lead: 'Each line of an HR file, and each form that was sent. What was rejected or waits can be opened and corrected.',
    forms: 'Connect forms elsewhere (Microsoft Forms, Google Forms, …)',
    all: 'all',
    none: 'Nothing has come in yet.',
    name: 'Name',
    unnamed: 'no name',
    source: 'From',
    state: 'State',
    when: 'Received',
    why: 'Why',
    done: { corrected: 'Taken in as corrected.', accepted: 'HR’s facts are saved; the person is being taken in.' },
  },
} as const;

type State = Submission['state'];
const isState = (state: string): state is State => state in submissionStates.table;
/** What needs somebody comes first. */
const rank: Readonly<Partial<Record<State, number>>> = {
  rejected: 0,
  'waits-for-hr': 1,
  received: 2,
  corrected: 3,
  accepted: 4,
};
const rankOf = ({ state }: Submission): number => rank[state] ?? 5;

const compare = (a: Submission, b: Submission) =>
  rankOf(a) - rankOf(b) || (a.line ?? 0) - (b.line ?? 0) || a.submissionId.localeCompare(b.submissionId);
const perPage = 100;

/** GET /desk/cohorts/{cohort}/submissions: they stream by, and one page of them is kept. */
export async function submissions(visit: CohortVisit): Promise<Reply> {
  const { needs, cohort, request, language } = visit;
  const { cohortId } = cohort;
  const asked = request.query.get('state') ?? '';
  const state = isState(asked) ? asked : undefined;
  const begins = SubmissionId.safeParse(request.query.get('from'));
  const from = begins.success ? await needs.table.get(noun, { cohortId, submissionId: begins.data }) : undefined;
  const page = onePage<Submission, Submission>({ perPage, compare, from });
  const counts: Partial<Record<State, number>> = {};
  let total = 0;
  for await (const each of needs.table.list(noun, partitionsOf(cohortId), prefixOf.submission)) {
    total++;
    counts[each.state] = (counts[each.state] ?? 0) + 1;
    if (state === undefined || each.state === state) page.add(each);
  }
  const { found } = page;
  const text = texts[language];
  const word = words[language];
  const home = submissionsOf(visit);
  const done = request.query.get('done');
  return cohortReply(visit, {
    title: text.title,
    tab: 'submissions',
    children: (
      <>
        <h1>{text.title}</h1>
        {done === 'corrected' || done === 'accepted' ? (
          <p class="note good" role="status">
            {text.done[done]}
          </p>
        ) : null}
        <p class="quiet">{text.lead}</p>
        <p>
          <a href={sourcesOf(visit)}>{text.forms}</a>
        </p>
        <Filter href={home} all={`${text.all} (${total})`} names={word.submission} counts={counts} chosen={state} />
        <Table
          caption={text.title}
          empty={text.none}
          rows={found.rows}
          columns={[
            {
              title: text.name,
              cell: ({ told, submissionId }: Submission) => (
                <a href={`${home}/${submissionId}`}>{told?.name ?? text.unnamed}</a>
              ),
            },
            { title: text.source, cell: ({ source, line }: Submission) => oneTexts[language].sources[source](line) },
            {
              title: text.state,
              cell: (each: Submission) => (
                <span class={rankOf(each) < 2 ? 'badge care' : 'badge'}>{word.submission[each.state]}</span>
              ),
            },
            { title: text.why, cell: (each: Submission) => whyOf(each, language) },
            { title: text.when, cell: ({ receivedAt }: Submission) => moment(receivedAt, language, cohort.timeZone) },
          ]}
        />
        <Pages
          found={found}
          language={language}
          href={({ submissionId }) => `${home}?${state ? `state=${state}&` : ''}from=${submissionId}`}
        />
      </>
    ),
  });
}

/** In words; a reason without its details is one of the days before they were kept. */
export const whyOf = ({ reason, reasonParams }: Submission, language: Language): string =>
  reason ? reasonText(reasonParams ? { code: reason, params: reasonParams } : reason, language) : '–';
