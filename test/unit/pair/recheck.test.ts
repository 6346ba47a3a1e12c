import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../../events/ids.ts';
import type { Pair } from '../../../shared/pair/pair.ts';
import { type House, recheck } from '../../../shared/pair/recheck.ts';
import type { PairState } from '../../../shared/pair/states.ts';
import type { HrFacts } from '../../../shared/participant/participant.ts';
import { junior, pair, senior } from '../../support/programme.ts';

const one = (more: Partial<Pair> = {}): Pair => ({ schema: 1, version: 1, ...pair(more) });
const facts = (employeeKey: string, managerKey: string, level: number, more: Partial<HrFacts> = {}): HrFacts => ({
  employeeKey,
  managerKey,
  level,
  status: 'active',
  ...more,
});
type Chain = Readonly<Record<string, string>>;

/** Below the boss two leads, each with one of the two; `chain` is who is above whom beside the two themselves. */
function house(more: { junior?: Partial<HrFacts>; senior?: Partial<HrFacts>; chain?: Chain } = {}): House {
  const j = facts('j', 'lead', 2, more.junior);
  const s = facts('s', 'head', 6, more.senior);
  const chain: Chain = { boss: 'top', lead: 'boss', head: 'boss', ...more.chain };
  return {
    people: new Map<PersonId, { personId: PersonId; state: 'confirmed'; hr: HrFacts }>([
      [junior, { personId: junior, state: 'confirmed', hr: j }],
      [senior, { personId: senior, state: 'confirmed', hr: s }],
    ]),
    links: new Map([...Object.entries(chain), ['j', j.managerKey], ['s', s.managerKey]]),
  };
}
const found = (facts: House, gaps: readonly number[] = [2], state: PairState = 'active') =>
  recheck(one({ state }), facts, gaps);
const broken = (...rules: string[]) => ({ now: 'broken', rules });

describe('a pair after HR’s facts have changed', () => {
  it.each<[string, House, unknown]>([
    ['holds while nothing touches it', house(), { now: 'holds' }],
    ['breaks when the levels come too close', house({ junior: { level: 5 } }), broken('level-gap')],
    ['breaks when the senior becomes the manager', house({ junior: { managerKey: 's' } }), broken('reporting-line')],
    [
      'breaks when the senior becomes the manager’s manager, through somebody outside the programme',
      house({ chain: { lead: 'group', group: 's' } }),
      broken('reporting-line'),
    ],
    [
      'breaks when the junior comes to stand above the senior',
      house({ senior: { managerKey: 'j' } }),
      broken('reporting-line'),
    ],
    [
      'breaks when both come to report to the same person',
      house({ senior: { managerKey: 'lead' } }),
      broken('same-manager'),
    ],
    [
      'holds when both head the house: nobody is above either',
      house({ junior: { managerKey: 'top' }, senior: { managerKey: 'top' } }),
      { now: 'holds' },
    ],
    [
      'breaks when the senior has a part in the appraisal',
      house({ junior: { appraisedByKey: 's' } }),
      broken('appraisal'),
    ],
    [
      'says every rule that breaks',
      house({ junior: { level: 6, managerKey: 's', appraisedByKey: 's' } }),
      broken('level-gap', 'reporting-line', 'appraisal'),
    ],
    [
      'is not judged where the way up is not known',
      house({ junior: { managerKey: 'nobody' } }),
      { now: 'unknown', faults: [{ personId: junior, fault: 'manager-unknown' }] },
    ],
    [
      'is not judged where the way up goes in a circle',
      house({ chain: { head: 'wing', wing: 'head' } }),
      { now: 'unknown', faults: [{ personId: senior, fault: 'reporting-cycle' }] },
    ],
    [
      'breaks all the same where the known part of the way says so',
      house({ junior: { managerKey: 's' }, senior: { managerKey: 'nobody' } }),
      broken('reporting-line'),
    ],
  ])('%s', (_, facts, expected) => {
    expect(found(facts)).toEqual(expected);
  });

  it('keeps the gap it was made with when HR asks for a wider one, and takes a narrower one', () => {
    const close = house({ junior: { level: 4 } });
    expect(found(close, [3, 2])).toEqual({ now: 'holds' });
    expect(found(close, [2, 3])).toEqual({ now: 'holds' });
    expect(found(close, [3, 3])).toEqual(broken('level-gap'));
  });

  it.each<[PairState, boolean]>([
    ['proposed', true],
    ['accepted-by-junior', true],
    ['formed', true],
    ['agreed', true],
    ['active', true],
    ['paused', true],
    ['blocked', true],
    ['concluded', false],
    ['exited', false],
    ['not-formed', false],
  ])('%s is looked at: %s', (state, looked) => {
    expect(found(house({ junior: { level: 6 } }), [2], state).now).toBe(looked ? 'broken' : 'not asked');
  });

  it('is left to the end of the pair where one of the two has gone', () => {
    const facts = house({ junior: { level: 6 } });
    const people = new Map([...facts.people].map(([id, each]) => [id, { ...each, state: 'left' as const }]));
    expect(found({ ...facts, people }).now).toBe('not asked');
  });
});
