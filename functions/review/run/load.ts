import { type RunId as Id, RunId } from '../../../events/ids.ts';
import { allOf } from '../../../shared/desk/all-of.ts';
import type { CohortVisit } from '../../../shared/desk/cohort-visit.ts';
import { digestOf } from '../../../shared/pairing/digest.ts';
import type { PairingInput } from '../../../shared/pairing/input.ts';
import { readInput } from '../../../shared/pairing/input-pages.ts';
import { loadInput } from '../../../shared/pairing/load.ts';
import { readResult } from '../../../shared/pairing/result-pages.ts';
import { type Run, type RunResult, runs } from '../../../shared/pairing/run.ts';
import { prefixOf } from '../../../shared/table/keys.ts';

const allRuns = allOf(runs, prefixOf.run);

/** All runs of the cohort, the newest first. */
export async function runsOf({ needs, cohort }: CohortVisit): Promise<Run[]> {
  const found = await allRuns(needs.table, cohort.cohortId);
  return found.sort((a, b) => b.requestedAt.localeCompare(a.requestedAt) || b.runId.localeCompare(a.runId));
}

export async function runOf({ needs, cohort }: CohortVisit, named: string | undefined): Promise<Run | undefined> {
  const runId = RunId.safeParse(named);
  return runId.success ? needs.table.get(runs, { cohortId: cohort.cohortId, runId: runId.data }) : undefined;
}

export const resultOf = async ({ needs }: CohortVisit, run: Run): Promise<RunResult | undefined> =>
  run.pages > 0 ? readResult(needs.table, run) : undefined;

/** What the run looked at, as long as it is kept. */
export const inputOf = ({ needs }: CohortVisit, run: Run): Promise<PairingInput | undefined> =>
  readInput(needs.table, run);

/** The proposal that this one took the place of. With an approved run it is not compared: that had other people. */
export async function beforeOf(visit: CohortVisit, run: Run): Promise<{ run: Run; result: RunResult } | undefined> {
  const last = await runOf(visit, run.replaces);
  const result = last && (await resultOf(visit, last));
  return last && result ? { run: last, result } : undefined;
}

/** Above this many people a page does not read all of them again only to say that they changed; the approval does. */
const mostCompared = 4_000;

export type Stale = 'rules' | 'people' | undefined;

/** Why a proposal can no longer be approved. */
export async function staleOf({ needs, cohort }: CohortVisit, run: Run, people: number): Promise<Stale> {
  if (run.state !== 'proposed' || cohort.latestRunId !== run.runId) return undefined;
  if (cohort.rules.version !== run.rules.version) return 'rules';
  if (people > mostCompared) return undefined;
  return digestOf(await loadInput(needs.table, cohort, run.replaces), run.rules, run.seed) === run.digest
    ? undefined
    : 'people';
}

export const newRunId = ({ needs }: CohortVisit): Id => RunId.parse(`run_${needs.randomId()}`);
