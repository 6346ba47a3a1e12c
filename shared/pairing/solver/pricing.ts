import { addPair, type Core, isChosen, noPairs, type Pairs, turn } from './core.ts';
import type { People } from './people.ts';
import { tieOf } from './scale.ts';

/**
 * Chooses for each junior what is best at these prices of the seniors, and sets the junior's price to match, so that
 * the invariant of `repairer` holds for all pairs of the core.
 */
export function chooseAt(people: People, core: Core, price: Float64Array): void {
  const { juniors, places, first, scale } = people;
  const order: { pair: number; value: number }[] = [];
  for (let junior = 0; junior < juniors; junior++) {
    const room = places[junior] ?? 0;
    const least = first[junior] === 1 ? -scale.person : 0;
    const from = core.start[junior] ?? 0;
    const to = core.start[junior + 1] ?? 0;
    if (room === 0) continue;
    if (room === 1) {
      let [best, chosen] = [least, -1];
      for (let at = from; at < to; at++) {
        const pair = core.list[at] ?? 0;
        const value = (core.gain[pair] ?? 0) - (price[core.senior[pair] ?? 0] ?? 0);
        if (value > best) [best, chosen] = [value, pair];
      }
      price[junior] = best;
      if (chosen >= 0) turn(core, chosen);
      continue;
    }
    order.length = 0;
    for (let at = from; at < to; at++) {
      const pair = core.list[at] ?? 0;
      order.push({ pair, value: (core.gain[pair] ?? 0) - (price[core.senior[pair] ?? 0] ?? 0) });
    }
    order.sort((a, b) => b.value - a.value || a.pair - b.pair);
    const wanted = order.filter(({ value }, rank) => rank < room && value > 0);
    const [top] = order;
    if (wanted.length === 0 && top && top.value > least) {
      wanted.push(top);
      price[junior] = top.value;
    } else if (wanted.length === room) price[junior] = Math.max(0, order[room]?.value ?? 0);
    else price[junior] = wanted.length > 0 ? 0 : least;
    for (const { pair } of wanted) turn(core, pair);
  }
}

/** Takes every pair into the choice that gains more than the prices of both. */
export function chooseGaining(core: Core, price: Float64Array): void {
  for (let pair = 0; pair < core.size; pair++) {
    const reduced =
      (price[core.junior[pair] ?? 0] ?? 0) + (price[core.senior[pair] ?? 0] ?? 0) - (core.gain[pair] ?? 0);
    if (reduced < 0 && !isChosen(core, pair)) turn(core, pair);
  }
}

/** Raises the prices of those whose places are all taken as far as their pairs bear it: fewer others then look better. */
export function raiseJuniors({ juniors, places }: People, core: Core, price: Float64Array): void {
  for (let junior = 0; junior < juniors; junior++) {
    const degree = core.degree[junior] ?? 0;
    if (degree === 0 || degree !== places[junior]) continue;
    let least = Number.POSITIVE_INFINITY;
    const from = core.start[junior] ?? 0;
    for (let at = from; at < from + degree; at++) {
      const pair = core.list[at] ?? 0;
      const left = (core.gain[pair] ?? 0) - (price[core.senior[pair] ?? 0] ?? 0);
      if (left < least) least = left;
    }
    price[junior] = Math.max(least, price[junior] ?? 0);
  }
}

/** What is called for each row of a pass over every pair, until one of them turns out not to be the last pass. */
export type Visit = (junior: number, points: Int32Array) => void;

/**
 * Looks at every pair once, and returns those that gain more than both prices: the best few of each junior. None: the
 * choice is best among all pairs, not only among those of the core.
 */
export function overlooked(
  people: People,
  core: Core,
  price: Float64Array,
  floor: number,
  visit: Visit,
  eachRow: (junior: number) => void,
): Pairs {
  const { juniors, seniors, tie, places, scale } = people;
  const { point, mostTie, tieShift } = scale;
  const found = noPairs(1024);
  const node = new Int32Array(few);
  const gain = new Float64Array(few);
  const excess = new Float64Array(few);
  for (let junior = 0; junior < juniors; junior++) {
    eachRow(junior);
    const row = people.row(junior);
    if (found.size === 0) visit(junior, row);
    if ((places[junior] ?? 0) === 0) continue;
    const tieHere = tie[junior] ?? 0;
    const own = price[junior] ?? 0;
    let bar = own - mostTie;
    let size = 0;
    for (let s = 0; s < seniors; s++) {
      const points = row[s] ?? 0;
      if (points * point - (price[juniors + s] ?? 0) <= bar || points < floor) continue;
      const whole = points * point + tieOf(tieHere, tie[juniors + s] ?? 0, tieShift);
      const over = whole - (price[juniors + s] ?? 0) - own;
      if (over <= 0 || (size === few && over <= (excess[few - 1] ?? 0)) || inChoice(core, junior, juniors + s))
        continue;
      let at = size < few ? size++ : few - 1;
      for (; at > 0 && (excess[at - 1] ?? 0) < over; at--) {
        excess[at] = excess[at - 1] ?? 0;
        node[at] = node[at - 1] ?? 0;
        gain[at] = gain[at - 1] ?? 0;
      }
      excess[at] = over;
      node[at] = juniors + s;
      gain[at] = whole;
      if (size === few) bar = own + (excess[few - 1] ?? 0) - mostTie;
    }
    for (let i = 0; i < size; i++) addPair(found, junior, node[i] ?? 0, gain[i] ?? 0);
  }
  return found;
}
const few = 4;

function inChoice({ start, degree, list, senior }: Core, junior: number, node: number): boolean {
  const from = start[junior] ?? 0;
  for (let at = from + (degree[junior] ?? 0) - 1; at >= from; at--) if (senior[list[at] ?? 0] === node) return true;
  return false;
}
