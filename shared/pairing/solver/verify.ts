import type { Cover } from './coverage.ts';
import type { Problem } from './problem.ts';
import { gainOf, keptGainOf } from './scale.ts';
import type { Solution } from './solution.ts';

/**
 * What is wrong with a solution or its certificates; nothing, if it is proved to be the best. It trusts neither how
 * they were found nor what they say of themselves: every pair is held against all three.
 */
export function verify(problem: Problem, solution: Solution): string[] {
  const ground = groundOf(problem, solution);
  const seen = look(problem, solution, ground);
  const checks = { ...choice(problem, solution, ground), ...seen.checks, ...levels(solution, ground, seen) };
  return Object.entries(checks).flatMap(([fault, is]) => (is ? [fault] : []));
}

/** A fault, and whether it is there. */
type Checks = Record<string, boolean>;
const sides = ['juniors', 'seniors'] as const;
const otherThan = { juniors: 'seniors', seniors: 'juniors' } as const;

/** The places and first people that the pins leave, and who has how many pairs. */
function groundOf({ juniors, seniors, pins, kept = [] }: Problem, { pairs }: Solution) {
  const capped = (places: Int32Array, others: Int32Array) => places.map((each) => Math.min(each, others.length));
  const all = { juniors: capped(juniors.places, seniors.places), seniors: capped(seniors.places, juniors.places) };
  const free = { juniors: all.juniors.slice(), seniors: all.seniors.slice() };
  const open = { juniors: juniors.first.slice(), seniors: seniors.first.slice() };
  const degree = { juniors: new Int32Array(free.juniors.length), seniors: new Int32Array(free.seniors.length) };
  const chosen = Array.from(juniors.places, () => new Set<number>());
  const pinned = Array.from(juniors.places, () => new Set<number>());
  const keep = Array.from(juniors.places, () => new Set<number>());
  for (const [j, s] of kept) keep[j]?.add(s);
  let pinnedPeople = 0;
  const add = (numbers: Int32Array, person: number, by: number) => {
    numbers[person] = (numbers[person] ?? 0) + by;
  };
  for (const [j, s] of pins) {
    add(free.juniors, j, -1);
    add(free.seniors, s, -1);
    pinnedPeople += (open.juniors[j] ?? 0) + (open.seniors[s] ?? 0);
    open.juniors[j] = 0;
    open.seniors[s] = 0;
    pinned[j]?.add(s);
  }
  for (const [j, s] of pairs) {
    add(degree.juniors, j, 1);
    add(degree.seniors, s, 1);
    chosen[j]?.add(s);
  }
  const paired = (side: (typeof sides)[number]) =>
    degree[side].reduce((sum, each, person) => sum + (each > 0 ? (open[side][person] ?? 0) : 0), 0);
  const got = { juniors: paired('juniors'), seniors: paired('seniors') };
  return { all, free, open, degree, chosen, pinned, keep, pinnedPeople, got };
}
type Ground = ReturnType<typeof groundOf>;

function choice({ pins }: Problem, { pairs }: Solution, { all, degree, chosen }: Ground): Checks {
  const tooMany = (side: (typeof sides)[number]) =>
    degree[side].some((each, person) => each > (all[side][person] ?? 0));
  return {
    'a pair is chosen twice': chosen.reduce((sum, each) => sum + each.size, 0) !== pairs.length,
    'a pin is missing': !pins.every(([j, s]) => chosen[j]?.has(s)),
    'juniors have more pairs than places': tooMany('juniors'),
    'seniors have more pairs than places': tooMany('seniors'),
  };
}

/** One look at every pair. */
function look(problem: Problem, solution: Solution, { free, chosen, pinned, keep }: Ground) {
  const { objective, floor, scale, certificates } = solution;
  const { people, price, worst: above } = certificates;
  const checks = {
    'a chosen pair is not allowed': false,
    'a chosen pair lies below the floor': false,
    'people: a pair leads out of the cover': false,
    'worst: a pair above it leads out of the cover': false,
  };
  const found = { total: 0, worst: Number.POSITIVE_INFINITY, pinIsWorst: false, mostOffered: -1 };
  let [primal, dual] = [0n, 0n];
  const row = new Int32Array(problem.seniors.places.length);
  for (const [j, mine] of chosen.entries()) {
    problem.row(j, row);
    const forced = pinned[j] ?? new Set();
    const gain = (s: number, points: number) => (keep[j]?.has(s) ? keptGainOf(scale, points) : gainOf(scale, points));
    for (const s of mine) {
      const points = row[s] ?? -1;
      if (points < 0) checks['a chosen pair is not allowed'] = true;
      if (points < floor && !forced.has(s)) checks['a chosen pair lies below the floor'] = true;
      if (points === objective.worst && forced.has(s)) found.pinIsWorst = true;
      found.total += points;
      found.worst = Math.min(found.worst, points);
      if (!forced.has(s)) primal += BigInt(gain(s, points));
    }
    if ((free.juniors[j] ?? 0) === 0) continue;
    const own = price.juniors[j] ?? 0;
    let [leads, leadsAbove] = [0, 0];
    for (let s = 0; s < row.length; s++) {
      const points = row[s] ?? -1;
      if (points < 0 || (free.seniors[s] ?? 0) === 0 || forced.has(s)) continue;
      if (points > found.mostOffered) found.mostOffered = points;
      if (people) leads |= leaves(people.juniors.cover, j, s) | leaves(people.seniors.cover, s, j);
      if (above && points > objective.worst) {
        leadsAbove |= above.side === 'juniors' ? leaves(above.cover, j, s) : leaves(above.cover, s, j);
      }
      if (points < floor) continue;
      const excess = gain(s, points) - own - (price.seniors[s] ?? 0);
      if (excess > 0) dual += BigInt(excess);
    }
    if (leads === 1) checks['people: a pair leads out of the cover'] = true;
    if (leadsAbove === 1) checks['worst: a pair above it leads out of the cover'] = true;
  }
  return { checks, primal, dual, ...found };
}
type Seen = ReturnType<typeof look>;

function levels(solution: Solution, { free, open, keep, pinnedPeople, got }: Ground, seen: Seen): Checks {
  const { objective, floor, scale, certificates, pairs } = solution;
  const { people, price, worst: above } = certificates;
  // 1: the two covers allow no more people than have a pair.
  const more = (side: (typeof sides)[number]) =>
    people !== undefined && bound(people[side].cover, open[side], free[otherThan[side]]) > got[side];
  // 2: with points above the worst so many people cannot be had; or a pin is the worst; or nobody needs a pair.
  const better = above
    ? bound(above.cover, open[above.side], free[otherThan[above.side]]) >= got[above.side]
    : got.juniors + got.seniors > 0 || (seen.mostOffered > objective.worst && !seen.pinIsWorst);
  // 3: no choice is worth more than the prices say, and this one is worth as much.
  let { primal, dual } = seen;
  for (const side of sides) {
    primal += BigInt(scale.person) * BigInt(got[side]);
    for (const [person, places] of free[side].entries()) {
      dual += most(price[side][person] ?? 0, places, open[side][person] === 1 ? scale.person : 0);
    }
  }
  const mostPairs = BigInt(Math.min(...sides.map((side) => free[side].reduce((sum, each) => sum + each, 0))));
  const anyKept = keep.some(({ size }) => size > 0);
  const mostGain = BigInt((anyKept ? keptGainOf : gainOf)(scale, Math.max(0, seen.mostOffered)));
  return {
    'people: more juniors may be possible': more('juniors'),
    'people: more seniors may be possible': more('seniors'),
    'people: miscounted': objective.people !== got.juniors + got.seniors + pinnedPeople,
    'worst: misstated': objective.worst !== (pairs.length > 0 ? seen.worst : 0),
    'worst: a better one may be possible': people !== undefined && !seen.pinIsWorst && better,
    // Pairs between the two would have been left out of the total for nothing.
    'total: the floor is too high': floor > (people ? objective.worst : 0),
    'total: more may be possible': primal !== dual,
    'total: miscounted': objective.total !== seen.total,
    'pairs weigh more than a point': BigInt(scale.point) <= mostPairs * (anyKept ? 2n : 1n),
    'points weigh more than a person': BigInt(scale.person) <= mostPairs * mostGain,
  };
}

/** 1: this pair leads from outside to somebody who is not within. */
const leaves = ({ outside, within }: Cover, from: number, to: number): number =>
  (outside[from] ?? 0) & (1 - (within[to] ?? 0));

/** At most so many people of one side can have a first pair. */
function bound({ outside, within }: Cover, first: Uint8Array, places: Int32Array): number {
  const anyway = first.reduce((sum, each, person) => sum + (outside[person] === 1 ? 0 : each), 0);
  return places.reduce((sum, each, person) => sum + (within[person] === 1 ? each : 0), anyway);
}

/** The most that a person can be worth whose places have this price: the best number of pairs at it. */
function most(price: number, places: number, person: number): bigint {
  if (places === 0) return 0n;
  const one = BigInt(person) + BigInt(price);
  const all = one + BigInt(places - 1) * BigInt(price);
  return [one, all].reduce((max, each) => (each > max ? each : max), 0n);
}
