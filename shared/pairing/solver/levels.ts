import { type Core, drop } from './core.ts';
import { type Cover, coverage, type SideName } from './coverage.ts';
import type { People } from './people.ts';
import { wholeCore } from './whole.ts';

/** The first two levels of the objective, without the pins: most people with a pair, then the best worst pair. */
export interface Levels {
  /** How many first people of each side get a pair, and why not one more. */
  readonly people: Readonly<Record<SideName, { readonly number: number; readonly cover: Cover }>>;
  /** No pair with fewer points is needed. */
  readonly floor: number;
  /** Why so many people cannot be had with points above the floor; absent where a pin or nothing but it decides. */
  readonly worst: { readonly side: SideName; readonly cover: Cover } | undefined;
}

type Numbers = Readonly<Record<SideName, number>>;

/** `best`: by node, the most points of any pair of theirs; `cap`: the least points of a pin. */
export function levelsOf(people: People, core: Core, best: Int32Array, cap: number, eachRow: () => void): Levels {
  const bounds = { juniors: bound(people, best, 'juniors'), seniors: bound(people, best, 'seniors') };
  const sides = {
    juniors: coverage(people, 'juniors', core, eachRow),
    seniors: coverage(people, 'seniors', core, eachRow),
  };

  /** Tries to give a pair to so many, at the greatest floor; says how many it were in the end. */
  function attempt(wanted: Numbers, covers: Partial<Record<SideName, Cover>>) {
    const numbers = { juniors: 0, seniors: 0 };
    let floor = Number.POSITIVE_INFINITY;
    let worst: Levels['worst'];
    for (const side of ['juniors', 'seniors'] as const) {
      const most = nthBest(people, best, side, wanted[side]);
      if (most >= floor) continue;
      floor = most;
      worst = { side, cover: atMost(people, best, side, most) };
    }
    if (cap <= floor) [floor, worst] = [cap, undefined];
    // Nobody needs a pair: only the very best may be chosen, because every other one would be the worst.
    if (floor === Number.POSITIVE_INFINITY) floor = best.reduce((most, each) => Math.max(most, each), 0);
    for (const side of ['juniors', 'seniors'] as const) {
      const reached = highest(people, sides[side], wanted[side], floor);
      numbers[side] = reached.number;
      if (reached.floor < 0) covers[side] = reached.cover;
      else if (reached.cover) [floor, worst] = [reached.floor, { side, cover: reached.cover }];
    }
    return { numbers, floor, worst };
  }

  const covers = { juniors: bounds.juniors.cover, seniors: bounds.seniors.cover };
  const most = { juniors: bounds.juniors.number, seniors: bounds.seniors.number };
  let { numbers, floor, worst } = attempt(most, covers);
  if (numbers.juniors < most.juniors || numbers.seniors < most.seniors) {
    ({ numbers, floor, worst } = attempt(numbers, covers));
  }
  return {
    people: {
      juniors: { number: numbers.juniors, cover: covers.juniors },
      seniors: { number: numbers.seniors, cover: covers.seniors },
    },
    floor,
    worst,
  };
}

/**
 * The highest floor up to this one at which so many get a pair, and how many it were. What the candidates alone can do
 * is nearly the best, if those whom they leave out get more of them: what lies above it is so little that all of it can
 * be looked through. Where it is not (many equal points), the search goes through whole rows.
 */
function highest(people: People, search: ReturnType<typeof coverage>, wanted: number, most: number) {
  const reaches = (floor: number, pairs?: Core) => {
    search.clear();
    search.byCore(floor, pairs && [pairs]);
    return search.count() >= wanted;
  };
  const greatest = (from: number, to: number, pairs?: Core) => {
    let [possible, impossible] = [from, to];
    while (possible + 1 < impossible) {
      const floor = (possible + impossible) >> 1;
      if (reaches(floor, pairs)) possible = floor;
      else impossible = floor;
    }
    return possible;
  };
  if (reaches(most)) return { floor: most, number: wanted, cover: undefined };
  search.widen();
  if (reaches(most)) return { floor: most, number: wanted, cover: undefined };
  const possible = greatest(-1, most);
  const above = possible < 0 ? undefined : wholeCore(people, possible + 1, mostAbove);
  if (above) {
    const floor = greatest(possible, most + 1, above);
    const cover = floor === most || reaches(floor + 1, above) ? undefined : search.cover();
    drop(above);
    return { floor, number: wanted, cover };
  }
  // From a floor that is too high the search comes down to the best; the fewer steps the better.
  for (let step = 1; ; step *= 4) {
    const floor = possible < 0 ? most : Math.min(possible + step, most);
    reaches(floor);
    const reached = search.reaching(wanted, floor);
    if (reached.cover || floor === most) return { ...reached, number: search.count() };
  }
}

const mostAbove = 3_000_000;

const range = ({ juniors, seniors }: People, side: SideName): [number, number] =>
  side === 'juniors' ? [0, juniors] : [juniors, juniors + seniors];
const other = (side: SideName): SideName => (side === 'juniors' ? 'seniors' : 'juniors');

/** No more than the first people who have any pair, nor than the places of those on the other side who have one. */
function bound(people: People, best: Int32Array, side: SideName): { number: number; cover: Cover } {
  const [from, to] = range(people, side);
  const [otherFrom, otherTo] = range(people, other(side));
  let [persons, places] = [0, 0];
  for (let node = from; node < to; node++) if (people.first[node] === 1 && (best[node] ?? -1) >= 0) persons++;
  for (let node = otherFrom; node < otherTo; node++) if ((best[node] ?? -1) >= 0) places += people.places[node] ?? 0;
  if (persons <= places) return { number: persons, cover: atMost(people, best, side, -1) };
  const outside = new Uint8Array(to - from).fill(1);
  const within = Uint8Array.from(best.subarray(otherFrom, otherTo), (each) => (each >= 0 ? 1 : 0));
  return { number: places, cover: { outside, within } };
}

/** Whoever has no pair above so many points cannot get one. */
function atMost(people: People, best: Int32Array, side: SideName, points: number): Cover {
  const [from, to] = range(people, side);
  const [otherFrom, otherTo] = range(people, other(side));
  const outside = Uint8Array.from(best.subarray(from, to), (each) => (each <= points ? 1 : 0));
  return { outside, within: new Uint8Array(otherTo - otherFrom) };
}

/** With points above this, fewer than so many first people of the side have any pair at all. */
function nthBest(people: People, best: Int32Array, side: SideName, number: number): number {
  if (number === 0) return Number.POSITIVE_INFINITY;
  const [from, to] = range(people, side);
  const sorted = best
    .slice(from, to)
    .filter((_, person) => people.first[from + person] === 1)
    .sort();
  return sorted[sorted.length - number] ?? -1;
}
