import type { LocalDate } from '../../events/ids.ts';
import { addDays, weekdayOf } from './local.ts';

/** Monday to Friday, and no holiday of the cohort. */
const worksOn = (date: LocalDate, holidays: readonly LocalDate[]): boolean =>
  weekdayOf(date) <= 5 && !holidays.includes(date);

/** The n-th working day after this date; the date itself never counts. */
export function workingDaysAfter(date: LocalDate, days: number, holidays: readonly LocalDate[]): LocalDate {
  let day = date;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (worksOn(day, holidays)) left--;
  }
  return day;
}
