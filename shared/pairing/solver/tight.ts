import { type Core, turn } from './core.ts';
import type { Standing } from './standing.ts';

/**
 * Takes the paths that cost nothing at the prices as they are, as many as there are: the shortest first, all that have
 * nobody in common at once, and again, until no root reaches an end (Hopcroft and Karp; Dinic). Says how many it took.
 */
export function pathTaker(standing: Standing, price: Float64Array) {
  const { juniors, isRoot, costToEnd } = standing;
  const nodes = price.length;
  /** By node, how many pairs it is away from a root, plus one; 0 unseen. */
  const layer = new Int32Array(nodes);
  const seen = new Int32Array(nodes);
  /** Where in a person's list the look goes on. */
  const next = new Int32Array(nodes);
  const path = new Int32Array(nodes);
  const through = new Int32Array(nodes);

  const otherOf = ({ junior, senior }: Core, node: number, pair: number) =>
    (node < juniors ? senior[pair] : junior[pair]) ?? 0;
  const first = ({ start, degree }: Core, node: number, gains: boolean) =>
    (start[node] ?? 0) + (gains ? (degree[node] ?? 0) : 0);
  const after = ({ start, degree }: Core, node: number, gains: boolean) =>
    gains ? (start[node + 1] ?? 0) : (start[node] ?? 0) + (degree[node] ?? 0);

  /** Who can be reached, layer by layer, as far as the nearest end; says how many. */
  function layers(core: Core, roots: Int32Array, juniorsGain: boolean): number {
    const { gain, degree, list } = core;
    let [count, nearest] = [0, Number.POSITIVE_INFINITY];
    for (const root of roots) {
      if (!isRoot(root, degree[root] ?? 0, juniorsGain)) continue;
      layer[root] = 1;
      seen[count++] = root;
    }
    for (let i = 0; i < count; i++) {
      const node = seen[i] ?? 0;
      const here = layer[node] ?? 0;
      if (here >= nearest) break;
      const gains = node < juniors === juniorsGain;
      const last = after(core, node, gains);
      const priceHere = price[node] ?? 0;
      for (let at = first(core, node, gains); at < last; at++) {
        const pair = list[at] ?? 0;
        const other = otherOf(core, node, pair);
        if (layer[other] !== 0 || priceHere + (price[other] ?? 0) !== (gain[pair] ?? 0)) continue;
        layer[other] = here + 1;
        seen[count++] = other;
        if (costToEnd(other, degree[other] ?? 0, gains) === 0) nearest = here + 1;
      }
    }
    return count;
  }

  /** Down the layers from this root to an end; −1: none is left. Whoever leads nowhere is not looked at again. */
  function descend(core: Core, root: number, juniorsGain: boolean): number {
    const { gain, degree, list } = core;
    path[0] = root;
    next[root] = first(core, root, root < juniors === juniorsGain);
    for (let depth = 1; depth > 0; ) {
      const node = path[depth - 1] ?? 0;
      const gains = node < juniors === juniorsGain;
      const last = after(core, node, gains);
      const priceHere = price[node] ?? 0;
      let at = next[node] ?? 0;
      let found = -1;
      for (; at < last && found < 0; at++) {
        const pair = list[at] ?? 0;
        const other = otherOf(core, node, pair);
        if (layer[other] !== depth + 1 || priceHere + (price[other] ?? 0) !== (gain[pair] ?? 0)) continue;
        found = other;
        through[other] = pair;
      }
      next[node] = at;
      if (found < 0) {
        layer[node] = nowhere;
        depth--;
        continue;
      }
      if (costToEnd(found, degree[found] ?? 0, gains) === 0) {
        for (let i = 1; i < depth; i++) layer[path[i] ?? 0] = nowhere;
        layer[found] = nowhere;
        return found;
      }
      next[found] = first(core, found, !gains);
      path[depth++] = found;
    }
    return -1;
  }

  function take(core: Core, root: number, end: number): void {
    for (let node = end; node !== root; ) {
      const pair = through[node] ?? 0;
      turn(core, pair);
      node = otherOf(core, node, pair);
    }
  }

  return (core: Core, roots: Int32Array, juniorsGain: boolean): number => {
    for (let all = 0; ; ) {
      let taken = 0;
      const count = layers(core, roots, juniorsGain);
      for (const root of roots) {
        while (layer[root] === 1 && isRoot(root, core.degree[root] ?? 0, juniorsGain)) {
          const end = descend(core, root, juniorsGain);
          if (end < 0) break;
          take(core, root, end);
          taken++;
        }
      }
      for (let i = 0; i < count; i++) layer[seen[i] ?? 0] = 0;
      if (taken === 0) return all;
      all += taken;
    }
  };
}

const nowhere = -1;
