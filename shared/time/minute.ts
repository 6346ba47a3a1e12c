import type { Instant } from '../../events/define.ts';

/** Arithmetic on instants alone; whatever needs a calendar or a zone is in `local.ts`. */
export const minutesAfter = (at: Instant, minutes: number): Instant =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString();
export const daysAfter = (at: Instant, days: number): Instant => minutesAfter(at, days * 24 * 60);
/** Timers are kept to the minute, rounded up: a schedule fires within its minute. */
export const wholeMinute = (at: Instant): Instant =>
  new Date(Math.ceil(Date.parse(at) / 60_000) * 60_000).toISOString();
