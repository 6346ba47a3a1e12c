import { auction, type Offers } from './auction.ts';
import { addPair, noPairs, type Pairs } from './core.ts';
import type { People } from './people.ts';
import { tieOf } from './scale.ts';

/** The pairs of each junior that gain most over the price of their senior: at most `each` per junior. */
export interface Lists extends Offers {
  readonly each: number;
}

export const noLists = ({ juniors }: People, each: number): Lists => ({
  each,
  from: Int32Array.from({ length: juniors }, (_, junior) => junior * each),
  to: new Int32Array(juniors),
  senior: new Int32Array(juniors * each),
  gain: new Float64Array(juniors * each),
});

/** Fills one junior's list from their row. Most pairs are below the last of the list and cost one comparison. */
function fill(people: People, lists: Lists, junior: number, row: Int32Array, price: Float64Array, floor: number): void {
  const { juniors, seniors, tie, scale } = people;
  const { point, mostTie, tieShift } = scale;
  const { each, senior: nodes, gain: gains } = lists;
  const from = junior * each;
  const tieHere = tie[junior] ?? 0;
  const worth = values;
  let size = 0;
  let bar = Number.NEGATIVE_INFINITY;
  for (let s = 0; s < seniors; s++) {
    const points = row[s] ?? 0;
    const rough = points * point - (price[juniors + s] ?? 0);
    if (rough <= bar || points < floor) continue;
    const gain = points * point + tieOf(tieHere, tie[juniors + s] ?? 0, tieShift);
    const value = gain - (price[juniors + s] ?? 0);
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
    if (size === each) bar = (worth[each - 1] ?? 0) - mostTie;
  }
  lists.to[junior] = from + size;
}
const values = new Float64Array(256);

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
  const { juniors, seniors, tie, places, scale } = people;
  const best = new Int32Array(juniors + seniors).fill(-1);
  const lists = noLists(people, each);
  const price = new Float64Array(juniors + seniors);
  // A place that a pin takes cannot be had at any price.
  for (let node = 0; node < price.length; node++) if (places[node] === 0) price[node] = Number.POSITIVE_INFINITY;
  const bidding = auction(people, price, lists);
  const few = 3;
  const topPoints = new Int32Array(seniors * few).fill(-1);
  const topJunior = new Int32Array(seniors * few);
  for (let junior = 0; junior < juniors; junior++) {
    eachRow(junior);
    if ((places[junior] ?? 0) === 0) continue;
    const row = people.row(junior);
    let most = -1;
    for (let s = 0; s < seniors; s++) {
      const points = row[s] ?? 0;
      if (points > most) most = points;
      if (points <= (topPoints[s * few + few - 1] ?? 0)) continue;
      let at = s * few + few - 1;
      while (at > s * few && (topPoints[at - 1] ?? 0) < points) {
        topPoints[at] = topPoints[at - 1] ?? 0;
        topJunior[at] = topJunior[at - 1] ?? 0;
        at--;
      }
      topPoints[at] = points;
      topJunior[at] = junior;
    }
    best[junior] = most;
    if (most < 0) continue;
    fill(people, lists, junior, row, price, 0);
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
      const gain = points * scale.point + tieOf(tie[junior] ?? 0, tie[juniors + s] ?? 0, scale.tieShift);
      addPair(ofSeniors, junior, juniors + s, gain);
    }
  }
  return { best, lists, price, ofSeniors };
}

/** Lists that know all prices, and nothing below the floor. */
export function relist(people: People, lists: Lists, price: Float64Array, floor: number, eachRow: (j: number) => void) {
  for (let junior = 0; junior < people.juniors; junior++) {
    eachRow(junior);
    lists.to[junior] = junior * lists.each;
    if ((people.places[junior] ?? 0) > 0) fill(people, lists, junior, people.row(junior), price, floor);
  }
}
