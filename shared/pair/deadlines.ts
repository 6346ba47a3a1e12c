import type { Instant } from '../../events/define.ts';
import type { Cohort } from '../cohort/cohort.ts';
import { addDays, atLocal, localDate } from '../time/local.ts';
import { workingDaysAfter } from '../time/working-days.ts';
import type { Question } from './consent.ts';

type Calendar = Pick<Cohort, 'timeZone' | 'holidays'>;
type When = Calendar & {
  readonly timers: Pick<Cohort['timers'], 'consentReminder' | 'consentCloses' | 'consentSettles'>;
};

const hour = '09:00';

const mornings = (at: Instant, count: number, { timeZone, holidays }: Calendar): Instant =>
  atLocal(workingDaysAfter(localDate(at, timeZone), count, holidays), hour, timeZone);

/** Until then HR sees "waiting" for every pair of a run that is approved now. */
export const consentDueAt = (at: Instant, cohort: When): Instant => mornings(at, cohort.timers.consentSettles, cohort);

/** The next morning on which is looked whether a run can be settled; its deadline is the last. */
export function nextLook(at: Instant, deadline: Instant, { timeZone }: Pick<Cohort, 'timeZone'>): Instant {
  const morning = atLocal(addDays(localDate(at, timeZone), 1), hour, timeZone);
  return morning < deadline ? morning : deadline;
}

/** A question that is asked now; none stays open beyond the deadline of its run. */
export function questionAt(at: Instant, deadline: Instant, cohort: When): Question {
  const { consentReminder, consentCloses } = cohort.timers;
  const close = mornings(at, consentCloses, cohort);
  const closesAt = close < deadline ? close : deadline;
  const remindAt = mornings(at, consentReminder, cohort);
  return { askedAt: at, closesAt, ...(remindAt < closesAt ? { remindAt } : {}) };
}
