import { addPair, type Core, coreFrom, noPairs } from './core.ts';
import type { SideName } from './coverage.ts';
import type { People } from './people.ts';
import { gainOf } from './scale.ts';

/** So many pairs of each person may join the core, and so many of all of them. */
const [mostEach, mostOfAll] = [1_000, 200_000];
/** To look at more pairs than this costs as much as to look at everybody's. */
const mostLooks = 100_000_000;

/** A core of the best pairs of these people of one side, found one by one; undefined where they are too many. */
export function widerCore(people: People, side: SideName, left: readonly number[]): Core | undefined {
  const { juniors, seniors, places, points, scale } = people;
  const ofJuniors = side === 'juniors';
  if (!points || left.length === 0 || left.length * (ofJuniors ? seniors : juniors) > mostLooks) return undefined;
  const many = Math.min(mostEach, Math.ceil(mostOfAll / left.length));
  const best = new Int32Array(left.length * many).fill(-1);
  const who = new Int32Array(left.length * many);

  /** Among equals who came first stays, as everywhere. */
  const consider = (rank: number, value: number, other: number): void => {
    const from = rank * many;
    let at = from + many - 1;
    if (value <= (best[at] ?? 0)) return;
    for (; at > from && (best[at - 1] ?? 0) < value; at--) {
      best[at] = best[at - 1] ?? 0;
      who[at] = who[at - 1] ?? 0;
    }
    best[at] = value;
    who[at] = other;
  };
  // Junior by junior: a junior's tables serve all seniors.
  if (ofJuniors) {
    for (const [rank, junior] of left.entries())
      for (let s = 0; s < seniors; s++) if ((places[juniors + s] ?? 0) > 0) consider(rank, points(junior, s), s);
  } else {
    for (let junior = 0; junior < juniors; junior++) {
      if ((places[junior] ?? 0) === 0) continue;
      for (let rank = 0; rank < left.length; rank++) consider(rank, points(junior, left[rank] ?? 0), junior);
    }
  }
  const all = noPairs(left.length * many);
  for (const [rank, person] of left.entries()) {
    for (let at = rank * many; at < (rank + 1) * many && (best[at] ?? -1) >= 0; at++) {
      const other = who[at] ?? 0;
      const gained = gainOf(scale, best[at] ?? 0);
      if (ofJuniors) addPair(all, person, juniors + other, gained);
      else addPair(all, other, juniors + person, gained);
    }
  }
  return coreFrom(people, all);
}
