import type { CheckInId, CohortId, PairId, PersonId, RunId } from '../../events/ids.ts';
import { type CheckIn, checkIns } from '../../shared/check-in/check-in.ts';
import { type Cohort, cohorts } from '../../shared/cohort/cohort.ts';
import { type Pair, pairs } from '../../shared/pair/pair.ts';
import { type Participant, participants } from '../../shared/participant/participant.ts';
import { type Session, sessionIdOf } from '../../shared/session/session.ts';
import type { Draft } from '../../shared/table/aggregate.ts';
import { type MemoryTable, memoryTable } from './memory-table.ts';

/** One cohort with one pair, as tests of the participants' pages need it. All people are invented. */
export const cohortId = 'coh_01jqa2b3c4d5' as CohortId;
export const junior = 'per_00000000000000000000000000000001' as PersonId;
export const senior = 'per_00000000000000000000000000000002' as PersonId;
export const pairId = 'pair_0a1b2c3d4e5f' as PairId;
export const checkInId = `${pairId}.junior.month-01` as CheckInId;
export const noon = '2026-03-02T12:00:00.000Z';
export const after = (at: string, seconds: number): string => new Date(Date.parse(at) + seconds * 1000).toISOString();

export const cohort: Draft<Cohort> = {
  cohortId,
  state: 'active',
  name: 'Frühjahr 2026',
  goals: '',
  topics: ['Digitale Werkzeuge', 'Soziale Medien', 'Junge Kundschaft'],
  tracks: [],
  language: 'de',
  addressForm: 'du',
  timeZone: 'Europe/Berlin',
  enrolmentDeadline: '2026-02-15',
  start: '2026-02-01',
  end: '2026-08-31',
  sessions: 6,
  cadenceMonths: 1,
  rules: {
    version: 1,
    minLevelGap: 2,
    minOverlapHours: 2,
    weights: {
      topicFit: 30,
      differentUnit: 20,
      differentSite: 10,
      hoursOverlap: 15,
      meetingMode: 10,
      waitlist: 10,
      levelSpread: 5,
    },
    pins: [],
    blocks: [],
  },
  capacity: 1,
  coordinators: [{ name: 'Petra Beispiel', address: 'petra.beispiel@example.com' }],
  independentContacts: [{ name: 'Uwe Neutral', address: 'uwe.neutral@example.com' }],
  holidays: [],
  branding: { programme: 'Reverse Mentoring', colour: '#1f5f8b', signature: '' },
  timers: {
    enrolmentReminder: 7,
    checkInReminder: 3,
    checkInCloses: 14,
    consentReminder: 3,
    consentCloses: 7,
    consentSettles: 14,
  },
  replyByMail: false,
  domains: [],
  createdAt: '2026-01-10T08:00:00.000Z',
  launchedAt: '2026-01-20T08:00:00.000Z',
  endsAt: '2026-08-31T22:00:00.000Z',
  lettersStopped: false,
};

export const participant = (role: 'junior' | 'senior', more: Partial<Draft<Participant>> = {}): Draft<Participant> => ({
  cohortId,
  personId: role === 'junior' ? junior : senior,
  role,
  state: 'confirmed',
  name: role === 'junior' ? 'Jonas Weber' : 'Dr. Sabine Hoffmann',
  address: role === 'junior' ? 'jonas.weber@example.com' : 'sabine.hoffmann@example.com',
  self: {
    ...(role === 'senior' ? { callName: 'Sabine' } : {}),
    topics: ['Digitale Werkzeuge'],
    languages: ['de'],
    letterLanguage: 'de',
    timeZone: 'Europe/Berlin',
    hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' })),
    capacity: 1,
    pleaseNot: [],
    meetingMode: 'any',
  },
  slots: { [pairId]: 'held' },
  capacity: 1,
  stopped: [],
  pauses: 0,
  mail: 'ok',
  ...more,
});

export const pair = (more: Partial<Draft<Pair>> = {}): Draft<Pair> => ({
  cohortId,
  pairId,
  junior,
  senior,
  runId: 'run_0a1b2c3d4e5f' as RunId,
  state: 'formed',
  points: {},
  total: 0,
  formedAt: '2026-02-20T08:00:00.000Z',
  sessions: 0,
  months: { junior: 1, senior: 1 },
  ...more,
});

/** As the table gives it back. */
export const storedPair = (more: Partial<Pair> = {}): Pair => ({ ...pair(more), version: 3, schema: 1 });

export const session = (date: string, state: Session['state'] = 'planned'): Session => ({
  cohortId,
  pairId,
  sessionId: sessionIdOf(pairId, date),
  date,
  state,
  logs: {},
  version: 1,
  schema: 1,
});

export const checkIn = (more: Partial<Draft<CheckIn>> = {}): Draft<CheckIn> => ({
  cohortId,
  pairId,
  checkInId,
  personId: junior,
  role: 'junior',
  state: 'asked',
  questions: ['P1', 'P2', 'P3', 'P7'],
  askAt: '2026-03-02T08:00:00.000Z',
  askedAt: '2026-03-02T08:00:00.000Z',
  closesAt: '2026-03-16T08:00:00.000Z',
  dueAt: '2026-03-05T08:00:00.000Z',
  ...more,
});

/** A table that holds the cohort, both people, their pair and the junior's check-in. */
export function programme(
  more: {
    cohort?: Partial<Draft<Cohort>>;
    junior?: Partial<Draft<Participant>>;
    senior?: Partial<Draft<Participant>>;
    pair?: Partial<Draft<Pair>>;
    checkIn?: Partial<Draft<CheckIn>>;
  } = {},
): MemoryTable {
  const memory = memoryTable();
  memory.has(cohorts, { cohortId }, { ...cohort, ...more.cohort });
  memory.has(participants, { cohortId, personId: junior }, participant('junior', more.junior));
  memory.has(participants, { cohortId, personId: senior }, participant('senior', more.senior));
  memory.has(pairs, { cohortId, pairId }, pair(more.pair));
  const asked = checkIn(more.checkIn);
  memory.has(checkIns, asked, asked);
  memory.hasKey(`seal#${cohortId}`, new Uint8Array(32).fill(7));
  return memory;
}
