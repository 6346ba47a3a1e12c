import type { Instant } from '../../events/define.ts';
import type { LocalDate } from '../../events/ids.ts';

/** The local date at an instant, by Intl alone: for pages that need nothing else of time and should stay small. */
export const dateIn = (at: Instant, zone: string): LocalDate =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(Date.parse(at));
