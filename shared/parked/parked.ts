import * as z from 'zod/mini';
import { Instant } from '../../events/define.ts';
import { aggregateFields, noun, unnumbered } from '../table/aggregate.ts';
import { keys } from '../table/keys.ts';
import { namesOf, states } from '../table/states.ts';
import { minutesAfter } from '../time/minute.ts';

export const parkedStates = states('parked', {
  waiting: { fail: 'waiting', giveUp: 'for-a-person', succeed: 'delivered', drop: 'dropped' },
  'for-a-person': { fail: 'for-a-person', giveUp: 'for-a-person', succeed: 'delivered', drop: 'dropped' },
  delivered: { fail: 'waiting', giveUp: 'for-a-person' },
  dropped: { fail: 'dropped', giveUp: 'dropped' },
});

/** An invocation that failed for good and waits to be tried again: (function, event). */
export const Parked = z.object({
  ...aggregateFields,
  function: z.string(),
  eventId: z.string(),
  state: z.enum(namesOf(parkedStates)),
  /** What the function was called with; ids only. */
  payload: z.string(),
  firstParkedAt: Instant,
  attempts: z.int(),
  error: z.string(),
  nextAt: z.optional(Instant),
});
export type Parked = z.infer<typeof Parked>;
export const parkedItems = noun('parked', Parked, keys.parked);

/** What failed around a call for help is for ops alone: the desk must not even learn that there was one. */
export const aboutHelp = ({ function: name, payload }: Pick<Parked, 'function' | 'payload'>): boolean =>
  name.endsWith('on-help-requested') || /"scope\\*"\s*:\s*\\*"help\b/.test(payload);

/** Minutes before the n-th attempt: from five minutes, doubled up to six hours. */
const backOffMinutes = (attempts: number): number => Math.min(5 * 2 ** attempts, 6 * 60);
const giveUpAfterMinutes = 24 * 60;

/** What trying again cannot help: broken contracts, lost records, and what only a person can mend. */
const hopeless = (error: string): boolean => /^(MalformedEvent|StreamBatch|NeedsAPerson)\b/.test(error);

/** Pure: what becomes of an invocation that failed once more. */
export function parkAgain(
  current: Parked | undefined,
  failed: Pick<Parked, 'function' | 'eventId' | 'payload' | 'error'>,
  at: Instant,
): Omit<Parked, 'version' | 'schema'> {
  const firstParkedAt = current && current.state !== 'delivered' ? current.firstParkedAt : at;
  const attempts = current ? current.attempts + 1 : 0;
  const giveUp = hopeless(failed.error) || minutesAfter(firstParkedAt, giveUpAfterMinutes) <= at;
  const state = parkedStates.next(current?.state ?? 'waiting', giveUp ? 'giveUp' : 'fail') ?? 'for-a-person';
  return {
    ...failed,
    state,
    firstParkedAt,
    attempts,
    ...(state === 'waiting' ? { nextAt: minutesAfter(at, backOffMinutes(attempts)) } : {}),
  };
}

/** Pure: it went through at last. Kept for ever, as its history is: the same event may be parked again years later. */
export function deliver(current: Parked): Omit<Parked, 'version' | 'schema'> {
  const { nextAt: _nextAt, ...rest } = unnumbered(current);
  return { ...rest, state: 'delivered' };
}
