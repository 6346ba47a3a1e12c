import type { PairingRequested } from '../../events/pairing-requested.ts';
import { type Cohort, cohorts } from '../../shared/cohort/cohort.ts';
import { draft, withTimer } from '../../shared/cohort/draft.ts';
import { cohortStates } from '../../shared/cohort/states.ts';
import { writeInput } from '../../shared/pairing/input-pages.ts';
import { loadInput } from '../../shared/pairing/load.ts';
import { type Paired, pairInSteps } from '../../shared/pairing/pairing.ts';
import { progressOf } from '../../shared/pairing/progress.ts';
import { writeResult } from '../../shared/pairing/result-pages.ts';
import { type Run, type RunResult, runStates, runs } from '../../shared/pairing/run.ts';
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
 * crash in between leaves pages that the next attempt writes again, or lets lie if people have changed meanwhile.
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
  const found = await compute(table, requested, cohort, trigger);
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

type Found = Pick<Run, 'digest' | 'counts' | 'objective' | 'inputPages' | 'why'> & { readonly pages: number };

/** A run that cannot be made fails by name: its pages then say who is in the way, and by which rule. */
async function compute(table: Table, requested: Run, cohort: Cohort, trigger: Trigger): Promise<Found> {
  const progress = progressOf(table, requested, trigger.at, trigger.remaining);
  await progress('loading');
  const input = await loadInput(table, cohort, requested.replaces);
  const steps = pairInSteps(input, requested.rules, requested.seed);
  let step = steps.next();
  for (; !step.done; step = steps.next()) await progress(step.value);
  await progress('writing');
  const made = step.value;
  const result = made.ok ? made.result : failed(made);
  const { digest } = made;
  const pages = await writeResult(table, { ...requested, digest }, result);
  if (!made.ok) return { digest, pages, why: whyOf(made) };
  return {
    digest,
    objective: made.objective,
    counts: { pairs: result.pairs.length, unmatched: result.unmatched.length, refused: result.refused.length },
    pages,
    inputPages: await writeInput(table, { ...requested, digest }, input, trigger.at),
  };
}

type NotPaired = Extract<Paired, { ok: false }>;

const failed = ({ refused, without }: NotPaired): RunResult => ({
  pairs: [],
  unmatched: [],
  refused: [...refused.flatMap(({ person, ...rest }) => (person ? [{ person, ...rest }] : [])), ...without],
});

/** An empty side and a circle of managers have one name each; whatever is wrong with pins is told pin by pin. */
function whyOf({ refused: [first] }: NotPaired): string {
  return first && ['no-junior', 'no-senior', 'reporting-cycle'].includes(first.rule) ? first.rule : 'pins';
}

/** The cohort waits for its latest run only; one that ended meanwhile stays where it is. */
function moved(cohort: Cohort, runId: string, move: 'propose' | 'fail'): Change[] {
  const state = cohortStates.next(cohort.state, move);
  if (!state || (cohort.latestRunId !== undefined && cohort.latestRunId !== runId)) return [];
  return [change(cohorts, cohort, cohort, withTimer({ ...draft(cohort), state }))];
}
