import { munkres } from 'munkres';
import { pair } from '../../../shared/pairing/pairing.ts';
import type { Problem } from '../../../shared/pairing/solver/problem.ts';
import { solve } from '../../../shared/pairing/solver/solve.ts';
import { verify } from '../../../shared/pairing/solver/verify.ts';
import { houseOf, type Kind, kinds, matrixOf, mostIn, rules, squareProblem } from './costs.ts';
import { plainPass } from './plain-pass.ts';
import { plainInput } from './plain-sides.ts';

/** One measured piece of work in a fresh process. */
export interface Piece {
  readonly milliseconds: number;
  /** Most memory of the whole process, preparation included. */
  readonly megabytes: number;
  /** What the work found: both sides of a comparison must find the same. */
  readonly found: readonly number[];
}

const seed = 1;

/** How long `work` takes, cold; checks and proofs come afterwards and are not measured. */
function measured<T>(work: () => T, found: (done: T) => readonly number[]): Piece {
  const begun = performance.now();
  const done = work();
  const milliseconds = performance.now() - begun;
  // Kilobytes, whatever the system.
  const megabytes = process.resourceUsage().maxRSS / 1_024;
  return { milliseconds, megabytes, found: found(done) };
}

function proved(faults: readonly string[]): void {
  if (faults.length > 0) throw new Error(`the proof fails: ${faults.join('; ')}`);
}

const works: Record<string, (...args: string[]) => Promise<Piece>> = {
  /** Number of pairs and their points, by the best solver that npm has. */
  async munkres(kind, n) {
    const rows = await matrixOf(kindOf(kind), Number(n), seed);
    const most = mostIn(rows);
    // Dearer than all pairs together: it is taken only where no allowed pair is left.
    const forbidden = most * rows.length + 1;
    const costs = rows.map((row) => row.map((points) => (points < 0 ? forbidden : most - points)));
    return measured(
      () => munkres(costs),
      (pairs) => sumOf(rows, pairs),
    );
  },
  async ours(kind, n) {
    const rows = await matrixOf(kindOf(kind), Number(n), seed);
    const problem = squareProblem(rows, seed);
    return measured(
      () => solve(problem, { objective: 'total' }),
      (solution) => {
        proved(verify(problem, solution));
        return sumOf(rows, solution.pairs);
      },
    );
  },
  async plain(juniors, seniors, places) {
    const input = await houseOf({ juniors: Number(juniors), seniors: Number(seniors), places: Number(places) }, seed);
    return measured(
      () => plainPass(plainInput(input, rules)),
      ({ allowed, points }) => [allowed, points],
    );
  },
  async run(juniors, seniors, places) {
    const input = await houseOf({ juniors: Number(juniors), seniors: Number(seniors), places: Number(places) }, seed);
    return measured(
      () => pair(input, rules, seed),
      (paired) => {
        if (!paired.ok) throw new Error('the engine refuses the invented house');
        proved(verify(paired.problem, paired.solution));
        return allowedIn(paired.problem);
      },
    );
  },
};

/** What the engine's own scoring allows: how many pairs, and their points. */
function allowedIn({ juniors, seniors, row }: Problem): number[] {
  const points = new Int32Array(seniors.places.length);
  let [count, sum] = [0, 0];
  for (let junior = 0; junior < juniors.places.length; junior++) {
    row(junior, points);
    for (const each of points) {
      if (each < 0) continue;
      count++;
      sum += each;
    }
  }
  return [count, sum];
}

function kindOf(text: string | undefined): Kind {
  const kind = kinds.find((each) => each === text);
  if (!kind) throw new Error(`there are no costs called ${text}`);
  return kind;
}

function sumOf(rows: readonly Int32Array[], pairs: Iterable<readonly [number, number]>): number[] {
  let [count, sum] = [0, 0];
  for (const [junior, senior] of pairs) {
    const points = rows[junior]?.[senior] ?? -1;
    if (points < 0) continue;
    count++;
    sum += points;
  }
  return [count, sum];
}

const [what = '', ...args] = process.argv.slice(2);
const work = works[what];
if (!work) throw new Error(`the bench cannot do ${what}`);
console.log(JSON.stringify(await work(...args)));
