import { createHash } from 'node:crypto';
import type { PersonId } from '../../events/ids.ts';
import type { Rules } from '../cohort/cohort.ts';
import { canonicalInput, type PairingInput } from './input.ts';

/** Raised when the engine itself judges differently: an old result is then no longer reproducible. */
const engine = 2;

/** SHA-256 over the canonical input, the rules and the seed: equal on every rerun, whatever the order of the rows. */
export const digestOf = (input: PairingInput, rules: Rules, seed: number): string =>
  digestOfCanonical(canonicalInput(input), rules, seed);

/** The same for an input that is in canonical order already. */
export function digestOfCanonical(
  { cohortId, week, people, chain, together = [], kept = [] }: PairingInput,
  { version, minLevelGap, minOverlapHours, weights, pins, blocks }: Rules,
  seed: number,
): string {
  const hash = createHash('sha256');
  const byName = Object.entries(weights).sort(([a], [b]) => (a < b ? -1 : 1));
  const rules = [version, minLevelGap, minOverlapHours, byName, sorted(pins), sorted(blocks)];
  hash.update(JSON.stringify([engine, cohortId, week, rules, seed]));
  // A large house is never one text.
  for (const list of [people, chain, together, kept]) {
    for (let from = 0; from < list.length; from += 500) hash.update(JSON.stringify(list.slice(from, from + 500)));
  }
  return hash.digest('hex');
}

const sorted = (twos: readonly (readonly [PersonId, PersonId])[]) => twos.map((two) => two.join(' ')).sort();
