import type { Rules } from '../cohort/cohort.ts';
import { digest } from '../table/digest.ts';
import { canonicalInput, type PairingInput } from './input.ts';

/** Raised when the engine itself judges differently: an old result is then no longer reproducible. */
const engine = 1;

/** SHA-256 over the canonical input, the rules and the seed: equal on every rerun, whatever the order of the rows. */
export function digestOf(input: PairingInput, rules: Rules, seed: number): string {
  const weights = Object.entries(rules.weights).sort(([a], [b]) => (a < b ? -1 : 1));
  const ofRules = [rules.version, rules.minLevelGap, rules.minOverlapHours, weights];
  return digest(JSON.stringify([engine, canonicalInput(input), ofRules, seed]));
}
