import type { PersonId } from '../../events/ids.ts';
import type { Rules } from '../cohort/cohort.ts';
import type { PairingInput } from './input.ts';
import type { Member, Pool } from './pool.ts';
import type { HardRule, Judgement } from './rules.ts';

/** Why a run cannot be made: whoever it is about, and the rule. An empty side is about nobody. */
export interface Refusal {
  readonly person?: PersonId;
  readonly partner?: PersonId;
  readonly rule: RunRule;
}
export type RunRule = HardRule | 'no-junior' | 'no-senior' | 'reporting-cycle' | 'not-in-pool' | 'beyond-capacity';

export interface Pins {
  readonly pins: readonly (readonly [junior: number, senior: number])[];
  readonly refused: readonly Refusal[];
}

/** What HR pinned, as places in the pool; or everything that is wrong with it. */
export function pinsOf(
  { together = [] }: PairingInput,
  pool: Pool,
  { pins: wanted }: Rules,
  judgement: Judgement,
): Pins {
  const kept = new Set(together.map(String));
  const open = [...new Map(wanted.map((two) => [String(two), two])).values()].filter((two) => !kept.has(String(two)));
  if (open.length === 0) return { pins: [], refused: [] };
  const [juniors, seniors] = [numbersOf(pool.juniors), numbersOf(pool.seniors)];
  const pins: [number, number][] = [];
  const refused: Refusal[] = [];
  for (const [person, partner] of open) {
    const [j, s] = [juniors.get(person), seniors.get(partner)];
    if (j === undefined) refused.push({ person, partner, rule: 'not-in-pool' });
    if (s === undefined) refused.push({ person: partner, partner: person, rule: 'not-in-pool' });
    if (j === undefined || s === undefined) continue;
    const [junior, senior] = [pool.juniors[j], pool.seniors[s]];
    const broken = junior && senior ? judgement.broken(junior, senior) : [];
    for (const rule of broken) refused.push({ person, partner, rule });
    pins.push([j, s]);
  }
  refused.push(...beyondCapacity(pool.juniors, pins, 0), ...beyondCapacity(pool.seniors, pins, 1));
  return { pins: pins.sort(([a, b], [c, d]) => a - c || b - d), refused };
}

const numbersOf = (people: readonly Member[]) => new Map(people.map(({ person }, index) => [person, index]));

function beyondCapacity(
  people: readonly Member[],
  pins: readonly (readonly [number, number])[],
  side: 0 | 1,
): Refusal[] {
  const counts = new Map<number, number>();
  for (const pin of pins) counts.set(pin[side], (counts.get(pin[side]) ?? 0) + 1);
  return [...counts].flatMap(([index, count]) => {
    const member = people[index];
    return member && count > member.places ? [{ person: member.person, rule: 'beyond-capacity' as const }] : [];
  });
}
