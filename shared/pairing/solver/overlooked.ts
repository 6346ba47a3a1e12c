import { addPair, type Core, noPairs, type Pairs } from './core.ts';
import { fallsSince } from './falls.ts';
import type { People } from './people.ts';
import { gainOf } from './scale.ts';
import { block, gaining } from './scan.ts';

/** Called for each row of a pass over every pair, until one of them turns out not to be the last pass. */
export type Visit = (junior: number, points: Int32Array) => void;

/** So many overlooked pairs of one junior join the core at once. */
const few = 4;

/** So much of a row may be asked for pair by pair before the whole row is cheaper. */
const part = 1 / 16;

/** What is known of the pairs that are not in the core before any pass: see `Lists.rest`, and at which prices. */
export interface Known {
  readonly rest: Float64Array;
  readonly price: Float64Array;
}

/**
 * Looks for pairs that gain more than both prices: the best few of each junior. None: the choice is best among all
 * pairs, not only among those of the core.
 *
 * Not every pair needs a look. What stands outside a junior's list was worth at most so much; and once a pass has found
 * nothing more of a junior, no pair of theirs gained more than its prices then. Since either time only those pairs can
 * have come to gain more whose senior's price has fallen, together with what the junior's own price changed, far enough.
 */
export function overlooker(people: People, floor: number, known: Known | undefined) {
  const { juniors, seniors, places, scale } = people;
  const { point } = scale;
  /** The prices at the pass before, and the juniors of whom it may have left out some pairs. */
  let before: Float64Array | undefined;
  const more = new Uint8Array(juniors);
  const blocks = new Int32Array(seniors + 1);
  const node = new Int32Array(few);
  const gain = new Float64Array(few);
  const excess = new Float64Array(few);

  return (core: Core, price: Float64Array, visit: Visit | undefined, eachRow: (junior: number) => void): Pairs => {
    const found = noPairs(1024);
    const sinceLists = known && fallsSince(known.price, price, juniors);
    const sincePass = before && fallsSince(before, price, juniors);
    let [size, bar, own] = [0, 0, 0];

    /** This pair may gain more than both prices: if it does, it is put among the best few. */
    const consider = (junior: number, s: number, points: number): void => {
      const whole = gainOf(scale, points);
      const over = whole - (price[juniors + s] ?? 0) - own;
      if (over <= 0 || inChoice(core, junior, juniors + s)) return;
      if (size === few && over <= (excess[few - 1] ?? 0)) return;
      let at = size < few ? size++ : few - 1;
      for (; at > 0 && (excess[at - 1] ?? 0) < over; at--) {
        excess[at] = excess[at - 1] ?? 0;
        node[at] = node[at - 1] ?? 0;
        gain[at] = gain[at - 1] ?? 0;
      }
      excess[at] = over;
      node[at] = juniors + s;
      gain[at] = whole;
      if (size === few) bar = Math.max(bar, own + (excess[few - 1] ?? 0) - 1);
    };

    for (let junior = 0; junior < juniors; junior++) {
      eachRow(junior);
      own = price[junior] ?? 0;
      const byList = sinceLists ? sinceLists.below(own - (known.rest[junior] ?? 0)) : seniors;
      const byPass = sincePass && more[junior] === 0 ? sincePass.below(own - (before?.[junior] ?? 0)) : seniors;
      const open = (places[junior] ?? 0) === 0 ? 0 : Math.min(byList, byPass);
      const shown = visit !== undefined && found.size === 0;
      if (open === 0 && !shown) continue;
      const single = !shown && open < seniors * part ? people.points : undefined;
      const row = single ? undefined : people.row(junior);
      if (shown && row) visit(junior, row);
      size = 0;
      bar = own - 1;
      if (open < seniors || !row) {
        const fallen = (byList < byPass ? sinceLists : sincePass)?.deepest ?? none;
        for (let i = 0; i < open; i++) {
          const s = fallen[i] ?? 0;
          const points = single ? single(junior, s) : (row?.[s] ?? -1);
          if (points * point - (price[juniors + s] ?? 0) > bar && points >= floor) consider(junior, s, points);
        }
      } else {
        const count = gaining(row, 0, seniors, point, price, juniors, bar, blocks);
        for (let i = 0; i < count; i++) {
          const first = blocks[i] ?? 0;
          for (let s = first; s < first + block && s < seniors; s++) {
            const points = row[s] ?? 0;
            if (points * point - (price[juniors + s] ?? 0) > bar && points >= floor) consider(junior, s, points);
          }
        }
      }
      if (open > 0) more[junior] = size === few ? 1 : 0;
      for (let i = 0; i < size; i++) addPair(found, junior, node[i] ?? 0, gain[i] ?? 0);
    }
    before = price.slice();
    return found;
  };
}

const none = new Int32Array(0);

function inChoice({ start, degree, list, senior }: Core, junior: number, node: number): boolean {
  const from = start[junior] ?? 0;
  for (let at = from + (degree[junior] ?? 0) - 1; at >= from; at--) if (senior[list[at] ?? 0] === node) return true;
  return false;
}
