import { addPair, type Core, coreFrom, noPairs } from './core.ts';
import type { People } from './people.ts';
import type { Problem } from './problem.ts';
import { keptGainOf } from './scale.ts';

/**
 * The core with the pairs that are to be kept, as far as they may be chosen. Each gains a little more than its points
 * say: a small edit then changes a few pairs, and not every one that could as well be another.
 */
export function withKept(people: People, core: Core, kept: Problem['kept'] = [], floor: number): Core {
  if (kept.length === 0) return core;
  const { juniors, places, scale } = people;
  const all = noPairs(core.size + kept.length);
  for (const [junior, senior] of kept) {
    const node = juniors + senior;
    const points = people.points?.(junior, senior) ?? people.row(junior)[senior] ?? -1;
    if (points < floor || (places[junior] ?? 0) === 0 || (places[node] ?? 0) === 0) continue;
    addPair(all, junior, node, keptGainOf(scale, points));
  }
  // A pair that comes twice is in the core as it came first.
  for (let pair = 0; pair < core.size; pair++)
    addPair(all, core.junior[pair] ?? 0, core.senior[pair] ?? 0, core.gain[pair] ?? 0);
  return coreFrom(people, all);
}
