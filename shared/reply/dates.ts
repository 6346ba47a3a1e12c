import type { LocalDate } from '../../events/ids.ts';
import { addDays, addMonths, weekdayOf } from '../time/local.ts';

/** A day that somebody wrote: found, or one that could be two. */
export type Day = { readonly date: LocalDate } | 'ambiguous';

/** Reads the groups of a pattern that has matched, on the day `today`. */
export interface DayPattern {
  readonly pattern: RegExp;
  read(groups: readonly (string | undefined)[], today: LocalDate): Day;
}

const months: readonly (readonly string[])[] = [
  ['januar', 'jänner', 'january', 'jan'],
  ['februar', 'february', 'feb'],
  ['märz', 'maerz', 'march', 'mar', 'mrz'],
  ['april', 'apr'],
  ['mai', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['dezember', 'december', 'dez', 'dec'],
];
const weekdays: readonly (readonly string[])[] = [
  ['montag', 'monday', 'mon', 'mo'],
  ['dienstag', 'tuesday', 'tue', 'di'],
  ['mittwoch', 'wednesday', 'wed', 'mi'],
  ['donnerstag', 'thursday', 'thu', 'do'],
  ['freitag', 'friday', 'fri', 'fr'],
  ['samstag', 'sonnabend', 'saturday', 'sat', 'sa'],
  ['sonntag', 'sunday', 'sun', 'so'],
];
const oneOf = (names: readonly (readonly string[])[], shortest = 1) =>
  names
    .flat()
    .filter((name) => name.length >= shortest)
    .toSorted((a, b) => b.length - a.length)
    .join('|');
const numberIn = (names: readonly (readonly string[])[], name: string | undefined) =>
  names.findIndex((each) => each.includes(name ?? '')) + 1;

const month = `(?:(${oneOf(months)})\\b\\.?)`;
/** Short names only before a date: “do” and “so” are words too. */
const before = `(?:(?:am|vom|on|the|der|den|dem|this|diesen)\\s+)*(?:(${oneOf(weekdays)})\\b\\.?,?\\s*)?(?:(?:am|dem|den|der|the)\\s+)*`;
const year = '(?:,?\\s*(\\d{4}|\\d{2}(?![\\d.:]))(?!\\s*(?:min|uhr|std|stunden|h\\b|am\\b|pm\\b|o.clock)))?';

const dayPattern = (source: string, read: DayPattern['read']): DayPattern => ({
  pattern: new RegExp(source, 'uy'),
  read,
});

/** The longest first: what one of them takes is not offered to the next. */
export const dayPatterns: readonly DayPattern[] = [
  dayPattern(`${before}(\\d{4})-(\\d{2})-(\\d{2})`, ([weekday, y, m, d], today) =>
    exact(Number(y), Number(m), Number(d), today, weekday),
  ),
  dayPattern(`${before}(\\d{1,2})\\.\\s?(\\d{1,2})(?:\\.(\\d{4}|\\d{2}(?!\\d))?)`, ([weekday, d, m, y], today) =>
    dated(y, Number(m), Number(d), today, weekday),
  ),
  dayPattern(`${before}(\\d{1,2})(?:\\.|st|nd|rd|th)?(?:\\s+of)?\\s*${month}${year}`, ([weekday, d, m, y], today) =>
    dated(y, numberIn(months, m), Number(d), today, weekday),
  ),
  dayPattern(`${before}${month}\\s+(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th|\\b)${year}`, ([weekday, m, d, y], today) =>
    dated(y, numberIn(months, m), Number(d), today, weekday),
  ),
  dayPattern(`${before}(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?`, ([weekday, a, b, y], today) =>
    slashed(Number(a), Number(b), y, today, weekday),
  ),
  dayPattern(`${before}(\\d{1,2})(?:\\.(?!\\d)|st|nd|rd|th)`, ([weekday, d], today) =>
    dayOfMonth(Number(d), today, weekday),
  ),
  dayPattern('am (\\d{1,2})(?![\\d.,:/]|\\s*(?:min|uhr|std|stunden|h\\b))', ([d], today) =>
    dayOfMonth(Number(d), today, undefined),
  ),
  dayPattern('(?:the )?day before yesterday|vorgestern', (_, today) => ({ date: addDays(today, -2) })),
  dayPattern(
    '(?:gestern|yesterday)(?: (?:vormittag|mittag|nachmittag|abend|morning|afternoon|evening))?',
    (_, today) => ({
      date: addDays(today, -1),
    }),
  ),
  dayPattern('(?:heute|today)(?: (?:früh|vormittag|mittag|nachmittag|morgen|morning))?', (_, today) => ({
    date: today,
  })),
  dayPattern(
    `(?:am |on )?(letzten|letzter|vergangenen|last|past)\\s+(${oneOf(weekdays, 6)})\\b`,
    ([which, weekday], today) =>
      lastWeekday(numberIn(weekdays, weekday), today, which === 'last' || which?.startsWith('letz')),
  ),
  dayPattern(`(?:(?:am|on|this|diesen)\\s+)?(${oneOf(weekdays, 6)})\\b`, ([weekday], today) =>
    lastWeekday(numberIn(weekdays, weekday), today, false),
  ),
];

const two = (number: number) => String(number).padStart(2, '0');

function calendarDay(year: number, month: number, day: number): LocalDate | undefined {
  const date = `${year}-${two(month)}-${two(day)}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date ? undefined : date;
}

/** A date whose weekday is told too must fall on it: else one of the two is wrong. */
function exact(year: number, month: number, day: number, _today: LocalDate, weekday: string | undefined): Day {
  const date = calendarDay(year, month, day);
  if (date === undefined) return 'ambiguous';
  return weekday === undefined || weekdayOf(date) === numberIn(weekdays, weekday) ? { date } : 'ambiguous';
}

/** Without a year it is the last time that this day was. */
function dated(year: string | undefined, month: number, day: number, today: LocalDate, weekday?: string): Day {
  if (year !== undefined) return exact(Number(year.length === 2 ? `20${year}` : year), month, day, today, weekday);
  const thisYear = Number(today.slice(0, 4));
  const date = calendarDay(thisYear, month, day);
  return exact(date !== undefined && date > today ? thisYear - 1 : thisYear, month, day, today, weekday);
}

/** 3/1 is in March or in January, depending on who writes: only where both agree, or one cannot be, it is a day. */
function slashed(a: number, b: number, year: string | undefined, today: LocalDate, weekday?: string): Day {
  if (a !== b && a <= 12 && b <= 12) return 'ambiguous';
  return a > 12 ? dated(year, b, a, today, weekday) : dated(year, a, b, today, weekday);
}

/** “Am 3.”: of this month if it has been, else of the last. On the 3rd itself it could be both. */
function dayOfMonth(day: number, today: LocalDate, weekday: string | undefined): Day {
  if (Number(today.slice(8)) === day && weekday === undefined) return 'ambiguous';
  const first = `${today.slice(0, 8)}01`;
  const [year = 0, number = 0] = (Number(today.slice(8)) >= day ? first : addMonths(first, -1)).split('-').map(Number);
  return exact(year, number, day, today, weekday);
}

/** The last one before today. “Last Monday” said after a Monday of the same week could be either. */
function lastWeekday(weekday: number, today: LocalDate, saysLast: boolean | undefined): Day {
  const back = (weekdayOf(today) - weekday + 7) % 7;
  if (back === 0) return saysLast ? { date: addDays(today, -7) } : 'ambiguous';
  return saysLast && weekday < weekdayOf(today) ? 'ambiguous' : { date: addDays(today, -back) };
}
