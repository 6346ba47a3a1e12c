import type { Member, Pool } from '../pool.ts';
import { type Count, emptyCount } from './count.ts';

/** Rule 2: no manager in common. Whoever is at the top of the house has none. */
export function sameManager(pool: Pool) {
  const { juniors, seniors } = pool;
  const [juniorsOf, seniorsOf] = [byManager(juniors), byManager(seniors)];
  const numbered = managerNumbers();
  const [above, aboveOthers] = [numbered(juniors), numbered(seniors)];
  const fill = (into: Int32Array, own: readonly Member[], others: ReturnType<typeof byManager>) => {
    for (const [at, { hr }] of own.entries()) into[at] = others.get(hr.managerKey)?.length ?? 0;
  };
  return {
    parts: (junior: number, senior: number) => (above[junior] ?? -1) >= 0 && above[junior] === aboveOthers[senior],
    mark(junior: number, row: Int32Array, value: number): void {
      const others = seniorsOf.get(juniors[junior]?.hr.managerKey ?? 'top');
      if (others) for (const senior of others) row[senior] = value;
    },
    counts(): Count {
      const count = emptyCount('same-manager', pool);
      fill(count.juniors, juniors, seniorsOf);
      fill(count.seniors, seniors, juniorsOf);
      return count;
    },
  };
}

function byManager(people: readonly Member[]): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const [index, { hr }] of people.entries()) {
    if (hr.managerKey === 'top') continue;
    const group = groups.get(hr.managerKey);
    if (group) group.push(index);
    else groups.set(hr.managerKey, [index]);
  }
  return groups;
}

/** The manager of each person as a number, of both sides alike; −1 at the top of the house. */
function managerNumbers() {
  const numbers = new Map<string, number>([['top', -1]]);
  return (people: readonly Member[]): Int32Array =>
    Int32Array.from(people, ({ hr }) => {
      const number = numbers.get(hr.managerKey) ?? numbers.size - 1;
      numbers.set(hr.managerKey, number);
      return number;
    });
}
