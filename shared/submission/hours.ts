import type { WorkingHours } from '../participant/participant.ts';

/** First letters of the days, German and English; 1 is Monday. No two of them contradict each other. */
const days: Record<string, number> = {
  mo: 1,
  tu: 2,
  di: 2,
  we: 3,
  mi: 3,
  th: 4,
  do: 4,
  fr: 5,
  sa: 6,
  su: 7,
  so: 7,
};
const dayOf = (word: string) => days[word.slice(0, 2).toLowerCase()];
const part =
  /^(?:(?<days>[A-Za-zäöü.,\s–-]+?)\s*:?\s+)?(?<from>\d{1,2}(?::\d{2})?)\s*[-–]\s*(?<to>\d{1,2}(?::\d{2})?)$/;

/**
 * `09:00-17:00` is Monday to Friday; `Mo-We 09:00-13:00|Th 10:00-12:00` names the days.
 * `undefined`: not working hours.
 */
export function parseHours(text: string): WorkingHours[] | undefined {
  const found: WorkingHours[] = [];
  for (const piece of text.split('|').map((each) => each.trim())) {
    const match = part.exec(piece)?.groups;
    const from = clock(match?.from);
    const to = clock(match?.to);
    const weekdays = match && weekdaysOf(match.days);
    if (!from || !to || !weekdays || from >= to) return undefined;
    found.push(...weekdays.map((weekday) => ({ weekday, from, to })));
  }
  const sorted = found.sort((a, b) => a.weekday - b.weekday || a.from.localeCompare(b.from));
  const overlaps = sorted.some((each, index) => {
    const before = sorted[index - 1];
    return before?.weekday === each.weekday && each.from < before.to;
  });
  return overlaps || sorted.length > 28 ? undefined : sorted;
}

function clock(text: string | undefined): string | undefined {
  const [hour = '', minute = '00'] = text?.split(':') ?? [];
  return hour !== '' && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : undefined;
}

function weekdaysOf(text: string | undefined): number[] | undefined {
  if (text === undefined) return [1, 2, 3, 4, 5];
  const all = new Set<number>();
  for (const range of text.split(',')) {
    const ends = range.split(/[-–]/).map((word) => dayOf(word.trim()));
    const [first, last = first] = ends;
    if (first === undefined || last === undefined || ends.length > 2 || first > last) return undefined;
    for (let day = first; day <= last; day++) all.add(day);
  }
  return [...all];
}

const dayNames = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

/** The same as text, as `parseHours` reads it. */
export function hoursText(hours: readonly WorkingHours[]): string {
  const byTime = Map.groupBy(hours, ({ from, to }) => `${from}-${to}`);
  return [...byTime]
    .map(([time, of]) => {
      const weekdays = of.map(({ weekday }) => weekday).sort();
      return weekdays.join('') === '12345' ? time : `${weekdays.map((day) => dayNames[day - 1]).join(',')} ${time}`;
    })
    .join('|');
}
