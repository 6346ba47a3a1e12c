import type { Pool } from '../pool.ts';
import type { HardRule } from '../rules.ts';

/** How many of the other side a rule keeps from each person. */
export interface Count {
  readonly rule: HardRule;
  readonly juniors: Int32Array;
  readonly seniors: Int32Array;
}

export const emptyCount = (rule: HardRule, { juniors, seniors }: Pool): Count => ({
  rule,
  juniors: new Int32Array(juniors.length),
  seniors: new Int32Array(seniors.length),
});

export function countBoth({ juniors, seniors }: Count, junior: number, senior: number): void {
  juniors[junior] = (juniors[junior] ?? 0) + 1;
  seniors[senior] = (seniors[senior] ?? 0) + 1;
}
