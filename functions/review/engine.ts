import type { PersonId } from '../../events/ids.ts';
import type { Rules } from '../../shared/cohort/cohort.ts';
import type { PairingInput } from '../../shared/pairing/input.ts';
import { pair } from '../../shared/pairing/pairing.ts';
import type { Objective, RunResult } from '../../shared/pairing/run.ts';

/** What a pairing comes to, without being kept. */
export type Tried =
  | { readonly ok: true; readonly result: RunResult; readonly objective: Objective }
  | { readonly ok: false; readonly refused: RunResult['refused'] };

/** More pairs to score than this take longer than somebody waits for a page. */
const mostScored = 4_000_000;

export function tooMany({ people }: PairingInput): boolean {
  const juniors = people.filter(({ role }) => role === 'junior').length;
  return juniors * (people.length - juniors) > mostScored;
}

/** Runs the engine here and now. */
export function tryOut(input: PairingInput, rules: Rules, seed: number): Tried {
  const result = pair(input, rules, seed);
  return { ok: true, result, objective: objectiveOf(result, input) };
}

function objectiveOf({ pairs }: RunResult, { people }: PairingInput): Objective {
  const paired = new Set(people.filter((each) => each.paired).map(({ person }) => person));
  const first = new Set<PersonId>(pairs.flatMap(({ junior, senior }) => [junior, senior]));
  return {
    people: [...first].filter((person) => !paired.has(person)).length,
    worst: pairs.reduce((least, { total }) => Math.min(least, total), pairs[0]?.total ?? 0),
    total: pairs.reduce((sum, { total }) => sum + total, 0),
  };
}
