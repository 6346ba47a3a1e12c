import type { Cover } from './coverage.ts';
import type { Problem } from './problem.ts';
import { gainOf } from './scale.ts';
import type { Solution } from './solution.ts';

/**
 * What is wrong with a solution or its certificates; nothing, if it is proved to be the best. It trusts neither how
 * they were found nor what they say of themselves: every pair is held against all three.
 */
export function verify(problem: Problem, solution: Solution): string[] {
  const faults: string[] = [];
  const expect = (holds: boolean, fault: string) => {
    if (!holds && !faults.includes(fault)) faults.push(fault);
  };
  const { juniors, seniors, pins } = problem;
  const { objective, floor, scale, certificates } = solution;
  const { price } = certificates;
  const capped = (places: Int32Array, others: Int32Array) => places.map((each) => Math.min(each, others.length));
  const free = {
    juniors: capped(juniors.places, seniors.places),
    seniors: capped(seniors.places, juniors.places),
  };
  const pairs = BigInt(Math.min(sum(free.juniors), sum(free.seniors)));
  const open = { juniors: juniors.first.slice(), seniors: seniors.first.slice() };
  for (const [j, s] of pins) {
    free.juniors[j] = (free.juniors[j] ?? 0) - 1;
    free.seniors[s] = (free.seniors[s] ?? 0) - 1;
    open.juniors[j] = 0;
    open.seniors[s] = 0;
  }

  // The choice itself.
  const chosen = Array.from(juniors.places, () => new Set<number>());
  for (const [j, s] of solution.pairs) {
    expect(chosen[j]?.has(s) === false, 'a pair is chosen twice');
    chosen[j]?.add(s);
  }
  const pinned = Array.from(juniors.places, () => new Set<number>());
  for (const [j, s] of pins) pinned[j]?.add(s);
  expect(
    pins.every(([j, s]) => chosen[j]?.has(s)),
    'a pin is missing',
  );
  const degree = { juniors: count(solution, 0, juniors.places), seniors: count(solution, 1, seniors.places) };
  for (const [side, name] of [
    [juniors, 'juniors'],
    [seniors, 'seniors'],
  ] as const) {
    expect(
      degree[name].every((each, person) => each <= (side.places[person] ?? 0)),
      `${name} have more pairs than places`,
    );
  }

  // One look at every pair.
  let [total, worst, mostOffered, mostGained] = [0, Number.POSITIVE_INFINITY, -1, 0];
  let pinIsWorst = false;
  let [primal, dual] = [0n, 0n];
  const levelOne = certificates.people;
  const above = certificates.worst;
  const buffer = new Int32Array(seniors.places.length);
  for (let j = 0; j < juniors.places.length; j++) {
    problem.row(j, buffer);
    const [mine, forced] = [chosen[j] ?? new Set<number>(), pinned[j] ?? new Set<number>()];
    for (const s of mine) {
      const points = buffer[s] ?? -1;
      expect(points >= 0, 'a chosen pair is not allowed');
      expect(forced.has(s) || points >= floor, 'a chosen pair lies below the floor');
      if (forced.has(s) && points === objective.worst) pinIsWorst = true;
      total += points;
      worst = Math.min(worst, points);
      if (!forced.has(s)) primal += BigInt(gainOf(scale, points));
    }
    const own = (free.juniors[j] ?? 0) > 0;
    const ownPrice = price.juniors[j] ?? 0;
    const leads = { juniors: 0, seniors: 0, above: 0 };
    for (let s = 0; s < buffer.length; s++) {
      const points = buffer[s] ?? -1;
      if (points < 0 || !own || (free.seniors[s] ?? 0) === 0 || forced.has(s)) continue;
      if (points > mostOffered) {
        mostOffered = points;
        mostGained = gainOf(scale, points);
      }
      if (levelOne) {
        leads.juniors |= leaves(levelOne.juniors.cover, j, s);
        leads.seniors |= leaves(levelOne.seniors.cover, s, j);
      }
      if (above && points > objective.worst) {
        leads.above |= above.side === 'juniors' ? leaves(above.cover, j, s) : leaves(above.cover, s, j);
      }
      if (points < floor || gainOf(scale, points) <= ownPrice + (price.seniors[s] ?? 0)) continue;
      const excess = gainOf(scale, points) - ownPrice - (price.seniors[s] ?? 0);
      if (excess > 0) dual += BigInt(excess);
    }
    expect(leads.juniors + leads.seniors === 0, 'people: a pair leads out of the cover');
    expect(leads.above === 0, 'worst: a pair above it leads out of the cover');
  }

  // Level 1: the two covers allow no more people than have a pair.
  const got = { juniors: 0, seniors: 0 };
  for (const side of ['juniors', 'seniors'] as const) {
    got[side] = degree[side].reduce((sum, each, person) => sum + (each > 0 && open[side][person] === 1 ? 1 : 0), 0);
    const other = side === 'juniors' ? 'seniors' : 'juniors';
    if (levelOne) {
      expect(bound(levelOne[side].cover, open[side], free[other]) <= got[side], `people: more ${side} may be possible`);
    }
  }
  const pinnedPeople = new Set(
    pins.flatMap(([j, s]) => [...(juniors.first[j] ? [`j${j}`] : []), ...(seniors.first[s] ? [`s${s}`] : [])]),
  );
  expect(objective.people === got.juniors + got.seniors + pinnedPeople.size, 'people: miscounted');

  // Level 2: with points above the worst so many people cannot be had, or a pin is the worst.
  expect(objective.worst === (solution.pairs.length > 0 ? worst : 0), 'worst: misstated');
  if (levelOne && !pinIsWorst) {
    const other = above?.side === 'juniors' ? 'seniors' : 'juniors';
    const proved = above
      ? bound(above.cover, open[above.side], free[other]) < got[above.side]
      : got.juniors + got.seniors === 0 && mostOffered <= objective.worst;
    expect(proved || (solution.pairs.length === 0 && mostOffered < 0), 'worst: a better one may be possible');
  }
  if (levelOne) expect(floor <= objective.worst, 'worst: below the floor');

  // Level 3: no choice is worth more than the prices say, and this one is worth as much.
  for (const side of ['juniors', 'seniors'] as const) {
    primal += BigInt(scale.person) * BigInt(got[side]);
    for (let person = 0; person < free[side].length; person++) {
      dual += most(price[side][person] ?? 0, free[side][person] ?? 0, open[side][person] === 1 ? scale.person : 0);
    }
  }
  expect(primal === dual, 'total: more may be possible');
  expect(objective.total === total, 'total: miscounted');
  // The levels do not mix: a point weighs more than all pairs, a person more than all points.
  expect(BigInt(scale.point) > pairs, 'pairs weigh more than a point');
  expect(BigInt(scale.person) > pairs * BigInt(mostGained), 'points weigh more than a person');
  return faults;
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

const sum = (places: Int32Array) => places.reduce((all, each) => all + each, 0);

function count({ pairs }: Solution, at: 0 | 1, places: Int32Array): Int32Array {
  const degree = new Int32Array(places.length);
  for (const pair of pairs) degree[pair[at]] = (degree[pair[at]] ?? 0) + 1;
  return degree;
}
