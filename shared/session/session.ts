import * as z from 'zod/mini';
import { Instant } from '../../events/define.ts';
import { CohortId, type LocalDate, LocalDate as LocalDateSchema, PairId, SessionId } from '../../events/ids.ts';
import { aggregateFields, noun } from '../table/aggregate.ts';
import { keys } from '../table/keys.ts';
import { namesOf, states } from '../table/states.ts';

export const sessionStates = states('session', {
  planned: { log: 'logged', move: 'moved', cancel: 'cancelled' },
  // A day that was given up may be taken again.
  moved: { log: 'logged', plan: 'planned' },
  cancelled: { log: 'logged', plan: 'planned' },
  logged: {},
});

/** What one side said about the session. */
export const SessionLog = z.object({
  minutes: z.int().check(z.minimum(1), z.maximum(600)),
  /** Who moved the date, as this side tells it. */
  movedBy: z.enum(['nobody', 'me', 'partner', 'both']),
  at: Instant,
});
export type SessionLog = z.infer<typeof SessionLog>;

export const Session = z.object({
  ...aggregateFields,
  cohortId: CohortId,
  pairId: PairId,
  sessionId: SessionId,
  date: LocalDateSchema,
  state: z.enum(namesOf(sessionStates)),
  logs: z.object({ junior: z.optional(SessionLog), senior: z.optional(SessionLog) }),
});
export type Session = z.infer<typeof Session>;
export const sessions = noun('session', Session, keys.session);

/** A pair meets at most once a day: the date is the rest of the key. */
export const sessionIdOf = (pairId: PairId, date: LocalDate): SessionId => `${pairId}.${date}` as SessionId;
