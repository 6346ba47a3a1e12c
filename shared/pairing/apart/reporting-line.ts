import type { Chain } from '../chain.ts';
import type { Member, Pool } from '../pool.ts';
import { countBoth, emptyCount } from './count.ts';

/** Rule 2: nobody above at any distance, nobody below. */
export function reportingLine(pool: Pool) {
  const { juniors, seniors, chain } = pool;
  const seniorAt = new Map<number, number>();
  for (const [senior, { hr }] of seniors.entries()) {
    const employee = chain.numberOf(hr.employeeKey);
    if (employee >= 0) seniorAt.set(employee, senior);
  }
  const boss = Int32Array.from(juniors, ({ hr }) => bossOf(hr.managerKey, chain));
  const own = Int32Array.from(juniors, ({ hr }) => chain.numberOf(hr.employeeKey));
  // Seniors in the order of the walk through the house: those below somebody stand together.
  const place = (senior: Member) => chain.first[bossOf(senior.hr.managerKey, chain)] ?? -1;
  const below = seniors.map((each, senior) => ({ senior, at: place(each) })).sort((a, b) => a.at - b.at);
  const at = Int32Array.from(below, (each) => each.at);

  const eachSenior = (junior: number, take: (senior: number) => void) => {
    for (let up = boss[junior] ?? -1; up >= 0; up = chain.above[up] ?? -1) {
      const senior = seniorAt.get(up);
      if (senior !== undefined) take(senior);
    }
    const [first = -1, end = -1] = [chain.first[own[junior] ?? -1], chain.end[own[junior] ?? -1]];
    if (first < 0) return;
    for (let next = lowerBound(at, first); (at[next] ?? end) < end; next++) take(below[next]?.senior ?? 0);
  };
  /** Of each senior: their own number and place in the walk through the house. */
  const employee = Int32Array.from(seniors, ({ hr }) => chain.numberOf(hr.employeeKey));
  const bossAt = Int32Array.from(seniors, place);
  return {
    parts(junior: number, senior: number): boolean {
      const other = employee[senior] ?? -1;
      for (let up = other < 0 ? -1 : (boss[junior] ?? -1); up >= 0; up = chain.above[up] ?? -1)
        if (up === other) return true;
      const [first = -1, end = -1] = [chain.first[own[junior] ?? -1], chain.end[own[junior] ?? -1]];
      const under = bossAt[senior] ?? -1;
      return first >= 0 && under >= first && under < end;
    },
    mark(junior: number, row: Int32Array, value: number): void {
      eachSenior(junior, (senior) => {
        row[senior] = value;
      });
    },
    counts: () => {
      const count = emptyCount('reporting-line', pool);
      for (const junior of juniors.keys()) eachSenior(junior, (senior) => countBoth(count, junior, senior));
      return count;
    },
  };
}

const bossOf = (managerKey: string, chain: Chain) => (managerKey === 'top' ? -1 : chain.numberOf(managerKey));

function lowerBound(sorted: Int32Array, value: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? value) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}
