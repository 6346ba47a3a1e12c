import type { Prepared } from '../prepare.ts';
import type { RunResult } from '../run.ts';
import type { Solution } from '../solver/solve.ts';
import { type Alternative, alternativesOf } from './alternatives.ts';
import { leftOverOf } from './left-over.ts';

/** Rows between two calls of `onProgress`. */
const stride = 256;

/** One more look at every pair, in which everybody's result is explained. */
export function explain(prepared: Prepared, solution: Solution, onProgress: (done: number) => void): RunResult {
  const { pool, problem, judgement } = prepared;
  const alternatives = alternativesOf(prepared, solution);
  const leftOver = leftOverOf(prepared, solution.pairs);
  const chosen = Array.from(pool.juniors, (): number[] => []);
  for (const [junior, senior] of solution.pairs) chosen[junior]?.push(senior);
  const pinned = new Set(problem.pins.map(String));
  const found: { at: readonly [number, number]; total: number }[] = [];
  const row = new Int32Array(pool.seniors.length);
  const look = (junior: number, partners: readonly number[]) => {
    problem.row(junior, row);
    leftOver.visit(junior, row);
    for (const senior of partners) {
      found.push({ at: [junior, senior], total: row[senior] ?? -1 });
      row[senior] = -1;
    }
    alternatives.visit(junior, row);
  };
  for (const [junior, partners] of chosen.entries()) {
    if (junior % stride === 0) onProgress(junior / chosen.length);
    look(junior, partners);
  }
  for (const [junior, partners] of chosen.entries()) {
    if (!alternatives.isWanting(junior)) continue;
    problem.row(junior, row);
    for (const senior of partners) row[senior] = -1;
    alternatives.visitAgain(junior, row);
  }
  found.sort((a, b) => b.total - a.total || a.at[0] - b.at[0] || a.at[1] - b.at[1]);

  const named = (other: Alternative | undefined, side: Prepared['pool']['juniors']) => {
    const partner = other && side[other.other]?.person;
    return partner ? { partner, atLeast: other.atLeast } : undefined;
  };
  const pairs = found.map(({ at: [j, s], total }) => {
    const [junior, senior] = [pool.juniors[j], pool.seniors[s]];
    if (!junior || !senior) throw new Error('the solver chose somebody who is not there');
    const points = judgement.points(junior, senior);
    const sum = Object.values(points).reduce((all, each) => all + each, 0);
    if (sum !== total) throw new Error(`the tables give a pair ${total} points, its rules ${sum}`);
    const ofJunior = named(alternatives.ofJunior(j), pool.seniors);
    const ofSenior = named(alternatives.ofSenior(s), pool.juniors);
    return {
      junior: junior.person,
      senior: senior.person,
      points,
      total,
      ...(pinned.has(`${j},${s}`) ? { pinned: true } : {}),
      alternative: { ...(ofJunior ? { junior: ofJunior } : {}), ...(ofSenior ? { senior: ofSenior } : {}) },
    };
  });
  return { pairs, unmatched: leftOver.unmatched(), refused: pool.refused.map((each) => ({ ...each })) };
}
