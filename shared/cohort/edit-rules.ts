import type { PersonId } from '../../events/ids.ts';
import type { Step } from '../table/table.dynamodb.ts';
import type { Cohort, Rules } from './cohort.ts';
import { canEnd, draft, withTimer } from './draft.ts';

/** What HR weighs and demands; pins and blocks are edited one by one. */
export type RuleValues = Pick<Rules, 'minLevelGap' | 'minOverlapHours' | 'weights'>;
export type Two = readonly [junior: PersonId, senior: PersonId];

const same = (one: Two, other: Two) => one[0] === other[0] && one[1] === other[1];
const without = (list: Rules['pins'], two: Two) => list.filter((each) => !same(each, two));
const has = (list: Rules['pins'], two: Two) => list.some((each) => same(each, two));

/** Values made on the version that HR saw: whoever was slower decides anew, knowing both. */
export function editRules(cohort: Cohort | undefined, values: RuleValues, seen: number): Step<Cohort> {
  if (!cohort) return { refused: 'no such cohort' };
  const { rules } = cohort;
  if (sameValues(rules, values)) return { refused: 'nothing to change' };
  if (rules.version !== seen) return { refused: 'rules changed' };
  return withRules(cohort, { ...rules, ...values });
}

/** These two shall become a pair. A block of the same two makes way: the last word counts. */
export function pin(cohort: Cohort | undefined, two: Two): Step<Cohort> {
  if (!cohort) return { refused: 'no such cohort' };
  const { rules } = cohort;
  if (has(rules.pins, two)) return { refused: 'nothing to change' };
  return withRules(cohort, { ...rules, pins: [...rules.pins, [...two]], blocks: without(rules.blocks, two) });
}

/** These two shall never become one. */
export function block(cohort: Cohort | undefined, two: Two): Step<Cohort> {
  if (!cohort) return { refused: 'no such cohort' };
  const { rules } = cohort;
  if (has(rules.blocks, two)) return { refused: 'nothing to change' };
  return withRules(cohort, { ...rules, pins: without(rules.pins, two), blocks: [...rules.blocks, [...two]] });
}

/** Takes back a pin or a block. */
export function release(cohort: Cohort | undefined, two: Two): Step<Cohort> {
  if (!cohort) return { refused: 'no such cohort' };
  const { rules } = cohort;
  if (!has(rules.pins, two) && !has(rules.blocks, two)) return { refused: 'nothing to change' };
  return withRules(cohort, { ...rules, pins: without(rules.pins, two), blocks: without(rules.blocks, two) });
}

/** So many pins, and so many blocks, are kept. */
export const mostTwos = 500;

function withRules(cohort: Cohort, rules: Rules): Step<Cohort> {
  if (!canEnd(cohort.state)) return { refused: 'has ended' };
  if (rules.pins.length > mostTwos || rules.blocks.length > mostTwos) return { refused: 'too many' };
  return { to: withTimer({ ...draft(cohort), rules: { ...rules, version: rules.version + 1 } }) };
}

export function sameValues(one: RuleValues, other: RuleValues): boolean {
  const weights = Object.keys(one.weights) as (keyof RuleValues['weights'])[];
  return (
    one.minLevelGap === other.minLevelGap &&
    one.minOverlapHours === other.minOverlapHours &&
    weights.every((name) => one.weights[name] === other.weights[name])
  );
}
