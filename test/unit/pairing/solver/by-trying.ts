import type { Written } from './problems.ts';

/** People, worst pair, total. */
export type Best = readonly [people: number, worst: number, total: number];

/**
 * Of all choices that leave the same places: the most juniors with a first pair, and, with so many of them, each worst
 * pair with its most points. A better worst pair may end with fewer points, so both are kept.
 */
interface Kept {
  people: number;
  ways: (readonly [worst: number, total: number])[];
}

/**
 * The best of all choices by trying every one, junior by junior: each takes every set of seniors who still have a
 * place. What the seniors' places are afterwards is all that the next junior must know.
 */
export function byTrying({ points, juniors, seniors, pins = [] }: Written): Best | undefined {
  const own = juniors.map(({ places }) => places);
  const all = seniors.map(({ places }) => places);
  const left = [...all];
  for (const [j, s] of pins) {
    own[j] = (own[j] ?? 0) - 1;
    left[s] = (left[s] ?? 0) - 1;
  }
  if ([...own, ...left].some((places) => places < 0)) return undefined;
  const worthOf = ([j, s]: readonly [number, number]) => points[j]?.[s] ?? 0;
  const isPin = (j: number, s: number) => pins.some(([a, b]) => a === j && b === s);
  const worst = Math.min(Number.POSITIVE_INFINITY, ...pins.map(worthOf));
  const total = pins.reduce((sum, pin) => sum + worthOf(pin), 0);

  // The places as one number: nobody here has more than three.
  let states = new Map<number, Kept>([[packed(left), { people: 0, ways: [[worst, total]] }]]);
  for (const [j, { first }] of juniors.entries()) {
    const counts = first ? 1 : 0;
    const hasPin = pins.some(([a]) => a === j);
    const offered = (points[j] ?? []).flatMap((each, s) => (each < 0 || isPin(j, s) ? [] : [{ s, each }]));
    const next = new Map<number, Kept>();
    for (const [state, before] of states) {
      const take = (from: number, places: number, now: number, worst: number, total: number) => {
        keep(next, now, before, now !== state || hasPin ? counts : 0, worst, total);
        if (places === 0) return;
        for (const [at, { s, each }] of offered.entries()) {
          if (at < from || placesIn(now, s) === 0) continue;
          take(at + 1, places - 1, now - 4 ** s, Math.min(worst, each), total + each);
        }
      };
      take(0, own[j] ?? 0, state, Number.POSITIVE_INFINITY, 0);
    }
    states = next;
  }

  const found = [...states].flatMap(([state, { people, ways }]) => {
    const paired = seniors.filter(({ first }, s) => first && placesIn(state, s) < (all[s] ?? 0)).length;
    return ways.map(([w, sum]): Best => [people + paired, w === Number.POSITIVE_INFINITY ? 0 : w, sum]);
  });
  return found.reduce((best, each) => (compare(each, best) > 0 ? each : best), [-1, 0, 0] as Best);
}

const packed = (places: readonly number[]): number => places.reduce((sum, each, s) => sum + each * 4 ** s, 0);
const placesIn = (state: number, s: number): number => Math.floor(state / 4 ** s) % 4;

function keep(into: Map<number, Kept>, state: number, before: Kept, more: number, worst: number, total: number): void {
  const people = before.people + more;
  const known = into.get(state);
  if (known && known.people > people) return;
  const kept = known?.people === people ? known : { people, ways: [] };
  into.set(state, kept);
  for (const [w, sum] of before.ways) {
    const way = [Math.min(w, worst), sum + total] as const;
    if (kept.ways.some((each) => each[0] >= way[0] && each[1] >= way[1])) continue;
    kept.ways = [...kept.ways.filter((each) => each[0] > way[0] || each[1] > way[1]), way];
  }
}

const compare = (a: Best, b: Best): number => {
  const at = a.findIndex((each, level) => each !== b[level]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
};
