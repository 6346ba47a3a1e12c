import type { Letter } from '../../../shared/letter/letter.ts';
import { type LetterState, letterStates } from '../../../shared/letter/states.ts';
import type { Reply } from '../../../shared/web/http.ts';
import { moment } from '../parts/format.ts';
import { Pager, paged, Table } from '../parts/table.tsx';
import { Filter } from './filter.tsx';
import { cohortReply } from './frame.tsx';
import { allLetters, allParticipants } from './load.ts';
import { countsBy } from './summary.ts';
import { type CohortVisit, homeOf } from './visit.ts';
import { words } from './words.ts';

const texts = {
  de: {
    title: 'E-Mails',
    all: 'alle',
    kind: 'Art',
    to: 'An',
    state: 'Stand',
    when: 'Zuletzt',
    why: 'Grund',
    none: 'Hier ist keine E-Mail.',
    again: 'vielleicht zweimal angekommen',
    contact: { coordinator: 'Koordination', 'independent contact': 'Unabhängige Ansprechperson' },
  },
  en: {
    title: 'Letters',
    all: 'all',
    kind: 'Kind',
    to: 'To',
    state: 'State',
    when: 'Last change',
    why: 'Why',
    none: 'There is no letter here.',
    again: 'may have arrived twice',
    contact: { coordinator: 'Coordinator', 'independent contact': 'Independent contact' },
  },
} as const;

const isState = (state: string): state is LetterState => state in letterStates.table;
const troubled: readonly LetterState[] = ['bounced', 'complained', 'unknown', 'dropped'];
const lastOf = (letter: Letter) =>
  letter.settledAt ?? letter.acceptedAt ?? letter.submittedAt ?? letter.dueAt ?? letter.plannedAt;

/** GET /desk/cohorts/{cohort}/letters */
export async function letters(visit: CohortVisit): Promise<Reply> {
  const { needs, cohort, request, language } = visit;
  const [all, people] = await Promise.all([
    allLetters(needs.table, cohort.cohortId),
    allParticipants(needs.table, cohort.cohortId),
  ]);
  const names = new Map(people.map(({ personId, name }) => [personId, name]));
  const asked = request.query.get('state') ?? '';
  const state = isState(asked) ? asked : undefined;
  const shown = all
    .filter((each) => state === undefined || each.state === state)
    .sort((a, b) => lastOf(b).localeCompare(lastOf(a)));
  const page = paged(shown, request.query.get('page'));
  const text = texts[language];
  const word = words[language];
  const home = `${homeOf(cohort.cohortId)}/letters`;
  const toWhom = ({ to }: Letter) =>
    'personId' in to ? (names.get(to.personId) ?? '–') : 'contact' in to ? text.contact[to.contact] : '–';
  return cohortReply(visit, {
    title: text.title,
    tab: 'letters',
    children: (
      <>
        <h1>{text.title}</h1>
        <Filter
          href={home}
          all={`${text.all} (${all.length})`}
          names={word.letter}
          counts={countsBy(all, (each) => each.state)}
          chosen={state}
        />
        <Table
          caption={text.title}
          empty={text.none}
          rows={page.rows}
          columns={[
            { title: text.kind, cell: ({ kind }: Letter) => word.kind[kind] },
            { title: text.to, cell: toWhom },
            {
              title: text.state,
              cell: (letter: Letter) => (
                <span class={troubled.includes(letter.state) ? 'badge care' : 'badge'}>
                  {word.letter[letter.state]}
                </span>
              ),
            },
            { title: text.when, cell: (letter: Letter) => moment(lastOf(letter), language, cohort.timeZone) },
            {
              title: text.why,
              cell: ({ why, sentAgain }: Letter) => [why, sentAgain && text.again].filter(Boolean).join('; ') || '–',
            },
          ]}
        />
        <Pager {...page} language={language} href={(to) => `${home}?${state ? `state=${state}&` : ''}page=${to}`} />
      </>
    ),
  });
}
