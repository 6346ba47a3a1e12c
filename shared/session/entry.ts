import * as z from 'zod/mini';
import { Instant, type Saying } from '../../events/define.ts';
import type { CohortId, PairId } from '../../events/ids.ts';
import { SessionCancelled } from '../../events/session-cancelled.ts';
import { SessionPlanned } from '../../events/session-planned.ts';

/** Minutes of a session, as the letters promise it and calendars keep it free. */
export const sessionMinutes = 60;

/**
 * A pair's meeting as people's calendars know it. A moved meeting is the same entry with a higher sequence; the next
 * meeting, and one after a cancelled one, is another entry, so that calendars keep those that have been.
 */
export const CalendarEntry = z.object({
  number: z.int().check(z.minimum(1)),
  /** iCalendar's SEQUENCE: it only grows. */
  sequence: z.int().check(z.minimum(0)),
  startsAt: Instant,
  minutes: z.int().check(z.minimum(1), z.maximum(600)),
  state: z.enum(['set', 'cancelled']),
});
export type CalendarEntry = z.infer<typeof CalendarEntry>;

interface Holder {
  readonly pairId: PairId;
  readonly cohortId: CohortId;
  readonly entry?: CalendarEntry | undefined;
}

interface Kept {
  readonly entry?: CalendarEntry;
  readonly says: readonly Saying[];
}

/** A meeting that is still ahead stands in the calendars. */
export const aheadOf = (entry: CalendarEntry | undefined, at: Instant): CalendarEntry | undefined =>
  entry?.state === 'set' && entry.startsAt > at ? entry : undefined;

/** The entry once the next meeting begins then, and what is said about it. Undefined: there is no hour to keep free. */
export function keepEntry(pair: Holder, startsAt: Instant | undefined, at: Instant): Kept {
  const { entry } = pair;
  const ahead = aheadOf(entry, at);
  if (startsAt === undefined) return ahead ? cancelled(pair, ahead) : { ...(entry ? { entry } : {}), says: [] };
  if (ahead?.startsAt === startsAt) return { entry: ahead, says: [] };
  const next: CalendarEntry = {
    number: ahead?.number ?? (entry?.number ?? 0) + 1,
    sequence: ahead ? ahead.sequence + 1 : 0,
    startsAt,
    minutes: sessionMinutes,
    state: 'set',
  };
  return { entry: next, says: [SessionPlanned(aboutEntry(pair, next))] };
}

function cancelled(pair: Holder, entry: CalendarEntry): Kept {
  const next: CalendarEntry = { ...entry, sequence: entry.sequence + 1, state: 'cancelled' };
  return { entry: next, says: [SessionCancelled(aboutEntry(pair, next))] };
}

const aboutEntry = ({ pairId, cohortId }: Holder, { number, sequence, startsAt, minutes }: CalendarEntry) => ({
  pairId,
  cohortId,
  entry: number,
  sequence,
  startsAt,
  minutes,
});
