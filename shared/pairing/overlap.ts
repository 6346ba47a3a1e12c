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
export const inUtc = (
  hours: readonly WorkingHours[],
  zone: string,
  week: LocalDate,
  offsets: Map<string, number>,
): Stretch[] => shifted(hours, offsetOf(zone, week, offsets));

/** The same for many: equal lists of hours at equal offsets are made once and are the same list. */
export function stretchesIn(week: LocalDate): (hours: readonly WorkingHours[], zone: string) => readonly Stretch[] {
  const offsets = new Map<string, number>();
  const known = new Map<readonly WorkingHours[], Map<number, readonly Stretch[]>>();
  return (hours, zone) => {
    const offset = offsetOf(zone, week, offsets);
    const byOffset = known.get(hours) ?? new Map<number, readonly Stretch[]>();
    const made = byOffset.get(offset) ?? shifted(hours, offset);
    known.set(hours, byOffset.set(offset, made));
    return made;
  };
}

function offsetOf(zone: string, week: LocalDate, offsets: Map<string, number>): number {
  const known = offsets.get(zone);
  if (known !== undefined) return known;
  const offset = (Date.parse(`${week}T12:00:00Z`) - Date.parse(atLocal(week, '12:00', zone))) / 60_000;
  offsets.set(zone, offset);
  return offset;
}

const shifted = (hours: readonly WorkingHours[], offset: number) =>
  hours.map(({ weekday, from, to }): Stretch => ({ weekday, from: minutes(from) - offset, to: minutes(to) - offset }));

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

/** From and to of each weekday, one stretch a day; none where somebody's day has two. */
export type Week = Int32Array;

export function weekOf(stretches: readonly Stretch[]): Week | undefined {
  const week = new Int32Array(16);
  for (const { weekday, from, to } of stretches) {
    if ((week[2 * weekday] ?? 0) < (week[2 * weekday + 1] ?? 0)) return undefined;
    week[2 * weekday] = from;
    week[2 * weekday + 1] = to;
  }
  return week;
}

/** The same as `overlapOf`, for the many who work one stretch a day. */
export function overlapOfWeeks(one: Week, other: Week): { best: number; week: number } {
  let best = 0;
  let week = 0;
  for (let at = 0; at < 16; at += 2) {
    const from = Math.max(one[at] ?? 0, other[at] ?? 0);
    const common = Math.min(one[at + 1] ?? 0, other[at + 1] ?? 0) - from;
    if (common <= 0) continue;
    week += common;
    if (common > best) best = common;
  }
  return { best, week };
}
