import { allParticipants } from '../../../shared/desk/all-of.ts';
import { cohortReply } from '../../../shared/desk/cohort-frame.tsx';
import { homeOf } from '../../../shared/desk/cohort-visit.ts';
import { countsBy } from '../../../shared/desk/counts.ts';
import { Filter } from '../../../shared/desk/filter.tsx';
import { moment } from '../../../shared/desk/format.ts';
import { MailNote } from '../../../shared/desk/mail-note.tsx';
import { Pager, paged, Table } from '../../../shared/desk/table.tsx';
import { visibleOf } from '../../../shared/desk/visible-of.ts';
import { words } from '../../../shared/desk/words.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { mayBeRepeated } from '../../../shared/letter/send-again.ts';
import { stageMail } from '../../../shared/letter/stage-mail.ts';
import { type LetterState, letterStates } from '../../../shared/letter/states.ts';
import type { Reply } from '../../../shared/web/http.ts';
import type { CohortVisit } from '../visit.ts';
import { allLetters } from './load.ts';
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
const belongs = ({ state, sentAgain }: Letter, part: Part) => (part === 'again' ? sentAgain === true : state === part);
const troubled: readonly LetterState[] = ['bounced', 'complained', 'unknown', 'dropped'];
const lastOf = (letter: Letter) =>
  letter.settledAt ?? letter.acceptedAt ?? letter.submittedAt ?? letter.dueAt ?? letter.plannedAt;

/** GET /desk/cohorts/{cohort}/letters */
export async function letters(visit: CohortVisit): Promise<Reply> {
  const { needs, cohort, request, language } = visit;
  const [every, visible, people, mail] = await Promise.all([
    allLetters(needs.table, cohort.cohortId),
    visibleOf(needs.table, cohort.cohortId),
    allParticipants(needs.table, cohort.cohortId),
    needs.table.get(stageMail, {}),
  ]);
  const all = every.filter(visible.letter);
  const names = new Map(people.map(({ personId, name }) => [personId, name]));
  const asked = request.query.get('state') ?? '';
  const part = isPart(asked) ? asked : undefined;
  const shown = all
    .filter((each) => part === undefined || belongs(each, part))
    .sort((a, b) => lastOf(b).localeCompare(lastOf(a)));
  const page = paged(shown, request.query.get('page'));
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
          all={`${text.all} (${all.length})`}
          names={{ ...word.letter, again: text.again }}
          counts={{
            ...countsBy(all, (each) => each.state),
            again: all.filter((each) => belongs(each, 'again')).length,
          }}
          chosen={part}
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
        <Pager {...page} language={language} href={(to) => `${home}?${part ? `state=${part}&` : ''}page=${to}`} />
      </>
    ),
  });
}
