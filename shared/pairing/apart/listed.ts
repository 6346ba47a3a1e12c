import type { PersonId } from '../../../events/ids.ts';
import type { Rules } from '../../cohort/cohort.ts';
import type { Member, Pool } from '../pool.ts';
import type { HardRule } from '../rules.ts';
import { countBoth, emptyCount } from './count.ts';

const listed = ['appraisal', 'paired-before', 'please-not', 'blocked'] as const satisfies readonly HardRule[];
type Listed = (typeof listed)[number];

/** Pairs named one by one: few a person, so they lie in one list, junior by junior. */
export function listedPairs(pool: Pool, { blocks }: Rules) {
  const { juniors, seniors } = pool;
  const numbersOf = (people: readonly Member[]) => new Map(people.map(({ person }, index) => [person, index]));
  const [juniorOf, seniorOf] = [numbersOf(juniors), numbersOf(seniors)];
  // Junior, senior and rule as one number, so that sorting needs no objects.
  const entries: number[] = [];
  const add = (junior: number | undefined, senior: number | undefined, rule: Listed) => {
    if (junior === undefined || senior === undefined) return;
    entries.push((junior * seniors.length + senior) * listed.length + listed.indexOf(rule));
  };
  const addNames = (one: PersonId, other: PersonId, rule: Listed) => {
    add(juniorOf.get(one), seniorOf.get(other), rule);
    add(juniorOf.get(other), seniorOf.get(one), rule);
  };
  for (const { person, pairedBefore, pleaseNot } of [...juniors, ...seniors]) {
    for (const other of pairedBefore) addNames(person, other, 'paired-before');
    for (const other of pleaseNot) addNames(person, other, 'please-not');
  }
  for (const [one, other] of blocks) addNames(one, other, 'blocked');
  if (juniors.some(({ hr }) => hr.appraisedByKey !== undefined)) {
    const ofEmployee = new Map(seniors.map(({ hr }, index) => [hr.employeeKey, index]));
    for (const [junior, { hr }] of juniors.entries()) add(junior, ofEmployee.get(hr.appraisedByKey ?? ''), 'appraisal');
  }
  const sorted = Float64Array.from(new Set(entries)).sort();
  const start = new Int32Array(juniors.length + 1);
  const senior = new Int32Array(sorted.length);
  const rule = new Uint8Array(sorted.length);
  for (const [at, entry] of sorted.entries()) {
    rule[at] = entry % listed.length;
    const two = Math.floor(entry / listed.length);
    senior[at] = two % seniors.length;
    const after = Math.floor(two / seniors.length) + 1;
    start[after] = (start[after] ?? 0) + 1;
  }
  for (let junior = 0; junior < juniors.length; junior++)
    start[junior + 1] = (start[junior + 1] ?? 0) + (start[junior] ?? 0);

  const counts = () => {
    const found = listed.map((name) => emptyCount(name, pool));
    for (let junior = 0; junior < juniors.length; junior++) {
      for (let at = start[junior] ?? 0; at < (start[junior + 1] ?? 0); at++) {
        const count = found[rule[at] ?? 0];
        if (count) countBoth(count, junior, senior[at] ?? 0);
      }
    }
    return found;
  };
  return {
    counts,
    parts(junior: number, other: number): boolean {
      for (let at = start[junior] ?? 0, end = start[junior + 1] ?? 0; at < end; at++)
        if (senior[at] === other) return true;
      return false;
    },
    mark(junior: number, row: Int32Array, value: number): void {
      for (let at = start[junior] ?? 0, end = start[junior + 1] ?? 0; at < end; at++) row[senior[at] ?? 0] = value;
    },
  };
}
