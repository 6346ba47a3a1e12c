import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cohortId, readPeople, week } from '../../../infra/pair/people.ts';
import { Rules } from '../../../shared/cohort/cohort.ts';
import type { PairingInput } from '../../../shared/pairing/input.ts';
import type { Problem, Side } from '../../../shared/pairing/solver/problem.ts';
import { plainPass } from './plain-pass.ts';
import { plainInput } from './plain-sides.ts';
import { type Size, writePopulation } from './population.ts';
import { random } from './random.ts';

export const rules = Rules.parse({ weights: {} });

/** The invented house as the engine gets it, by the road that every HR file takes. */
export async function houseOf(size: Size, seed: number): Promise<PairingInput> {
  const directory = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const file = join(directory, 'people.csv');
    writePopulation(file, size, seed);
    const { candidates, chain } = await readPeople(file);
    return { cohortId, week, people: candidates, chain };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/**
 * `scores`: what one side offers meets what the other wants, nothing forbidden, so that everybody wants the same few;
 * `house`: points of an invented house under all rules, most pairs forbidden; `random`: hardly two alike; `ties`: four
 * values.
 */
export const kinds = ['scores', 'house', 'random', 'ties'] as const;
export type Kind = (typeof kinds)[number];

/** Points of every pair of a square problem, row by row; −1: forbidden. */
export async function matrixOf(kind: Kind, n: number, seed: number): Promise<Int32Array[]> {
  const rows = Array.from({ length: n }, () => new Int32Array(n).fill(-1));
  if (kind === 'house') {
    const input = plainInput(await houseOf({ juniors: n, seniors: n, places: 1 }, seed), rules);
    plainPass(input, (junior, senior, points) => {
      const row = rows[junior];
      if (row) row[senior] = points;
    });
    return rows;
  }
  const next = random(seed);
  if (kind === 'scores') return scores(rows, next);
  const values = kind === 'ties' ? 4 : 1_000_000;
  for (const row of rows) for (let at = 0; at < n; at++) row[at] = Math.floor(next() * values);
  return rows;
}

const interests = 8;

function scores(rows: Int32Array[], next: () => number): Int32Array[] {
  const people = () => Array.from(rows, () => Float64Array.from({ length: interests }, () => next() ** 2));
  const [offers, wants] = [people(), people()];
  for (const [junior, row] of rows.entries()) {
    for (const [senior, want] of wants.entries()) {
      let fit = 0;
      for (let at = 0; at < interests; at++) fit += (offers[junior]?.[at] ?? 0) * (want[at] ?? 0);
      row[senior] = Math.round((1_000 * fit) / interests);
    }
  }
  return rows;
}

export const mostIn = (rows: readonly Int32Array[]): number =>
  rows.reduce((most, row) => row.reduce((a, b) => (a > b ? a : b), most), 0);

/** One place each, and a pair for as many as possible. */
export function squareProblem(rows: readonly Int32Array[], seed: number): Problem {
  const next = random(seed);
  const side = (): Side => ({
    places: new Int32Array(rows.length).fill(1),
    first: new Uint8Array(rows.length).fill(1),
    tie: Uint32Array.from(rows, () => Math.floor(next() * 4_294_967_296)),
  });
  return {
    juniors: side(),
    seniors: side(),
    row: (junior, into) => into.set(rows[junior] ?? []),
    mostPoints: mostIn(rows),
    pins: [],
  };
}
