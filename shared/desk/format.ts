import type { Instant } from '../../events/define.ts';
import type { LocalDate } from '../../events/ids.ts';
import type { Language } from '../cohort/cohort.ts';

const locale = { de: 'de-DE', en: 'en-GB' } as const;

/** `2. März 2026`, `2 March 2026`. */
export const day = (date: LocalDate, language: Language): string =>
  new Intl.DateTimeFormat(locale[language], { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(date));

/** `02.03.2026`, `2 Mar 2026`: for tables. */
export const shortDay = (date: LocalDate, language: Language): string =>
  new Intl.DateTimeFormat(locale[language], { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(date));

/** `2. März 2026, 09:00`, in this zone. */
export const moment = (at: Instant, language: Language, timeZone: string): string =>
  new Intl.DateTimeFormat(locale[language], { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    Date.parse(at),
  );

export const number = (value: number, language: Language, digits = 0): string =>
  new Intl.NumberFormat(locale[language], { maximumFractionDigits: digits }).format(value);
