import type { Problem } from './problem.ts';
import { type Scale, scaleOf } from './scale.ts';

/**
 * Everybody in one row of numbers, juniors first, and what is left to choose once the pins are in: their places are
 * used up, their people covered, their pairs no longer on offer.
 */
export interface People {
  readonly juniors: number;
  readonly seniors: number;
  /** By node: a junior's index, or `juniors` + a senior's index. No more places than the other side has people. */
  readonly places: Int32Array;
  readonly first: Uint8Array;
  readonly tie: Int32Array;
  readonly scale: Scale;
  /** Points of this junior with every senior; −1 where the pair cannot be chosen, or is pinned. */
  row(junior: number): Int32Array;
  /** The same of a single pair, where that is cheaper. */
  readonly points: ((junior: number, senior: number) => number) | undefined;
}

export function peopleOf(problem: Problem): People {
  const juniors = problem.juniors.places.length;
  const seniors = problem.seniors.places.length;
  const places = new Int32Array(juniors + seniors);
  const first = new Uint8Array(juniors + seniors);
  const tie = new Int32Array(juniors + seniors);
  for (const [side, from, others] of [
    [problem.juniors, 0, seniors],
    [problem.seniors, juniors, juniors],
  ] as const) {
    for (let person = 0; person < side.places.length; person++) {
      places[from + person] = Math.min(side.places[person] ?? 0, others);
      first[from + person] = side.first[person] ?? 0;
      tie[from + person] = side.tie[person] ?? 0;
    }
  }
  const pinned = new Map<number, number[]>();
  for (const [junior, senior] of problem.pins) {
    for (const node of [junior, juniors + senior]) {
      places[node] = (places[node] ?? 0) - 1;
      first[node] = 0;
    }
    pinned.set(junior, [...(pinned.get(junior) ?? []), senior]);
  }
  const buffer = new Int32Array(seniors);
  const row = (junior: number) => {
    problem.row(junior, buffer);
    for (const senior of pinned.get(junior) ?? []) buffer[senior] = -1;
    return buffer;
  };
  const points =
    problem.points &&
    ((junior: number, senior: number) =>
      pinned.get(junior)?.includes(senior) ? -1 : (problem.points?.(junior, senior) ?? -1));
  return { juniors, seniors, places, first, tie, scale: scaleOf(problem), row, points };
}
