import type { Language } from '../../../shared/cohort/cohort.ts';
import { allParticipants } from '../../../shared/desk/all-of.ts';
import { brokenRules } from '../../../shared/desk/broken-rules.ts';
import { cohortReply } from '../../../shared/desk/cohort-frame.tsx';
import { homeOf } from '../../../shared/desk/cohort-visit.ts';
import { countsBy } from '../../../shared/desk/counts.ts';
import { Pager, paged, Table } from '../../../shared/desk/table.tsx';
import { words } from '../../../shared/desk/words.ts';
import type { Visible } from '../../../shared/pair/visible.ts';
import { readResult } from '../../../shared/pairing/result-pages.ts';
import type { Participant } from '../../../shared/participant/participant.ts';
import { type ParticipantState, participantStates } from '../../../shared/participant/states.ts';
import type { Reply } from '../../../shared/web/http.ts';
import type { CohortVisit } from '../visit.ts';
import { Filter } from './filter.tsx';
import { allRuns, visibleOf } from './load.ts';
import { lastSettled, type Reason, type Standing, type Standings, standings, standingsIn } from './standing.ts';
import { missingOf } from './summary.ts';

const texts = {
  de: {
    title: 'Menschen',
    all: 'alle',
    name: 'Name',
    address: 'E-Mail-Adresse',
    role: 'Rolle',
    state: 'Stand',
    unit: 'Bereich',
    level: 'Ebene',
    pairing: 'Paarung',
    standing: { paired: 'hat ein Gegenüber', waiting: 'wartet', waitlisted: 'Warteliste' },
    priority: 'Hat Vorrang im nächsten Jahrgang.',
    missing: 'Was fehlt',
    none: 'Hier ist niemand.',
  },
  en: {
    title: 'People',
    all: 'all',
    name: 'Name',
    address: 'Email address',
    role: 'Role',
    state: 'State',
    unit: 'Unit',
    level: 'Level',
    pairing: 'Pairing',
    standing: { paired: 'has a partner', waiting: 'waiting', waitlisted: 'waitlist' },
    priority: 'Has priority in the next cohort.',
    missing: 'What is missing',
    none: 'Nobody is here.',
  },
} as const;

type Part = ParticipantState | Standing;
const isPart = (asked: string): asked is Part =>
  asked in participantStates.table || standings.some((each) => each === asked);

/** GET /desk/cohorts/{cohort}/people */
export async function people(visit: CohortVisit): Promise<Reply> {
  const { needs, cohort, request, language } = visit;
  const [everybody, visible, runs] = await Promise.all([
    allParticipants(needs.table, cohort.cohortId),
    visibleOf(needs.table, cohort.cohortId),
    allRuns(needs.table, cohort.cohortId),
  ]);
  const run = lastSettled(runs);
  const standing = standingsIn(visible, run && { run, result: await readResult(needs.table, run) });
  const partsOf = (each: Participant): readonly Part[] => [each.state, ...standing.of(each)];
  const asked = request.query.get('state') ?? '';
  const part = isPart(asked) ? asked : undefined;
  const shown = everybody
    .filter((each) => part === undefined || partsOf(each).includes(part))
    .sort((a, b) => a.name.localeCompare(b.name, language));
  const page = paged(shown, request.query.get('page'));
  const text = texts[language];
  const home = `${homeOf(cohort.cohortId)}/people`;
  return cohortReply(visit, {
    title: text.title,
    tab: 'people',
    children: (
      <>
        <h1>{text.title}</h1>
        <Filter
          href={home}
          all={`${text.all} (${everybody.length})`}
          names={{ ...words[language].participant, ...text.standing }}
          counts={countsBy(everybody.flatMap(partsOf), (each) => each)}
          chosen={part}
        />
        <Table caption={text.title} empty={text.none} rows={page.rows} columns={columns(visit, standing, visible)} />
        <Pager {...page} language={language} href={(to) => `${home}?${part ? `state=${part}&` : ''}page=${to}`} />
      </>
    ),
  });
}

const reasonIn =
  (language: Language) =>
  ({ rule, count }: Reason): string =>
    `${brokenRules[language][rule] ?? rule}${count === undefined ? '' : ` (${count})`}`;

const columns = ({ language }: CohortVisit, standing: Standings, visible: Visible) => {
  const text = texts[language];
  const word = words[language];
  return [
    { title: text.name, cell: ({ name }: Participant) => name },
    { title: text.role, cell: ({ role }: Participant) => word.role[role] },
    {
      title: text.state,
      cell: ({ state }: Participant) => (
        <span class={state === 'declined' || state === 'left' ? 'badge care' : 'badge'}>{word.participant[state]}</span>
      ),
    },
    {
      title: text.pairing,
      cell: (each: Participant) => {
        const now = standing.of(each);
        if (!now.includes('waitlisted')) return now.map((one) => text.standing[one]).join(', ') || '–';
        return (
          <>
            <span class="badge">{text.standing.waitlisted}</span>{' '}
            {standing.why(each.personId).map(reasonIn(language)).join('; ')}
            <br />
            <span class="quiet">{text.priority}</span>
          </>
        );
      },
    },
    {
      title: text.missing,
      cell: (each: Participant) =>
        missingOf(each, visible)
          .map((what) => word.missing[what])
          .join(', ') || '–',
    },
    { title: text.unit, cell: ({ hr }: Participant) => hr?.unit ?? '–' },
    { title: text.level, number: true, cell: ({ hr }: Participant) => hr?.level ?? '–' },
    { title: text.address, cell: ({ address }: Participant) => address },
  ];
};
