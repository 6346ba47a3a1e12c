import * as Calendar from 'temporal-polyfill/fns/Calendar';
import * as Moment from 'temporal-polyfill/fns/Instant';
import * as PlainDate from 'temporal-polyfill/fns/PlainDate';
import * as PlainTime from 'temporal-polyfill/fns/PlainTime';
import * as Zoned from 'temporal-polyfill/fns/ZonedDateTime';
import type { Instant } from '../../events/define.ts';
import type { LocalDate } from '../../events/ids.ts';

/**
 * Local time becomes UTC here, and only here. A skipped local hour counts as the later one, a repeated one as the
 * first (Temporal's `compatible`). Temporal as functions, not as classes: a bundle carries only those that are used.
 */
const dateOf = (date: LocalDate) => PlainDate.fromString(date, Calendar.getISO);
const zoned = (at: Instant, zone: string) => Moment.toZonedDateTimeISO(Moment.fromString(at), zone);

export const localDate = (at: Instant, zone: string): LocalDate =>
  PlainDate.toString(Zoned.toPlainDate(zoned(at, zone)));

/** `HH:MM` on a local date, as an instant. */
export const atLocal = (date: LocalDate, time: string, zone: string): Instant =>
  new Date(
    PlainDate.toZonedDateTime(dateOf(date), {
      timeZone: zone,
      plainTime: PlainTime.fromString(time),
    }).epochMilliseconds,
  ).toISOString();

export const addDays = (date: LocalDate, days: number): LocalDate =>
  PlainDate.toString(PlainDate.addDays(dateOf(date), days));
export const addMonths = (date: LocalDate, months: number): LocalDate =>
  PlainDate.toString(PlainDate.addMonths(dateOf(date), months));
/** 1 is Monday. */
export const weekdayOf = (date: LocalDate): number => PlainDate.dayOfWeek(dateOf(date));

/** A zone that this runtime knows. */
export function knownZone(zone: string): boolean {
  try {
    Moment.toZonedDateTimeISO(Moment.fromEpochMilliseconds(0), zone);
    return true;
  } catch {
    return false;
  }
}
