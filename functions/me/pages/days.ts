import type { Instant } from '../../../events/define.ts';
import type { LocalDate } from '../../../events/ids.ts';
import { calendarDate } from '../../../shared/time/calendar.ts';
import { atLocal } from '../../../shared/time/local.ts';
import type { Visit } from '../visit.ts';

const date = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const time = /^([01]\d|2[0-3]):[0-5]\d$/;

/** The date on the reader's wall calendar. */
export const todayOf = ({ me, trigger }: Pick<Visit, 'me' | 'trigger'>): LocalDate =>
  calendarDate(trigger.at, me.self.timeZone);

/** A date that the calendar has: 30 February is none. */
export const real = (text: string): boolean =>
  date.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

/** When a day and an hour of a form are, in the zone of whoever tells them. Both or one may be empty: then there is no hour. */
export function startIn(day: string, hour: string, zone: string): Instant | 'wrong' | undefined {
  if (day !== '' && !real(day)) return 'wrong';
  if (hour === '') return undefined;
  return day === '' || !time.test(hour) ? 'wrong' : atLocal(day, hour, zone);
}
