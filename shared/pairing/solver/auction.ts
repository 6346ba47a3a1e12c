import type { People } from './people.ts';

/** What each junior may bid for: pairs `from[junior]` until `to[junior]`, each with its senior's node and its gain. */
export interface Offers {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly senior: Int32Array;
  readonly gain: Float64Array;
}

/**
 * Prices of the seniors by bidding (Bertsekas): a junior takes a place of the senior with the most gain left over the
 * price, and bids as much as that senior is worth more than the second best. Who is outbid bids again. Only the prices
 * are wanted, as a start for the exact search, so it may stop anywhere: it is bounded by a number of bids, because with
 * many equal gains, or more juniors than places, bidding wars are long.
 */
export function auction(people: People, price: Float64Array, offers: Offers) {
  const { juniors, seniors, places, scale } = people;
  /** Below this a junior stays out: the price is for the exact search to find. */
  const least = -scale.mostGain;
  const slot = new Int32Array(seniors + 1);
  for (let s = 0; s < seniors; s++) {
    slot[s + 1] = (slot[s] ?? 0) + Math.min(places[juniors + s] ?? 0, mostSlots);
  }
  const holder = new Int32Array(slot[seniors] ?? 0);
  const level = new Float64Array(holder.length);
  const taken = new Int32Array(seniors);

  const holds = (junior: number, senior: number) => {
    const from = slot[senior] ?? 0;
    for (let i = from + (taken[senior] ?? 0) - 1; i >= from; i--) if (holder[i] === junior) return true;
    return false;
  };

  /** Places one bid; returns who was outbid, −1 if nobody was. */
  function bid(junior: number, epsilon: number): number {
    const single = places[junior] === 1;
    let best = least;
    let second = least;
    let winner = -1;
    const last = offers.to[junior] ?? 0;
    for (let i = offers.from[junior] ?? 0; i < last; i++) {
      const node = offers.senior[i] ?? 0;
      const value = (offers.gain[i] ?? 0) - (price[node] ?? 0);
      if (value <= second) continue;
      if (!single && holds(junior, node - juniors)) continue;
      if (value > best) {
        second = best;
        best = value;
        winner = node;
      } else second = value;
    }
    if (winner < 0) return -1;
    const senior = winner - juniors;
    const from = slot[senior] ?? 0;
    const room = (slot[senior + 1] ?? 0) - from;
    if (room === 0) return -1;
    const offer = Math.round((price[winner] ?? 0) + best - second + epsilon);
    const count = taken[senior] ?? 0;
    let outbid = -1;
    let at = from + count;
    if (count < room) taken[senior] = count + 1;
    else {
      at = from;
      for (let i = from + 1; i < from + room; i++) if ((level[i] ?? 0) < (level[at] ?? 0)) at = i;
      outbid = holder[at] ?? -1;
    }
    holder[at] = junior;
    level[at] = offer;
    if (count + 1 >= room) {
      let lowestBid = offer;
      for (let i = from; i < from + room; i++) if ((level[i] ?? 0) < lowestBid) lowestBid = level[i] ?? 0;
      price[winner] = lowestBid;
    }
    return outbid;
  }

  return {
    /** Whether this junior has a place of this senior (by node). */
    holds: (junior: number, node: number) => holds(junior, node - juniors),
    /** This junior enters with all places; a chain of outbid juniors goes on for at most so many bids. */
    enter(junior: number, epsilon: number, most: number): void {
      for (let place = places[junior] ?? 0; place > 0; place--) {
        for (let next = junior, bids = 0; next >= 0 && bids < most; bids++) next = bid(next, epsilon);
      }
    },
    /** Everybody starts again without a place, at the prices as they are. */
    clear(): void {
      taken.fill(0);
    },
  };
}

/** More than so many places of one person need not bid: their price hardly moves. */
const mostSlots = 64;
