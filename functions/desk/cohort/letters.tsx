import { LetterId } from '../../../events/ids.ts';
import { cohortReply } from '../../../shared/desk/cohort-frame.tsx';
import { homeOf } from '../../../shared/desk/cohort-visit.ts';
import { Filter } from '../../../shared/desk/filter.tsx';
import { moment } from '../../../shared/desk/format.ts';
import { MailNote } from '../../../shared/desk/mail-note.tsx';
import { onePage } from '../../../shared/desk/one-page.ts';
import { Pages } from '../../../shared/desk/pages.tsx';
import { Table } from '../../../shared/desk/table.tsx';
import { visibleOf } from '../../../shared/desk/visible-of.ts';
import { words } from '../../../shared/desk/words.ts';
import { type Letter, letters as noun } from '../../../shared/letter/letter.ts';
import { mayBeRepeated } from '../../../shared/letter/send-again.ts';
import { stageMail } from '../../../shared/letter/stage-mail.ts';
import { type LetterState, letterStates } from '../../../shared/letter/states.ts';
import { participants } from '../../../shared/participant/participant.ts';
import { partitionsOf, prefixOf } from '../../../shared/table/keys.ts';
import type { Reply } from '../../../shared/web/http.ts';
import type { CohortVisit } from '../visit.ts';
import { reasonIn } from './reasons.ts';

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
    more: 'Noch einmal',
    sendAgain: 'noch einmal senden',
    done: 'Die E-Mail geht noch einmal hinaus.',
    assistant: (name: string) => `Assistenz: ${name}`,
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
    more: 'Once more',
    sendAgain: 'send again',
    done: 'The letter goes out once more.',
    assistant: (name: string) => `Assistant: ${name}`,
    contact: { coordinator: 'Coordinator', 'independent contact': 'Independent contact' },
  },
} as const;

/** What the list can be narrowed to: a state, or the letters of which a second copy may exist. */
type Part = LetterState | 'again';
const isPart = (part: string): part is Part => part in letterStates.table || part === 'again';
const partsOf = ({ state, sentAgain }: Letter): Part[] => (sentAgain ? [state, 'again'] : [state]);
const troubled: readonly LetterState[] = ['bounced', 'complained', 'unknown', 'dropped'];
const lastOf = (letter: Letter) =>
  letter.settledAt ?? letter.acceptedAt ?? letter.submittedAt ?? letter.dueAt ?? letter.plannedAt;

const perPage = 100;
/** The newest first. */
const compare = (a: Letter, b: Letter) =>
  lastOf(b).localeCompare(lastOf(a)) || (a.letterId < b.letterId ? -1 : Number(a.letterId > b.letterId));

/** GET /desk/cohorts/{cohort}/letters: they stream by, and one page of them is kept. */
export async function letters(visit: CohortVisit): Promise<Reply> {
  const { needs, cohort, request, language } = visit;
  const { cohortId } = cohort;
  const [visible, mail, from] = await Promise.all([
    visibleOf(needs.table, cohortId),
    needs.table.get(stageMail, {}),
    letterAt(visit, request.query.get('from')),
  ]);
  const asked = request.query.get('state') ?? '';
  const part = isPart(asked) ? asked : undefined;
  // Where a hidden letter would stand tells when it was sent.
  const page = onePage<Letter, Letter>({ perPage, compare, from: from && visible.letter(from) ? from : undefined });
  const counts: Partial<Record<Part, number>> = {};
  let total = 0;
  for await (const letter of needs.table.list(noun, partitionsOf(cohortId), prefixOf.letter)) {
    if (!visible.letter(letter)) continue;
    total++;
    for (const each of partsOf(letter)) counts[each] = (counts[each] ?? 0) + 1;
    if (part === undefined || partsOf(letter).includes(part)) page.add(letter);
  }
  const { found } = page;
  const readers = found.rows.flatMap(({ to }) =>
    'personId' in to ? [to.personId] : 'assistantOf' in to ? [to.assistantOf] : [],
  );
  const people = await needs.table.getMany(
    participants,
    readers.map((personId) => ({ cohortId, personId })),
  );
  const names = new Map(people.map(({ personId, name }) => [personId, name]));
  const text = texts[language];
  const word = words[language];
  const home = `${homeOf(cohort.cohortId)}/letters`;
  const toWhom = ({ to }: Letter) =>
    'personId' in to
      ? (names.get(to.personId) ?? '–')
      : 'assistantOf' in to
        ? text.assistant(names.get(to.assistantOf) ?? '–')
        : 'contact' in to
          ? text.contact[to.contact]
          : '–';
  return cohortReply(visit, {
    title: text.title,
    tab: 'letters',
    children: (
      <>
        <h1>{text.title}</h1>
        <MailNote mail={mail} visit={visit} />
        {request.query.get('done') === 'again' ? (
          <p class="note" role="status">
            {text.done}
          </p>
        ) : null}
        <Filter
          href={home}
          all={`${text.all} (${total})`}
          names={{ ...word.letter, again: text.again }}
          counts={counts}
          chosen={part}
        />
        <Table
          caption={text.title}
          empty={text.none}
          rows={found.rows}
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
              cell: ({ why, sentAgain }: Letter) => (
                <>
                  {sentAgain ? <span class="badge care">{text.again}</span> : null}{' '}
                  {why ? reasonIn(why, language) : null}
                  {why || sentAgain ? null : '–'}
                </>
              ),
            },
            {
              title: text.more,
              cell: (letter: Letter) =>
                visit.member.role !== 'reader' && mayBeRepeated(letter) ? (
                  <a href={`${home}/${letter.letterId}`}>{text.sendAgain}</a>
                ) : (
                  '–'
                ),
            },
          ]}
        />
        <Pages
          found={found}
          language={language}
          href={({ letterId }) => `${home}?${part ? `state=${part}&` : ''}from=${letterId}`}
        />
      </>
    ),
  });
}

async function letterAt(
  { needs, cohort: { cohortId } }: CohortVisit,
  asked: string | null,
): Promise<Letter | undefined> {
  const letterId = LetterId.safeParse(asked);
  return letterId.success ? needs.table.get(noun, { scope: cohortId, letterId: letterId.data }) : undefined;
}
