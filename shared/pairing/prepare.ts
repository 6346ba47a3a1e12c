import type { Rules } from '../cohort/cohort.ts';
import { digestOfCanonical } from './digest.ts';
import { canonicalInput, type PairingInput } from './input.ts';
import { type Kernel, kernelOf } from './kernel.ts';
import { pinsOf, type Refusal } from './pins.ts';
import { type Member, type Pool, poolOf } from './pool.ts';
import { type Judgement, judge } from './rules.ts';
import type { Problem, Side } from './solver/problem.ts';
import { tieOf } from './tie.ts';

/** A run made ready: the people, the rules as tables, and the problem that the solver gets. */
export interface Prepared {
  readonly digest: string;
  readonly pool: Pool;
  readonly judgement: Judgement;
  readonly kernel: Kernel;
  readonly problem: Problem;
}

/** A run that cannot be made, with those whom it has to do without in any case. */
export interface NotPrepared {
  readonly digest: string;
  readonly pool: Pool;
  readonly refused: readonly Refusal[];
}

export function prepare(raw: PairingInput, rules: Rules, seed: number): Prepared | NotPrepared {
  const input = canonicalInput(raw);
  const digest = digestOfCanonical(input, rules, seed);
  const pool = inSeededOrder(poolOf(input), seed);
  const judgement = judge(input, pool, rules);
  const { pins, refused: wrongPins } = pinsOf(input, pool, rules, judgement);
  const refused: Refusal[] = pool.circling.map((person) => ({ person, rule: 'reporting-cycle' }));
  // Of a chain that runs in a circle nothing follows, neither who is left on a side nor whether a pin is allowed.
  if (refused.length === 0) {
    if (pool.juniors.length === 0) refused.push({ rule: 'no-junior' });
    if (pool.seniors.length === 0) refused.push({ rule: 'no-senior' });
    refused.push(...wrongPins);
  }
  if (refused.length > 0) return { digest, pool, refused };
  const kernel = kernelOf(pool, rules);
  const { row, points, mostPoints } = kernel;
  const [juniors, seniors] = [sideOf(pool.juniors, seed), sideOf(pool.seniors, seed)];
  const problem = { juniors, seniors, row, points, mostPoints, pins, kept: keptOf(input, pool) };
  return { digest, pool, judgement, kernel, problem };
}

/** Of equally good results the first one in this order is found: the seed decides between them, and no alphabet. */
const inSeededOrder = (pool: Pool, seed: number): Pool => {
  const ordered = (people: readonly Member[]) => {
    const tie = new Map(people.map(({ person }) => [person, tieOf(seed, person)]));
    // Sorting keeps the canonical order of the few with equal hashes.
    return people.toSorted((a, b) => (tie.get(a.person) ?? 0) - (tie.get(b.person) ?? 0));
  };
  return { ...pool, juniors: ordered(pool.juniors), seniors: ordered(pool.seniors) };
};

/** Those of which both are still in the pool, each in the role that they had. */
function keptOf({ kept = [] }: PairingInput, { juniors, seniors }: Pool): [junior: number, senior: number][] {
  if (kept.length === 0) return [];
  const indexOf = (people: readonly Member[]) => new Map(people.map(({ person }, index) => [person, index]));
  const [junior, senior] = [indexOf(juniors), indexOf(seniors)];
  return kept.flatMap(([one, other]) => {
    const [j, s] = [junior.get(one), senior.get(other)];
    return j === undefined || s === undefined ? [] : [[j, s]];
  });
}

const sideOf = (people: readonly Member[], seed: number): Side => ({
  places: Int32Array.from(people, ({ places }) => places),
  first: Uint8Array.from(people, ({ paired }) => (paired ? 0 : 1)),
  tie: Uint32Array.from(people, ({ person }) => tieOf(seed, person)),
});
