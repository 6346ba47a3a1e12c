import type { Instant } from '../../events/define.ts';
import { daysAfter } from '../../shared/time/minute.ts';

const worthDays = 7;

/** A calendar need not hear of a meeting that has begun. */
export function worthUntil(startsAt: Instant, at: Instant): Instant {
  const days = daysAfter(at, worthDays);
  return startsAt < days ? startsAt : days;
}
