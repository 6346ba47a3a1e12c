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

/** The best of all choices, by trying every one: people, worst pair, total. */
export function byTrying({ points, juniors, seniors, pins = [] }: Written): [number, number, number] | undefined {
  const free = juniors.map(({ places }) => places);
  const open = seniors.map(({ places }) => places);
  const chosen: (readonly [number, number, number])[] = [];
  const take = ([j, s]: readonly [number, number], places: number) => {
    free[j] = (free[j] ?? 0) - places;
    open[s] = (open[s] ?? 0) - places;
  };
  for (const pin of pins) {
    take(pin, 1);
    chosen.push([...pin, points[pin[0]]?.[pin[1]] ?? 0]);
  }
  if ([...free, ...open].some((places) => places < 0)) return undefined;
  const offered = points.flatMap((row, j) =>
    row.flatMap((each, s) => (each < 0 || pins.some(([a, b]) => a === j && b === s) ? [] : [[j, s, each] as const])),
  );
  let best: [number, number, number] = [-1, 0, 0];
  const covers = (people: readonly Person[], paired: readonly number[]) =>
    new Set(paired.filter((each) => people[each]?.first)).size;
  const attempt = (from: number): void => {
    const pair = offered[from];
    if (!pair) {
      const people =
        covers(
          juniors,
          chosen.map(([j]) => j),
        ) +
        covers(
          seniors,
          chosen.map(([, s]) => s),
        );
      const worst = Math.min(...chosen.map(([, , each]) => each), chosen.length > 0 ? Number.POSITIVE_INFINITY : 0);
      const found: typeof best = [people, worst, chosen.reduce((sum, [, , each]) => sum + each, 0)];
      if (compare(found, best) > 0) best = found;
      return;
    }
    attempt(from + 1);
    if ((free[pair[0]] ?? 0) < 1 || (open[pair[1]] ?? 0) < 1) return;
    take([pair[0], pair[1]], 1);
    chosen.push(pair);
    attempt(from + 1);
    chosen.pop();
    take([pair[0], pair[1]], -1);
  };
  attempt(0);
  return best;
}

const compare = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((each, level) => each !== b[level]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
};
