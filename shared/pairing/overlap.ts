import type { LocalDate } from '../../events/ids.ts';
import type { WorkingHours } from '../participant/participant.ts';
import { atLocal } from '../time/local.ts';

/** A stretch of a working day in minutes since that day's midnight in UTC; may lie before or after the UTC day. */
export interface Stretch {
  readonly weekday: number;
  readonly from: number;
  readonly to: number;
}

/** Working hours as UTC, with the offset that the zone has in the week of `week`. */
export function inUtc(hours: readonly WorkingHours[], zone: string, week: LocalDate, offsets: Map<string, number>) {
  let offset = offsets.get(zone);
  if (offset === undefined) {
    offset = (Date.parse(`${week}T12:00:00Z`) - Date.parse(atLocal(week, '12:00', zone))) / 60_000;
    offsets.set(zone, offset);
  }
  const shift = offset;
  return hours.map(
    ({ weekday, from, to }): Stretch => ({
      weekday,
      from: minutes(from) - shift,
      to: minutes(to) - shift,
    }),
  );
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Minutes in common: on the best weekday that both work, and over the week. */
export function overlapOf(one: readonly Stretch[], other: readonly Stretch[]): { best: number; week: number } {
  const perDay = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const a of one) {
    for (const b of other) {
      if (a.weekday !== b.weekday) continue;
      const common = Math.min(a.to, b.to) - Math.max(a.from, b.from);
      if (common > 0) perDay[a.weekday] = (perDay[a.weekday] ?? 0) + common;
    }
  }
  return { best: Math.max(...perDay), week: perDay.reduce((sum, each) => sum + each, 0) };
}
