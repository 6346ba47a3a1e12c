import type { Instant } from '../../events/define.ts';
import type { LocalDate } from '../../events/ids.ts';

/**
 * The date on a wall calendar in this zone. Apart from `local.ts`, because a page that only shows a date should not
 * carry the whole of Temporal. Swedish dates are ISO 8601.
 */
export const calendarDate = (at: Instant, zone: string): LocalDate =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(at),
  );

/** `YYYY-MM-DDTHH:MM` on a wall clock in this zone. */
export const wallClock = (at: Instant, zone: string): string =>
  `${calendarDate(at, zone)}T${new Intl.DateTimeFormat('sv-SE', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(new Date(at))}`;
