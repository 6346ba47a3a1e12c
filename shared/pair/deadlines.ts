import type { Instant } from '../../events/define.ts';
import type { Cohort } from '../cohort/cohort.ts';
import { addDays, atLocal, localDate } from '../time/local.ts';
import { workingDaysAfter } from '../time/working-days.ts';
import type { Question } from './consent.ts';

type When = Pick<Cohort, 'timeZone' | 'holidays'>;

/** Working days. Two questions, one after the other, fit into the time that a run has. */
const days = { remind: 3, close: 7, settle: 14 } as const;
const hour = '09:00';

const mornings = (at: Instant, count: number, { timeZone, holidays }: When): Instant =>
  atLocal(workingDaysAfter(localDate(at, timeZone), count, holidays), hour, timeZone);

/** Until then HR sees "waiting" for every pair of a run that is approved now. */
export const consentDueAt = (at: Instant, cohort: When): Instant => mornings(at, days.settle, cohort);

/** The next morning on which is looked whether a run can be settled; its deadline is the last. */
export function nextLook(at: Instant, deadline: Instant, { timeZone }: When): Instant {
  const morning = atLocal(addDays(localDate(at, timeZone), 1), hour, timeZone);
  return morning < deadline ? morning : deadline;
}

/** A question that is asked now; none stays open beyond the deadline of its run. */
export function questionAt(at: Instant, deadline: Instant, cohort: When): Question {
  const week = mornings(at, days.close, cohort);
  const closesAt = week < deadline ? week : deadline;
  const remindAt = mornings(at, days.remind, cohort);
  return { askedAt: at, closesAt, ...(remindAt < closesAt ? { remindAt } : {}) };
}
