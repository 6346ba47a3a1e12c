import type { LocalDate } from '../../events/ids.ts';
import { addDays, addMonths, weekdayOf } from '../time/local.ts';

/** A day that somebody wrote: found, or one that could be two. */
export type Day = { readonly date: LocalDate } | 'ambiguous';

/** The day on which somebody writes, and whether the days that they name have been or are ahead. */
export interface From {
  readonly today: LocalDate;
  readonly way: 'back' | 'ahead';
}

/** Reads the groups of a pattern that has matched. */
export interface DayPattern {
  readonly pattern: RegExp;
  read(groups: readonly (string | undefined)[], from: From): Day;
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
  dayPattern(`${before}(\\d{4})-(\\d{2})-(\\d{2})`, ([weekday, y, m, d], from) =>
    exact(Number(y), Number(m), Number(d), from, weekday),
  ),
  dayPattern(`${before}(\\d{1,2})\\.\\s?(\\d{1,2})(?:\\.(\\d{4}|\\d{2}(?!\\d))?)`, ([weekday, d, m, y], from) =>
    dated(y, Number(m), Number(d), from, weekday),
  ),
  dayPattern(`${before}(\\d{1,2})(?:\\.|st|nd|rd|th)?(?:\\s+of)?\\s*${month}${year}`, ([weekday, d, m, y], from) =>
    dated(y, numberIn(months, m), Number(d), from, weekday),
  ),
  dayPattern(`${before}${month}\\s+(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th|\\b)${year}`, ([weekday, m, d, y], from) =>
    dated(y, numberIn(months, m), Number(d), from, weekday),
  ),
  dayPattern(`${before}(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?`, ([weekday, a, b, y], from) =>
    slashed(Number(a), Number(b), y, from, weekday),
  ),
  dayPattern(`${before}(\\d{1,2})(?:\\.(?!\\d)|st|nd|rd|th)`, ([weekday, d], from) =>
    dayOfMonth(Number(d), from, weekday),
  ),
  dayPattern('am (\\d{1,2})(?![\\d.,:/]|\\s*(?:min|uhr|std|stunden|h\\b))', ([d], from) =>
    dayOfMonth(Number(d), from, undefined),
  ),
  dayPattern('(?:the )?day before yesterday|vorgestern', (_, from) => been(from, -2)),
  dayPattern('(?:gestern|yesterday)(?: (?:vormittag|mittag|nachmittag|abend|morning|afternoon|evening))?', (_, from) =>
    been(from, -1),
  ),
  dayPattern('(?:heute|today)(?: (?:früh|vormittag|mittag|nachmittag|morgen|morning))?', (_, { today }) => ({
    date: today,
  })),
  dayPattern(
    '(?:morgen|tomorrow)(?: (?:früh|vormittag|mittag|nachmittag|abend|morning|afternoon|evening))?',
    (_, from) => willBe(from, 1),
  ),
  dayPattern('übermorgen|(?:the )?day after tomorrow', (_, from) => willBe(from, 2)),
  dayPattern(
    `(?:am |on )?(letzten|letzter|vergangenen|last|past)\\s+(${oneOf(weekdays, 6)})\\b`,
    ([which, weekday], from) =>
      lastWeekday(numberIn(weekdays, weekday), from, which === 'last' || which?.startsWith('letz')),
  ),
  dayPattern(`(?:(?:am|on|this|diesen)\\s+)?(${oneOf(weekdays, 6)})\\b`, ([weekday], from) =>
    nearestWeekday(numberIn(weekdays, weekday), from),
  ),
];

const two = (number: number) => String(number).padStart(2, '0');

function calendarDay(year: number, month: number, day: number): LocalDate | undefined {
  const date = `${year}-${two(month)}-${two(day)}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date ? undefined : date;
}

const been = ({ today, way }: From, days: number): Day =>
  way === 'back' ? { date: addDays(today, days) } : 'ambiguous';
const willBe = ({ today, way }: From, days: number): Day =>
  way === 'ahead' ? { date: addDays(today, days) } : 'ambiguous';

/** A date whose weekday is told too must fall on it: else one of the two is wrong. */
function exact(year: number, month: number, day: number, _from: From, weekday: string | undefined): Day {
  const date = calendarDay(year, month, day);
  if (date === undefined) return 'ambiguous';
  return weekday === undefined || weekdayOf(date) === numberIn(weekdays, weekday) ? { date } : 'ambiguous';
}

/** Without a year it is the last time that this day was, or the next time that it will be. */
function dated(year: string | undefined, month: number, day: number, from: From, weekday?: string): Day {
  if (year !== undefined) return exact(Number(year.length === 2 ? `20${year}` : year), month, day, from, weekday);
  const { today, way } = from;
  const thisYear = Number(today.slice(0, 4));
  const date = calendarDay(thisYear, month, day);
  const years = date === undefined ? 0 : way === 'back' && date > today ? -1 : way === 'ahead' && date < today ? 1 : 0;
  return exact(thisYear + years, month, day, from, weekday);
}

/** 3/1 is in March or in January, depending on who writes: only where both agree, or one cannot be, it is a day. */
function slashed(a: number, b: number, year: string | undefined, from: From, weekday?: string): Day {
  if (a !== b && a <= 12 && b <= 12) return 'ambiguous';
  return a > 12 ? dated(year, b, a, from, weekday) : dated(year, a, b, from, weekday);
}

/** “Am 3.”: of this month if that lies on the right side of today, else of the one before or after. On the 3rd itself it could be both. */
function dayOfMonth(day: number, from: From, weekday: string | undefined): Day {
  const { today, way } = from;
  const now = Number(today.slice(8));
  if (now === day && weekday === undefined) return 'ambiguous';
  const first = `${today.slice(0, 8)}01`;
  const months = way === 'back' && now < day ? -1 : way === 'ahead' && now > day ? 1 : 0;
  const [year = 0, number = 0] = addMonths(first, months).split('-').map(Number);
  return exact(year, number, day, from, weekday);
}

/** The last or next one. On a Monday “on Monday” could be either. */
function nearestWeekday(weekday: number, { today, way }: From): Day {
  const back = (weekdayOf(today) - weekday + 7) % 7;
  if (back === 0) return 'ambiguous';
  return { date: addDays(today, way === 'back' ? -back : 7 - back) };
}

/** The last one before today. “Last Monday” said after a Monday of the same week could be either. */
function lastWeekday(weekday: number, { today, way }: From, saysLast: boolean | undefined): Day {
  if (way === 'ahead') return 'ambiguous';
  const back = (weekdayOf(today) - weekday + 7) % 7;
  if (back === 0) return saysLast ? { date: addDays(today, -7) } : 'ambiguous';
  return saysLast && weekday < weekdayOf(today) ? 'ambiguous' : { date: addDays(today, -back) };
}
