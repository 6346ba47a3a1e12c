import { addPair, type Core, noPairs, type Pairs } from './core.ts';
import type { People } from './people.ts';
import { gainOf } from './scale.ts';
import { block, gaining } from './scan.ts';

/** Called for each row of a pass over every pair, until one of them turns out not to be the last pass. */
export type Visit = (junior: number, points: Int32Array) => void;

/** So many overlooked pairs of one junior join the core at once. */
const few = 4;

/**
 * Looks for pairs that gain more than both prices: the best few of each junior. None: the choice is best among all
 * pairs, not only among those of the core.
 *
 * The first pass looks at every pair. A later one remembers that no pair gained more at the prices before: only those
 * can whose prices have together fallen since, so most rows are not even computed again.
 */
export function overlooker(people: People, floor: number) {
  const { juniors, seniors, places, scale } = people;
  const { point } = scale;
  /** The prices at the pass before, and the juniors of whom it may have left out some pairs. */
  let before: Float64Array | undefined;
  const more = new Uint8Array(juniors);
  const fallen = new Int32Array(seniors);
  const change = new Float64Array(seniors);
  const blocks = new Int32Array(seniors + 1);
  const node = new Int32Array(few);
  const gain = new Float64Array(few);
  const excess = new Float64Array(few);

  return (core: Core, price: Float64Array, visit: Visit | undefined, eachRow: (junior: number) => void): Pairs => {
    const found = noPairs(1024);
    let fallenCount = 0;
    for (let s = 0; before && s < seniors; s++) {
      const now = (price[juniors + s] ?? 0) - (before[juniors + s] ?? 0);
      change[s] = now;
      if (now < 0) fallen[fallenCount++] = s;
    }
    // The deepest fall first.
    fallen.subarray(0, fallenCount).sort((a, b) => (change[a] ?? 0) - (change[b] ?? 0));
    const mostFallen = fallenCount > 0 ? (change[fallen[0] ?? 0] ?? 0) : 0;
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
      const rise = before ? own - (before[junior] ?? 0) : 0;
      const known = before !== undefined && more[junior] === 0;
      const quiet = (known && rise + mostFallen >= 0) || (places[junior] ?? 0) === 0;
      if (quiet && (!visit || found.size > 0)) continue;
      const onlyFallen = known && rise >= 0;
      const single = onlyFallen && fallenCount * 16 < seniors && (!visit || found.size > 0) ? people.points : undefined;
      const row = single ? undefined : people.row(junior);
      if (row && found.size === 0) visit?.(junior, row);
      if (quiet) continue;
      size = 0;
      bar = own - 1;
      if (onlyFallen || !row) {
        for (let i = 0; i < fallenCount; i++) {
          const s = fallen[i] ?? 0;
          if ((change[s] ?? 0) + rise >= 0) break;
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
      more[junior] = size === few ? 1 : 0;
      for (let i = 0; i < size; i++) addPair(found, junior, node[i] ?? 0, gain[i] ?? 0);
    }
    before = price.slice();
    return found;
  };
}

function inChoice({ start, degree, list, senior }: Core, junior: number, node: number): boolean {
  const from = start[junior] ?? 0;
  for (let at = from + (degree[junior] ?? 0) - 1; at >= from; at--) if (senior[list[at] ?? 0] === node) return true;
  return false;
}
