import { addPair, type Core, coreFrom, noPairs } from './core.ts';
import type { People } from './people.ts';
import { gainOf } from './scale.ts';

/** A core of all pairs from the floor up; undefined when they are more than so many. */
export function wholeCore(people: People, floor: number, most = Number.POSITIVE_INFINITY): Core | undefined {
  const { juniors, seniors, places, scale } = people;
  const all = noPairs(1024);
  for (let junior = 0; junior < juniors && all.size <= most; junior++) {
    if ((places[junior] ?? 0) === 0) continue;
    const row = people.row(junior);
    for (let s = 0; s < seniors; s++) {
      const points = row[s] ?? 0;
      if (points < floor || (places[juniors + s] ?? 0) === 0) continue;
      addPair(all, junior, juniors + s, gainOf(scale, points));
    }
  }
  return all.size <= most ? coreFrom(people, all) : undefined;
}
