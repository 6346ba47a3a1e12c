import { auction, type Offers } from './auction.ts';
import { addPair, noPairs, type Pairs } from './core.ts';
import type { People } from './people.ts';
import { gainOf } from './scale.ts';
import { block, exceeding, gaining, mostOf } from './scan.ts';

/** The pairs of each junior that gain most over the price of their senior: at most `each` per junior. */
export interface Lists extends Offers {
  readonly each: number;
  /** By junior: no pair outside the list is worth more over the price that its senior had when the lists were made. */
  readonly rest: Float64Array;
}

export const noLists = ({ juniors }: People, each: number): Lists => ({
  each,
  from: Int32Array.from({ length: juniors }, (_, junior) => junior * each),
  rest: new Float64Array(juniors).fill(Number.NEGATIVE_INFINITY),
  to: Int32Array.from({ length: juniors }, (_, junior) => junior * each),
  senior: new Int32Array(juniors * each),
  gain: new Float64Array(juniors * each),
});

/** Fills juniors' lists from their rows. Most pairs are below the last of the list and cost one comparison. */
function filler(people: People, lists: Lists, price: Float64Array, floor: number) {
  const { juniors, seniors, tie, scale } = people;
  const { point } = scale;
  const { each, senior: nodes, gain: gains } = lists;
  const worth = new Float64Array(each);
  const blocks = new Int32Array(seniors + 1);
  return (junior: number, row: Int32Array): void => {
    const from = junior * each;
    const tieHere = tie[junior] ?? 0;
    let size = 0;
    // A full list of an earlier look: so many pairs are worth at least as much as its last one is now.
    let bar = lists.to[junior] === from + each ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    for (let at = from; bar > Number.NEGATIVE_INFINITY && at < from + each; at++) {
      const gain = gains[at] ?? 0;
      const value = gain < floor * point ? Number.NEGATIVE_INFINITY : gain - (price[nodes[at] ?? 0] ?? 0);
      bar = Math.min(bar, value - 2);
    }
    // The bar rises fast at first: the stretches that are held against one bar grow with it.
    for (let start = 0, stretch = 64; start < seniors; start += stretch, stretch *= 2) {
      const end = Math.min(start + stretch, seniors);
      const count = gaining(row, start, end, point, price, juniors, bar, blocks);
      for (let i = 0; i < count; i++) {
        const first = blocks[i] ?? 0;
        for (let s = first; s < first + block && s < end; s++) {
          const points = row[s] ?? 0;
          const ask = price[juniors + s] ?? 0;
          if (points < floor || points * point - ask <= bar) continue;
          const gain = gainOf(scale, points);
          const value = gain - ask + chance(tieHere, tie[juniors + s] ?? 0);
          if (size === each && value <= (worth[each - 1] ?? 0)) continue;
          let at = size < each ? size++ : each - 1;
          while (at > 0 && (worth[at - 1] ?? 0) < value) {
            worth[at] = worth[at - 1] ?? 0;
            nodes[from + at] = nodes[from + at - 1] ?? 0;
            gains[from + at] = gains[from + at - 1] ?? 0;
            at--;
          }
          worth[at] = value;
          nodes[from + at] = juniors + s;
          gains[from + at] = gain;
          if (size === each) bar = (worth[each - 1] ?? 0) - 2;
        }
      }
    }
    lists.to[junior] = from + size;
    lists.rest[junior] = size === each ? (worth[each - 1] ?? 0) : bar + 1;
  };
}

/** Less than 1, by the hashes of both: equal pairs of different juniors are not all with the same seniors. */
function chance(junior: number, senior: number): number {
  let hash = Math.imul(junior ^ ((senior << 16) | (senior >>> 16)), 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 8) / 2 ** 24;
}

/** So many juniors are a senior's candidates, beside those whose candidate the senior is. */
const few = 3;

/** What the first look at every pair finds. */
export interface Survey {
  /** By node: the most points of any pair of theirs, −1 without any. */
  readonly best: Int32Array;
  readonly lists: Lists;
  readonly price: Float64Array;
  /** A few pairs with the most points of each senior, so that nobody is left without a candidate. */
  readonly ofSeniors: Pairs;
}

/**
 * Looks at every pair once. The juniors come to the auction one after the other, so that the lists of the later ones
 * already know which seniors are in demand.
 */
export function survey(people: People, each: number, epsilon: number, eachRow: (junior: number) => void): Survey {
  const { juniors, seniors, places, scale } = people;
  const best = new Int32Array(juniors + seniors).fill(-1);
  const lists = noLists(people, each);
  const price = new Float64Array(juniors + seniors);
  // A place that a pin takes cannot be had at any price.
  for (let node = 0; node < price.length; node++) if (places[node] === 0) price[node] = Number.POSITIVE_INFINITY;
  const bidding = auction(people, price, lists);
  const fill = filler(people, lists, price, 0);
  const topPoints = new Int32Array(seniors * few).fill(-1);
  const topJunior = new Int32Array(seniors * few);
  const least = new Int32Array(seniors).fill(-1);
  const blocks = new Int32Array(seniors + 1);
  for (let junior = 0; junior < juniors; junior++) {
    eachRow(junior);
    if ((places[junior] ?? 0) === 0) continue;
    const row = people.row(junior);
    best[junior] = mostOf(row);
    if (best[junior] === -1) continue;
    const count = exceeding(row, least, blocks);
    for (let i = 0; i < count; i++) {
      const first = blocks[i] ?? 0;
      for (let s = first; s < first + block && s < seniors; s++) {
        const points = row[s] ?? 0;
        if (points <= (least[s] ?? 0)) continue;
        let at = s * few + few - 1;
        for (; at > s * few && (topPoints[at - 1] ?? 0) < points; at--) {
          topPoints[at] = topPoints[at - 1] ?? 0;
          topJunior[at] = topJunior[at - 1] ?? 0;
        }
        topPoints[at] = points;
        topJunior[at] = junior;
        least[s] = topPoints[s * few + few - 1] ?? -1;
      }
    }
    fill(junior, row);
    bidding.enter(junior, epsilon, 12);
  }
  const ofSeniors = noPairs(seniors * few);
  for (let s = 0; s < seniors; s++) {
    if ((places[juniors + s] ?? 0) === 0) continue;
    best[juniors + s] = topPoints[s * few] ?? -1;
    for (let at = s * few; at < s * few + few; at++) {
      const points = topPoints[at] ?? -1;
      if (points < 0) break;
      const junior = topJunior[at] ?? 0;
      addPair(ofSeniors, junior, juniors + s, gainOf(scale, points));
    }
  }
  return { best, lists, price, ofSeniors };
}

/**
 * The lists of those who came early anew, because they did not know what became dear; and those that hold something
 * below the floor.
 */
export function relist(people: People, lists: Lists, price: Float64Array, floor: number, eachRow: (j: number) => void) {
  const least = floor * people.scale.point;
  const fill = filler(people, lists, price, floor);
  for (let junior = 0; junior < people.juniors; junior++) {
    eachRow(junior);
    let low = junior < people.juniors * early;
    for (let at = lists.from[junior] ?? 0; !low && at < (lists.to[junior] ?? 0); at++)
      low = (lists.gain[at] ?? 0) < least;
    if (low && (people.places[junior] ?? 0) > 0) fill(junior, people.row(junior));
  }
}

const early = 0.2;
