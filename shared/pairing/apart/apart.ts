import type { Rules } from '../../cohort/cohort.ts';
import type { Pool } from '../pool.ts';
import type { Count } from './count.ts';
import { listedPairs } from './listed.ts';
import { reportingLine } from './reporting-line.ts';
import { sameManager } from './same-manager.ts';

/** Hard rules about two people, not about what they are like. None of them ever gives way. */
export interface Apart {
  /** Writes `value` for each senior whom one of these rules keeps from this junior. */
  mark(junior: number, row: Int32Array, value: number): void;
  /** Whether one of these rules keeps the two apart. */
  parts(junior: number, senior: number): boolean;
  counts(): readonly Count[];
}

export function apartOf(pool: Pool, rules: Rules): Apart {
  const [lists, line, managers] = [listedPairs(pool, rules), reportingLine(pool), sameManager(pool)];
  return {
    mark(junior, row, value) {
      lists.mark(junior, row, value);
      line.mark(junior, row, value);
      managers.mark(junior, row, value);
    },
    parts: (junior, senior) =>
      managers.parts(junior, senior) || line.parts(junior, senior) || lists.parts(junior, senior),
    counts: () => [...lists.counts(), line.counts(), managers.counts()],
  };
}
