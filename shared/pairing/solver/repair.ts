import { type Core, turn } from './core.ts';
import { heap } from './heap.ts';
import type { People } from './people.ts';

/**
 * Makes a choice best again around those who have too many pairs for their price, or too few.
 *
 * Invariant (complementary slackness): a pair's reduced cost is the price of its junior plus that of its senior minus
 * its gain; whatever is not chosen costs ≥ 0, whatever is chosen costs ≤ 0. Then a choice in which everybody has just
 * as many pairs as their price says is best. From each person who has not, the cheapest alternating path leads to
 * somebody who gains by it, or who changes their number of pairs at the least cost; prices rise and fall by what is
 * left of the path's length, which keeps the invariant.
 */
export function repairer(people: People, price: Float64Array) {
  const { juniors, places, first, scale } = people;
  const nodes = price.length;
  const distance = new Float64Array(nodes);
  /** The pair through which a node was reached. */
  const through = new Int32Array(nodes);
  const [unseen, seen, settled] = [0, 1, 2];
  const state = new Uint8Array(nodes);
  const touched = new Int32Array(nodes);
  const order = new Int32Array(nodes);
  const stack = new Int32Array(nodes);
  const waiting = heap(1024);

  /** What it costs a person to take one pair more: their price has to rise to where they would. */
  const costOfMore = (node: number, degree: number): number => {
    if (degree >= (places[node] ?? 0)) return Number.POSITIVE_INFINITY;
    const step = degree === 0 && first[node] === 1 ? -scale.person : 0;
    return Math.max(0, step - (price[node] ?? 0));
  };
  /** What it costs a person to have one pair less. */
  const costOfLess = (node: number, degree: number): number => {
    if (degree > (places[node] ?? 0)) return 0;
    const step = degree === 1 && first[node] === 1 ? -scale.person : 0;
    return Math.max(0, (price[node] ?? 0) - step);
  };

  const tooMany = (node: number, degree: number) =>
    degree > (places[node] ?? 0) ||
    (degree > 0 && (price[node] ?? 0) < (degree === 1 && first[node] === 1 ? -scale.person : 0));
  const tooFew = (node: number, degree: number) =>
    degree < (places[node] ?? 0) && (price[node] ?? 0) > (degree === 0 && first[node] === 1 ? -scale.person : 0);

  /** One pair less for somebody with too many, or one more for somebody with too few. */
  function search(core: Core, root: number, rootGains: boolean): void {
    const { junior, senior, gain, start, degree, list } = core;
    const juniorsGain = root < juniors === rootGains;
    const rootDegree = degree[root] ?? 0;
    let best = rootGains ? costOfLess(root, rootDegree + 1) : costOfMore(root, rootDegree - 1);
    let end = root;
    let seenCount = 1;
    let settledCount = 0;
    let stacked = 1;
    distance[root] = 0;
    state[root] = seen;
    touched[0] = root;
    stack[0] = root;
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
        const count = degree[other] ?? 0;
        const whole = to + (gains ? costOfMore(other, count) : costOfLess(other, count));
        if (whole < best) {
          best = whole;
          end = other;
        }
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
    for (let node = end; node !== root; ) {
      const pair = through[node] ?? 0;
      turn(core, pair);
      node = node < juniors ? (senior[pair] ?? 0) : (junior[pair] ?? 0);
    }
    for (let i = 0; i < seenCount; i++) state[touched[i] ?? 0] = unseen;
  }

  return (core: Core): void => {
    // First those whose path begins with a look at a junior's list: it is shorter than a senior's.
    for (let node = nodes - 1; node >= 0; node--) {
      if (node < juniors) while (tooFew(node, core.degree[node] ?? 0)) search(core, node, true);
      else while (tooMany(node, core.degree[node] ?? 0)) search(core, node, false);
    }
    for (let node = 0; node < nodes; node++) {
      while (tooMany(node, core.degree[node] ?? 0)) search(core, node, false);
      while (tooFew(node, core.degree[node] ?? 0)) search(core, node, true);
    }
  };
}
