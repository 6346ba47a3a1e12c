import * as z from 'zod/mini';
import { Instant } from '../../events/define.ts';
import { CheckInId, CohortId, PairId, PersonId, Role } from '../../events/ids.ts';
import { aggregateFields, noun } from '../table/aggregate.ts';
import { keys } from '../table/keys.ts';
import { namesOf } from '../table/states.ts';
import { questionIds } from './questions.ts';
import { checkInStates } from './states.ts';

export const CheckIn = z.object({
  ...aggregateFields,
  cohortId: CohortId,
  pairId: PairId,
  checkInId: CheckInId,
  personId: PersonId,
  role: Role,
  state: z.enum(namesOf(checkInStates)),
  questions: z.array(z.enum(questionIds)),
  /** When the letter goes out. */
  askAt: Instant,
  askedAt: z.optional(Instant),
  remindAt: z.optional(Instant),
  /** Until then an answer can be given and changed. */
  closesAt: z.optional(Instant),
  /** Operational answers: HR sees them per pair, and people are told so. */
  answers: z.optional(z.record(z.string(), z.string())),
  /** Confidential answers, sealed with the cohort's key (see `seal.ts`). */
  sealed: z.optional(z.string()),
  answeredAt: z.optional(Instant),
  /** When something that looked like a machine pressed Save: only a page rendered 10 seconds later counts. */
  suspectAt: z.optional(Instant),
});
export type CheckIn = z.infer<typeof CheckIn>;
export const checkIns = noun('check-in', CheckIn, keys.checkIn);

/** Why a side is asked: the month's turn, the session of a date, or a round that HR asked for. */
export const checkInIdOf = (pairId: PairId, role: Role, occasion: string): CheckInId =>
  `${pairId}.${role}.${occasion}` as CheckInId;
export const monthOccasion = (number: number): string => `month-${String(number).padStart(2, '0')}`;
export const pairOf = (checkInId: CheckInId): PairId => checkInId.split('.')[0] as PairId;
export const isMonthly = (checkInId: CheckInId): boolean => checkInId.includes('.month-');
