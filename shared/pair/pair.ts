import * as z from 'zod/mini';
import { Instant } from '../../events/define.ts';
import { CohortId, LocalDate, PairId, PersonId, type Role, RunId } from '../../events/ids.ts';
import { CalendarEntry } from '../session/entry.ts';
import { aggregateFields, noun } from '../table/aggregate.ts';
import { digest } from '../table/digest.ts';
import { keys } from '../table/keys.ts';
import { namesOf } from '../table/states.ts';
import { Consent } from './consent.ts';
import { pairStates } from './states.ts';

export const Pair = z.object({
  ...aggregateFields,
  cohortId: CohortId,
  pairId: PairId,
  junior: PersonId,
  senior: PersonId,
  runId: RunId,
  state: z.enum(namesOf(pairStates)),
  /** Points per soft rule, as HR saw them. */
  points: z.record(z.string(), z.number()),
  total: z.number(),
  /** What both were asked and said; gone once the pair has come to nothing. */
  consent: z.optional(Consent),
  /** Until when the senior's page thanks for a yes, of a pair that a rule stopped before it formed. */
  yesUntil: z.optional(Instant),
  formedAt: z.optional(Instant),
  /** Whose leaving has ended it; absent where a coordinator has. */
  endedBy: z.optional(PersonId),
  /** The rules that HR's facts broke last, and how often that has happened; stays when it goes on. */
  blocked: z.optional(z.object({ rules: z.array(z.string()), at: Instant, times: z.int() })),
  /** Two suggestions for a first meeting. */
  firstDates: z.optional(z.array(Instant)),
  sessions: z._default(z.int(), 0),
  lastSession: z.optional(LocalDate),
  nextSession: z.optional(LocalDate),
  /** The meeting that calendars were told of last. */
  entry: z.optional(CalendarEntry),
  /** Number of the monthly check-in that was planned last, per side. */
  months: z._default(z.object({ junior: z.int(), senior: z.int() }), { junior: 0, senior: 0 }),
});
export type Pair = z.infer<typeof Pair>;
export const pairs = noun('pair', Pair, keys.pair);

/** The same two people in the same cohort are the same pair: a pair that came to nothing is never proposed again. */
export const pairIdOf = (cohortId: CohortId, junior: PersonId, senior: PersonId): PairId =>
  `pair_${digest(`${cohortId}/${junior}/${senior}`, 24)}` as PairId;

export const personOf = (pair: Pair, role: Role): PersonId => (role === 'junior' ? pair.junior : pair.senior);
/** What somebody is in their pair. It stays so, also where HR's file gives them another role later. */
export const roleIn = (pair: Pick<Pair, 'junior'>, personId: PersonId): Role =>
  pair.junior === personId ? 'junior' : 'senior';
export const partnerOf = (pair: Pair, personId: PersonId): PersonId =>
  pair.junior === personId ? pair.senior : pair.junior;
