import type { PairingRequested } from '../../events/pairing-requested.ts';
import { type Cohort, cohorts } from '../../shared/cohort/cohort.ts';
import { draft, withTimer } from '../../shared/cohort/draft.ts';
import { cohortStates } from '../../shared/cohort/states.ts';
import { digestOf } from '../../shared/pairing/digest.ts';
import { loadInput, type PairingInput } from '../../shared/pairing/input.ts';
import { pair } from '../../shared/pairing/pairing.ts';
import { writeResult } from '../../shared/pairing/result-pages.ts';
import { type Run, runStates, runs } from '../../shared/pairing/run.ts';
import { done, type Outcome } from '../../shared/runtime/logger.ts';
import type { EventOf, Trigger } from '../../shared/runtime/on-event.ts';
import { unnumbered } from '../../shared/table/aggregate.ts';
import { type Change, change } from '../../shared/table/commit.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';

export interface Needs {
  readonly table: Table;
}

/**
 * Runs the engine and lays the result before HR. The pages come first, then run and cohort move in one commit: a
 * crash in between leaves pages that the next attempt overwrites.
 */
export async function run(
  { cohortId, runId }: EventOf<typeof PairingRequested>,
  { table }: Needs,
  trigger: Trigger,
): Promise<Outcome> {
  const [requested, cohort] = await Promise.all([
    table.get(runs, { cohortId, runId }),
    table.get(cohorts, { cohortId }),
  ]);
  if (!cohort || requested?.state !== 'requested') return done('not requested', { runId });
  const input = await loadInput(table, cohort);
  const found = await compute(table, requested, input);
  const command = trigger.command('pairing run');
  const move = found.why === undefined ? 'propose' : 'fail';
  const settled = await table.transact(async () => {
    const [current, now] = [await table.get(runs, { cohortId, runId }), await table.get(cohorts, { cohortId })];
    const state = current && runStates.next(current.state, move);
    if (!current || !now || !state) return { refused: current?.state ?? 'gone' };
    const rest = unnumbered(current);
    return {
      command,
      changes: [change(runs, current, current, { ...rest, ...found, state }), ...moved(now, runId, move)],
    };
  });
  if (!settled.ok) return done(settled.refused, { runId });
  return done(move === 'propose' ? 'proposed' : 'failed', { runId, ...found.counts, why: found.why });
}

type Found = Pick<Run, 'digest' | 'counts' | 'why'> & { readonly pages: number };

/** A run with nobody on one side has nothing to propose: it fails by name. */
async function compute(table: Table, requested: Run, input: PairingInput): Promise<Found> {
  const digest = digestOf(input, requested.rules, requested.seed);
  const empty = (['junior', 'senior'] as const).find((role) => !input.people.some((each) => each.role === role));
  if (empty) return { digest, pages: 0, why: `no-${empty}` };
  const result = pair(input, requested.rules, requested.seed);
  const counts = {
    pairs: result.pairs.length,
    unmatched: result.unmatched.length,
    refused: result.refused.length,
  };
  return { digest, counts, pages: await writeResult(table, requested, result) };
}

/** The cohort waits for its latest run only; one that ended meanwhile stays where it is. */
function moved(cohort: Cohort, runId: string, move: 'propose' | 'fail'): Change[] {
  const state = cohortStates.next(cohort.state, move);
  if (!state || (cohort.latestRunId !== undefined && cohort.latestRunId !== runId)) return [];
  return [change(cohorts, cohort, cohort, withTimer({ ...draft(cohort), state }))];
}
