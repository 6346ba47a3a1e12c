import type { PersonId } from '../../events/ids.ts';
import type { Rules } from '../cohort/cohort.ts';
import { explain } from './explain/explain.ts';
import type { PairingInput } from './input.ts';
import type { Refusal } from './pins.ts';
import { type NotPrepared, type Prepared, prepare } from './prepare.ts';
import type { Objective, RunResult } from './run.ts';
import type { Problem } from './solver/problem.ts';
import { type Solution, solve } from './solver/solve.ts';

/** What a run is doing: reading facts and rules into tables, choosing, saying why. */
export const phases = ['scoring', 'matching', 'explaining'] as const;
export type Phase = (typeof phases)[number];
/** `done` goes from 0 to 1 within a phase. */
export type OnProgress = (phase: Phase, done: number) => void;

/** The same facts, rules and seed give the same bytes. */
export type Paired =
  | {
      readonly ok: true;
      readonly result: RunResult;
      readonly objective: Objective;
      readonly digest: string;
      /** For `verify`: what was solved, and the proofs. */
      readonly problem: Problem;
      readonly solution: Solution;
    }
  | {
      readonly ok: false;
      readonly digest: string;
      readonly refused: readonly Refusal[];
      readonly without: RunResult['refused'];
    };

/**
 * One pairing run: who is paired, with points per rule and the next best partner; who is not, why, and what would
 * help; who could not take part in it. Or why there can be no run, by person and rule.
 */
export function pair(
  input: PairingInput,
  rules: Rules,
  seed: number,
  onProgress: OnProgress = () => undefined,
): Paired {
  const steps = pairInSteps(input, rules, seed, onProgress);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    onProgress(value, 0);
  }
}

/** The same, with a stop before each phase: whoever shows how far it is must be given the time to. */
export function* pairInSteps(
  input: PairingInput,
  rules: Rules,
  seed: number,
  onProgress: OnProgress = () => undefined,
): Generator<Phase, Paired> {
  yield 'scoring';
  const prepared = prepare(input, rules, seed);
  if ('refused' in prepared) return refusal(prepared);
  yield 'matching';
  const solution = solve(prepared.problem, { onProgress: (done) => onProgress('matching', done) });
  yield 'explaining';
  const result = explain(prepared, solution, (done) => onProgress('explaining', done));
  const { digest, problem } = prepared;
  return { ok: true, result, objective: solution.objective, digest, problem, solution };
}

const refusal = ({ digest, refused, pool }: NotPrepared) =>
  ({ ok: false, digest, refused, without: pool.refused.map((each) => ({ ...each })) }) as const;

/**
 * What it costs the whole, exactly, if these two become a pair whatever else: people, points of the worst pair, points
 * of all (each counts only where those before it are 0). `base`: what the run came to, if that is known already.
 */
export function exactCost(
  input: PairingInput,
  rules: Rules,
  seed: number,
  [junior, senior]: readonly [junior: PersonId, senior: PersonId],
  base?: Objective,
): { readonly ok: true; readonly cost: Objective } | { readonly ok: false; readonly refused: readonly Refusal[] } {
  const forced = prepare(input, { ...rules, pins: [...rules.pins, [junior, senior]] }, seed);
  if ('refused' in forced) return { ok: false, refused: forced.refused };
  const [best, now] = [base ?? bestWithout(prepare(input, rules, seed)), solve(forced.problem).objective];
  return {
    ok: true,
    cost: { people: best.people - now.people, worst: best.worst - now.worst, total: best.total - now.total },
  };
}

function bestWithout(prepared: Prepared | NotPrepared): Objective {
  if ('refused' in prepared) throw new Error('a run with one more pin can be made, but not without it');
  return solve(prepared.problem).objective;
}
