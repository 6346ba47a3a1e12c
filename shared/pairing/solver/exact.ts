import { auction } from './auction.ts';
import type { Lists, Survey } from './candidates.ts';
import { addPair, type Core, coreFrom, extend, type Held, noPairs } from './core.ts';
import { type Known, overlooker, type Visit } from './overlooked.ts';
import type { People } from './people.ts';
import { chooseAt, chooseGaining, raiseJuniors } from './pricing.ts';
import { repairer } from './repair.ts';

/** A core of each junior's list and each senior's few. */
export function promising(people: People, lists: Lists, { ofSeniors }: Survey, floor: number): Core {
  const least = floor * people.scale.point;
  const all = noPairs(lists.senior.length + ofSeniors.size);
  for (let junior = 0; junior < people.juniors; junior++) {
    const last = lists.to[junior] ?? 0;
    for (let at = lists.from[junior] ?? 0; at < last; at++) {
      const gain = lists.gain[at] ?? 0;
      if (gain >= least) addPair(all, junior, lists.senior[at] ?? 0, gain);
    }
  }
  for (let at = 0; at < ofSeniors.size; at++) {
    const gain = ofSeniors.gain[at] ?? 0;
    if (gain >= least) addPair(all, ofSeniors.junior[at] ?? 0, ofSeniors.senior[at] ?? 0, gain);
  }
  return coreFrom(people, all);
}

/**
 * Better prices by bidding on the core, each round eight times as finely (epsilon scaling); at last as fine as whole
 * numbers go, after which what a junior holds is as good as anything at these prices.
 */
function bargain(people: People, core: Core, price: Float64Array) {
  const first = new Int32Array(people.juniors + 1);
  for (let pair = 0; pair < core.size; pair++) {
    const at = (core.junior[pair] ?? 0) + 1;
    first[at] = (first[at] ?? 0) + 1;
  }
  for (let at = 1; at < first.length; at++) first[at] = (first[at] ?? 0) + (first[at - 1] ?? 0);
  const bidding = auction(people, price, { from: first, to: first.subarray(1), senior: core.senior, gain: core.gain });
  for (let epsilon = people.scale.mostGain / coarse; epsilon > 0; epsilon = Math.floor(epsilon / 8)) round(epsilon);
  round(0);
  function round(epsilon: number): void {
    bidding.clear();
    for (let junior = 0; junior < people.juniors; junior++) bidding.enter(junior, epsilon, 30);
  }
  return bidding;
}

/** The first step of bids, as a part of the greatest gain. */
export const coarse = 64;

/**
 * The best choice, exactly: best within the core, then every pair is held against the prices; what gains more than
 * both prices joins the core, and the choice is repaired around it, until no pair does.
 */
export function exact(
  people: People,
  held: Held,
  price: Float64Array,
  floor: number,
  known: Known | undefined,
  onPass: () => Visit | undefined,
  eachRow: (junior: number) => void,
): Core {
  choose(people, held.core, price);
  const repair = repairer(people, price);
  const overlooked = overlooker(people, floor, known);
  for (;;) {
    repair(held.core);
    raiseJuniors(people, held.core, price);
    const more = overlooked(held.core, price, onPass(), eachRow);
    if (more.size === 0) return held.core;
    extend(people, held, more);
    chooseGaining(held.core, price);
  }
}

/** A first choice, at prices that were bid for. */
function choose(people: People, core: Core, price: Float64Array): void {
  const { holds } = bargain(people, core, price);
  // At prices in whole points much of what differs little costs the same: whoever looks for one path finds hundreds.
  const { point } = people.scale;
  for (let node = 0; node < price.length; node++) price[node] = point * Math.round((price[node] ?? 0) / point);
  chooseAt(people, core, price, holds);
}
