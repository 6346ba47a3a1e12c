import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Piece } from './child.ts';

const start = promisify(execFile);
const child = join(import.meta.dirname, 'child.ts');

/** Does one piece of work in a process of its own. */
export async function piece(...work: Round): Promise<Piece> {
  const { stdout } = await start(process.execPath, ['--max-old-space-size=8192', child, ...work]);
  return JSON.parse(stdout);
}

/** What to do, as the child is told. */
export type Round = readonly string[];

export interface Comparison {
  readonly ours: readonly Piece[];
  readonly theirs: readonly Piece[];
}

/** A median of fewer rounds than this is told as such. */
export const enoughRounds = 11;
/** A round that takes longer than this is measured three times only. */
const longRound = 5_000;

/** Both in turn, after one round that is not measured but compared. */
export async function compare(
  ours: Round,
  theirs: Round,
  { same, rounds }: { same: boolean; rounds: number },
  progress: (text: string) => void,
): Promise<Comparison> {
  progress(`${ours.join(' ')}: first round`);
  const [first, other] = [await piece(...ours), await piece(...theirs)];
  if (same && String(first.found) !== String(other.found)) {
    throw new Error(`${ours.join(' ')} finds ${first.found}, ${theirs.join(' ')} finds ${other.found}`);
  }
  const count = first.milliseconds + other.milliseconds > longRound ? Math.min(rounds, 3) : rounds;
  const comparison = { ours: [] as Piece[], theirs: [] as Piece[] };
  for (let round = 1; round <= count; round++) {
    progress(`${ours.join(' ')}: round ${round} of ${count}`);
    comparison.ours.push(await piece(...ours));
    comparison.theirs.push(await piece(...theirs));
  }
  return comparison;
}

/** Beside a ratio: how much its medians rest on. */
export const roundsOf = ({ ours }: Comparison): string =>
  ours.length < enoughRounds ? `of only ${ours.length}` : `of ${ours.length}`;

export const medianOf = (pieces: readonly Piece[]): number =>
  pieces.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b)[Math.floor(pieces.length / 2)] ?? Number.NaN;
export const mostMegabytes = (pieces: readonly Piece[]): number =>
  Math.max(...pieces.map(({ megabytes }) => megabytes));
