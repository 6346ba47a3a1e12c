import type { Problem, Side } from '../../../../shared/pairing/solver/problem.ts';

/** A problem written down: `points[junior][senior]`, −1 where a pair cannot be. */
export interface Written {
  readonly points: readonly (readonly number[])[];
  readonly juniors: readonly Person[];
  readonly seniors: readonly Person[];
  readonly pins?: readonly (readonly [number, number])[];
}
export interface Person {
  readonly places: number;
  readonly first: boolean;
  readonly tie: number;
}

export const person = (places = 1, first = true, tie = 0): Person => ({ places, first, tie });

export function problemOf({ points, juniors, seniors, pins = [] }: Written): Problem {
  const side = (people: readonly Person[]): Side => ({
    places: Int32Array.from(people, ({ places }) => places),
    first: Uint8Array.from(people, ({ first }) => (first ? 1 : 0)),
    tie: Uint32Array.from(people, ({ tie }) => tie),
  });
  return {
    juniors: side(juniors),
    seniors: side(seniors),
    row: (junior, into) => into.set(points[junior] ?? []),
    mostPoints: Math.max(0, ...points.flat()),
    pins,
  };
}

/** The pins of these that fit the places and are allowed. */
export function fitting({ points, juniors, seniors }: Written, wishes: readonly (readonly [number, number])[]) {
  const [free, open] = [juniors.map(({ places }) => places), seniors.map(({ places }) => places)];
  const pins: [number, number][] = [];
  for (const [j, s] of wishes) {
    const has = pins.some(([a, b]) => a === j && b === s);
    if (has || (points[j]?.[s] ?? -1) < 0 || !free[j] || !open[s]) continue;
    free[j]--;
    open[s]--;
    pins.push([j, s]);
  }
  return pins;
}
