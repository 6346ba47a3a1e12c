import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../events/define.ts';
import type { LocalDate } from '../../events/ids.ts';

/**
 * Local time becomes UTC here, and only here. A skipped local hour counts as the later one, a repeated one as the
 * first (Temporal's `compatible`).
 */
const zoned = (at: Instant, zone: string) => Temporal.Instant.from(at).toZonedDateTimeISO(zone);
const instant = (time: Temporal.ZonedDateTime): Instant => time.toInstant().toString({ fractionalSecondDigits: 3 });

export const localDate = (at: Instant, zone: string): LocalDate => zoned(at, zone).toPlainDate().toString();

/** `HH:MM` on a local date, as an instant. */
export const atLocal = (date: LocalDate, time: string, zone: string): Instant =>
  instant(Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }));

export const addDays = (date: LocalDate, days: number): LocalDate =>
  Temporal.PlainDate.from(date).add({ days }).toString();
export const addMonths = (date: LocalDate, months: number): LocalDate =>
  Temporal.PlainDate.from(date).add({ months }).toString();
/** 1 is Monday. */
export const weekdayOf = (date: LocalDate): number => Temporal.PlainDate.from(date).dayOfWeek;

/** A zone that this runtime knows. */
export function knownZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}
