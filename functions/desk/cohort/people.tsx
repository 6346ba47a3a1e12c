import { allParticipants } from '../../../shared/desk/all-of.ts';
import { cohortReply } from '../../../shared/desk/cohort-frame.tsx';
import { homeOf } from '../../../shared/desk/cohort-visit.ts';
import { Pager, paged, Table } from '../../../shared/desk/table.tsx';
import { words } from '../../../shared/desk/words.ts';
import type { Visible } from '../../../shared/pair/visible.ts';
import type { Participant } from '../../../shared/participant/participant.ts';
import { type ParticipantState, participantStates } from '../../../shared/participant/states.ts';
import type { Reply } from '../../../shared/web/http.ts';
import type { CohortVisit } from '../visit.ts';
import { Filter } from './filter.tsx';
import { visibleOf } from './load.ts';
import { countsBy, missingOf, paired } from './summary.ts';

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
    partner: 'Gegenüber',
    missing: 'Was fehlt',
    yes: 'ja',
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
    partner: 'Partner',
    missing: 'What is missing',
    yes: 'yes',
    none: 'Nobody is here.',
  },
} as const;

const isState = (state: string): state is ParticipantState => state in participantStates.table;

/** GET /desk/cohorts/{cohort}/people */
export async function people(visit: CohortVisit): Promise<Reply> {
  const { needs, cohort, request, language } = visit;
  const [everybody, visible] = await Promise.all([
    allParticipants(needs.table, cohort.cohortId),
    visibleOf(needs.table, cohort.cohortId),
  ]);
  const asked = request.query.get('state') ?? '';
  const state = isState(asked) ? asked : undefined;
  const shown = everybody
    .filter((each) => state === undefined || each.state === state)
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
          names={words[language].participant}
          counts={countsBy(everybody, (each) => each.state)}
          chosen={state}
        />
        <Table caption={text.title} empty={text.none} rows={page.rows} columns={columns(visit, visible)} />
        <Pager {...page} language={language} href={(to) => `${home}?${state ? `state=${state}&` : ''}page=${to}`} />
      </>
    ),
  });
}

const columns = ({ language }: CohortVisit, visible: Visible) => {
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
    { title: text.partner, cell: (each: Participant) => (paired(each, visible) ? text.yes : '–') },
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
