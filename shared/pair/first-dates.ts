import type { Instant } from '../../events/define.ts';
import type { LocalDate } from '../../events/ids.ts';
import type { Participant } from '../participant/participant.ts';
import { addDays, atLocal, localDate, weekdayOf } from '../time/local.ts';

type Side = Pick<Participant, 'self' | 'hr'>;
type When = { readonly timeZone: string; readonly holidays: readonly LocalDate[] };

const earliest = 5;
/** Working days in this many days are looked at first; beyond them only if fewer than two fit. */
const soon = 10;
const latest = 60;
const meeting = 60 * 60_000;
const half = 30 * 60_000;

/**
 * Two suggestions for a first meeting: an hour within the working hours of both, on two different days from five to
 * ten days ahead, on no holiday of the cohort and in nobody's absence. Where there are fewer, later days are looked at,
 * and where there are none at all it is mid-morning of the cohort: two dates to refuse are better than none.
 */
export function firstDates(one: Side, other: Side, from: Instant, cohort: When): [Instant, Instant] {
  const today = localDate(from, cohort.timeZone);
  const days = Array.from({ length: latest - earliest + 1 }, (_, index) => addDays(today, earliest + index))
    .filter((date) => !cohort.holidays.includes(date) && !away(one, date) && !away(other, date))
    .map((date) => ({ date, stretches: common(one, other, date) }));
  const fitting = days.filter(({ stretches }) => stretches.length > 0);
  const near = fitting.filter(({ date }) => date <= addDays(today, soon));
  const start = fitting[0]?.stretches[0];
  const last = (near.length > 1 ? near.at(-1) : fitting[1])?.stretches.at(-1);
  const [some = addDays(today, earliest), another = addDays(today, soon)] = days
    .map(({ date }) => date)
    .filter(
      (date) =>
        weekdayOf(date) <= 5 && date !== (start && localDate(new Date(start.from).toISOString(), cohort.timeZone)),
    );
  // Early on one day and late on the other: whom one time of day never suits, the other may.
  return [
    start ? new Date(start.from).toISOString() : atLocal(some, '10:00', cohort.timeZone),
    last
      ? new Date(Math.max(last.from, Math.floor((last.to - meeting) / half) * half)).toISOString()
      : atLocal(another, '14:00', cohort.timeZone),
  ];
}

const away = ({ hr }: Side, date: LocalDate): boolean =>
  hr?.away !== undefined && hr.away.from <= date && date <= hr.away.to;

/** Stretches of that day, in milliseconds since 1970, in which both work for at least an hour; earliest first. */
function common(one: Side, other: Side, date: LocalDate): { from: number; to: number }[] {
  const mine = stretchesOn(one, date);
  return stretchesOn(other, date)
    .flatMap((theirs) =>
      mine.map((each) => ({
        from: Math.ceil(Math.max(each.from, theirs.from) / half) * half,
        to: Math.min(each.to, theirs.to),
      })),
    )
    .filter(({ from, to }) => to - from >= meeting)
    .sort((a, b) => a.from - b.from);
}

const stretchesOn = ({ self: { hours, timeZone } }: Side, date: LocalDate) =>
  hours
    .filter(({ weekday }) => weekday === weekdayOf(date))
    .map(({ from, to }) => ({
      from: Date.parse(atLocal(date, from, timeZone)),
      to: Date.parse(atLocal(date, to, timeZone)),
    }));
