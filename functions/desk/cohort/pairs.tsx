import type { LocalDate, PersonId, Role } from '../../../events/ids.ts';
import { checkInsOf } from '../../../shared/check-in/plan.ts';
import { cohortOfPeople } from '../../../shared/desk/all-of.ts';
import { cohortReply } from '../../../shared/desk/cohort-frame.tsx';
import { homeOf } from '../../../shared/desk/cohort-visit.ts';
import { moment, shortDay } from '../../../shared/desk/format.ts';
import { onePage } from '../../../shared/desk/one-page.ts';
import { Pages } from '../../../shared/desk/pages.tsx';
import { Table } from '../../../shared/desk/table.tsx';
import { visibleOf } from '../../../shared/desk/visible-of.ts';
import { words } from '../../../shared/desk/words.ts';
import type { VisiblePair as Pair } from '../../../shared/pair/visible.ts';
import type { Participant } from '../../../shared/participant/participant.ts';
import type { Reply } from '../../../shared/web/http.ts';
import type { CohortVisit } from '../visit.ts';
import { factsOf, type SideFacts } from './pair-facts.ts';

const texts = {
  de: {
    title: 'Paare',
    lead: 'Was HR sieht und was den Teilnehmenden so angekündigt ist. Vertrauliche Antworten stehen nirgends.',
    none: 'Noch keine Paare.',
    state: 'Stand',
    sessions: 'Treffen',
    last: 'Letztes',
    next: 'Nächstes',
    says: { junior: 'Junior sagt', senior: 'Senior sagt' },
    met: { yes: 'getroffen', date: 'Termin steht', no: 'nicht getroffen' } as Readonly<Record<string, string>>,
    moved: {
      nobody: 'nichts verschoben',
      me: 'selbst verschoben',
      partner: 'Gegenüber hat verschoben',
      both: 'beide haben verschoben',
    } as Readonly<Record<string, string>>,
    asked: (at: string) => `gefragt ${at}, noch keine Antwort`,
  },
  en: {
    title: 'Pairs',
    lead: 'What HR sees, and what participants are told that HR sees. Confidential answers are shown nowhere.',
    none: 'No pairs yet.',
    state: 'State',
    sessions: 'Sessions',
    last: 'Last',
    next: 'Next',
    says: { junior: 'Junior says', senior: 'Senior says' },
    met: { yes: 'met', date: 'date is set', no: 'did not meet' } as Readonly<Record<string, string>>,
    moved: {
      nobody: 'no date moved',
      me: 'moved it themself',
      partner: 'partner moved it',
      both: 'both moved it',
    } as Readonly<Record<string, string>>,
    asked: (at: string) => `asked ${at}, no answer yet`,
  },
} as const;

const perPage = 50;

/** GET /desk/cohorts/{cohort}/pairs: by name, and of the check-ins only those of the pairs on the page. */
export async function pairs(visit: CohortVisit): Promise<Reply> {
  const { needs, cohort, request, language } = visit;
  const [visible, names] = await Promise.all([
    visibleOf(needs.table, cohort.cohortId),
    namesIn(cohortOfPeople(needs.table, cohort.cohortId)),
  ]);
  const nameOf = (personId: PersonId) => names.get(personId) ?? '–';
  const { compare: inOrder } = new Intl.Collator(language);
  const byName = (one: PersonId, other: PersonId) => inOrder(nameOf(one), nameOf(other));
  const compare = (a: Pair, b: Pair) =>
    byName(a.junior, b.junior) || byName(a.senior, b.senior) || a.pairId.localeCompare(b.pairId);
  const from = visible.pairs.find(({ pairId }) => pairId === request.query.get('from'));
  const page = onePage<Pair, Pair>({ perPage, compare, from });
  for (const pair of visible.pairs) page.add(pair);
  const { found } = page;
  const checkIns = await Promise.all(found.rows.map((pair) => checkInsOf(needs.table, pair)));
  const facts = factsOf(checkIns.flat().filter(visible.of));
  const text = texts[language];
  const word = words[language];
  const side = (role: Role) => ({
    title: text.says[role],
    cell: ({ pairId }: Pair) => <Side facts={facts.get(pairId)?.[role]} visit={visit} />,
  });
  return cohortReply(visit, {
    title: text.title,
    tab: 'pairs',
    children: (
      <>
        <h1>{text.title}</h1>
        <p class="quiet">{text.lead}</p>
        <Table
          caption={text.title}
          empty={text.none}
          rows={found.rows}
          columns={[
            { title: word.role.junior, cell: ({ junior }: Pair) => nameOf(junior) },
            { title: word.role.senior, cell: ({ senior }: Pair) => nameOf(senior) },
            { title: text.state, cell: ({ state }: Pair) => <span class="badge">{word.pair[state]}</span> },
            {
              title: text.sessions,
              number: true,
              cell: (pair: Pair) => (pair.formedAt ? `${pair.sessions} / ${cohort.sessions}` : '–'),
            },
            {
              title: text.last,
              cell: ({ lastSession }: Pair) => <Day date={lastSession} language={language} />,
            },
            {
              title: text.next,
              cell: ({ nextSession }: Pair) => <Day date={nextSession} language={language} />,
            },
            side('junior'),
            side('senior'),
          ]}
        />
        <Pages
          found={found}
          language={language}
          href={({ pairId }) => `${homeOf(cohort.cohortId)}/pairs?from=${pairId}`}
        />
      </>
    ),
  });
}

async function namesIn(people: AsyncIterable<Participant>): Promise<ReadonlyMap<PersonId, string>> {
  const names = new Map<PersonId, string>();
  for await (const { personId, name } of people) names.set(personId, name);
  return names;
}

function Day({ date, language }: { date: LocalDate | undefined; language: 'de' | 'en' }) {
  return date === undefined ? <>–</> : <time dateTime={date}>{shortDay(date, language)}</time>;
}

function Side({ facts, visit }: { facts: SideFacts | undefined; visit: CohortVisit }) {
  const { language, cohort } = visit;
  const text = texts[language];
  const at = (instant: string) => moment(instant, language, cohort.timeZone);
  if (!facts?.met) return <>{facts?.askedAt ? text.asked(at(facts.askedAt)) : '–'}</>;
  return (
    <>
      {[text.met[facts.met], facts.moved && text.moved[facts.moved]].filter(Boolean).join(', ')}
      {facts.answeredAt ? <small class="quiet under">{at(facts.answeredAt)}</small> : null}
    </>
  );
}
