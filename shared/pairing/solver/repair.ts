import { type Core, turn } from './core.ts';
import { heap } from './heap.ts';
import type { People } from './people.ts';
import { standingOf } from './standing.ts';
import { pathTaker } from './tight.ts';

/**
 * Makes a choice best again around those who have too many pairs for their price, or too few.
 *
 * Invariant (complementary slackness): a pair's reduced cost is the price of its junior plus that of its senior minus
 * its gain; whatever is not chosen costs ≥ 0, whatever is chosen costs ≤ 0. Then a choice in which everybody has just
 * as many pairs as their price says is best. From those who have not (the roots), the cheapest alternating path leads
 * to somebody who gains by it, or who changes their number of pairs at the least cost; prices rise and fall by what is
 * left of the path's length, which keeps the invariant.
 */
export function repairer(people: People, price: Float64Array) {
  const { juniors } = people;
  const standing = standingOf(people, price);
  const { isRoot, costToEnd, costAlone } = standing;
  const takeAll = pathTaker(standing, price);
  const nodes = price.length;
  const distance = new Float64Array(nodes);
  /** The pair through which a node was reached; −1: a root. */
  const through = new Int32Array(nodes);
  const [unseen, seen, settled] = [0, 1, 2];
  const state = new Uint8Array(nodes);
  const touched = new Int32Array(nodes);
  const order = new Int32Array(nodes);
  const stack = new Int32Array(nodes);
  const waiting = heap(1024);

  /**
   * The shortest paths from these roots, as far as the nearest end, and the prices that they lead to: at those the path
   * to it costs nothing. Says where it is.
   */
  function spread(core: Core, roots: Int32Array, juniorsGain: boolean): number {
    const { junior, senior, gain, start, degree, list } = core;
    let [best, end] = [Number.POSITIVE_INFINITY, -1];
    let [seenCount, settledCount, stacked] = [0, 0, 0];
    for (const root of roots) {
      const alone = costAlone(root, degree[root] ?? 0, juniorsGain);
      if (alone < best) [best, end] = [alone, root];
      distance[root] = 0;
      through[root] = -1;
      state[root] = seen;
      touched[seenCount++] = root;
      stack[stacked++] = root;
    }
    waiting.clear();
    for (;;) {
      let node: number;
      if (stacked > 0) node = stack[--stacked] ?? 0;
      else {
        if (waiting.least() >= best) break;
        node = waiting.pop();
      }
      if (state[node] === settled) continue;
      const from = distance[node] ?? 0;
      if (from >= best) continue;
      state[node] = settled;
      order[settledCount++] = node;
      const gains = node < juniors === juniorsGain;
      const border = (start[node] ?? 0) + (degree[node] ?? 0);
      const last = gains ? (start[node + 1] ?? 0) : border;
      const priceHere = price[node] ?? 0;
      for (let at = gains ? border : (start[node] ?? 0); at < last; at++) {
        const pair = list[at] ?? 0;
        const other = node < juniors ? (senior[pair] ?? 0) : (junior[pair] ?? 0);
        const known = state[other] ?? 0;
        if (known === settled) continue;
        const reduced = priceHere + (price[other] ?? 0) - (gain[pair] ?? 0);
        const to = from + (gains ? reduced : -reduced);
        if (to >= best || (known === seen && to >= (distance[other] ?? 0))) continue;
        distance[other] = to;
        through[other] = pair;
        if (known === unseen) {
          state[other] = seen;
          touched[seenCount++] = other;
        }
        const whole = to + costToEnd(other, degree[other] ?? 0, gains);
        if (whole < best) [best, end] = [whole, other];
        if (to < best) {
          if (to === from) stack[stacked++] = other;
          else waiting.push(to, other);
        }
      }
    }
    for (let i = 0; i < settledCount; i++) {
      const node = order[i] ?? 0;
      const left = best - (distance[node] ?? 0);
      if (left > 0) price[node] = (price[node] ?? 0) + (node < juniors === juniorsGain ? -left : left);
    }
    for (let i = 0; i < seenCount; i++) state[touched[i] ?? 0] = unseen;
    return end;
  }

  function take(core: Core, end: number): void {
    const { junior, senior } = core;
    for (let node = end, pair = through[end] ?? -1; pair >= 0; pair = through[node] ?? -1) {
      turn(core, pair);
      node = node < juniors ? (senior[pair] ?? 0) : (junior[pair] ?? 0);
    }
  }

  const room = new Int32Array(nodes);
  function rootsOf(core: Core, juniorsGain: boolean): Int32Array {
    let count = 0;
    for (let node = 0; node < nodes; node++) {
      if (isRoot(node, core.degree[node] ?? 0, juniorsGain)) room[count++] = node;
    }
    return room.slice(0, count);
  }

  return (core: Core): void => {
    // Juniors gain first: a look at a junior's list is shorter than one at a senior's.
    for (const juniorsGain of [true, false]) {
      let roots = rootsOf(core, juniorsGain);
      while (roots.length > 0 && takeAll(core, roots, juniorsGain) > roots.length * worthwhile) {
        roots = rootsOf(core, juniorsGain);
        if (roots.length > 0) spread(core, roots, juniorsGain);
      }
      for (const root of rootsOf(core, juniorsGain)) {
        const alone = Int32Array.of(root);
        while (isRoot(root, core.degree[root] ?? 0, juniorsGain)) take(core, spread(core, alone, juniorsGain));
      }
    }
  };
}

/** A step of everybody's prices is worth it if it helps this part of them: where all gains differ, one by one is faster. */
const worthwhile = 1 / 32;
