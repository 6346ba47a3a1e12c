import type { Instant } from '../../events/define.ts';
import { SettlingDue } from '../../events/settling-due.ts';
import { type Cohort, cohorts } from '../cohort/cohort.ts';
import { canEnd, draft } from '../cohort/draft.ts';
import { cohortStates } from '../cohort/states.ts';
import { type Run, runs } from '../pairing/run.ts';
import { type Command, unnumbered, withoutTimer } from '../table/aggregate.ts';
import { type Commit, change } from '../table/commit.ts';
import type { Step } from '../table/table.dynamodb.ts';
import { wholeMinute } from '../time/minute.ts';
import { nextLook } from './deadlines.ts';
import type { Pair } from './pair.ts';
import { pairStates } from './states.ts';

/** Approved, and its pairs are still being asked. */
export const isAsking = ({ state, settledAt }: Run): boolean => state === 'approved' && settledAt === undefined;

/** The morning's timer of a run rang. It looks again the next morning; after the deadline it has no timer any more. */
export function ringRun(run: Run, cohort: Cohort, until: Instant): Step<Run> {
  if (!run.dueAt || run.dueAt > until) return { refused: 'not due' };
  const { consentDueAt, cohortId, runId } = run;
  const to = withoutTimer(run);
  if (!consentDueAt || !isAsking(run) || !canEnd(cohort.state)) return { to };
  const last = wholeMinute(consentDueAt) <= until;
  return {
    to: last ? to : { ...to, dueAt: wholeMinute(nextLook(until, consentDueAt, cohort)) },
    says: [SettlingDue({ cohortId, runId })],
  };
}

/**
 * Before its deadline a run is settled only if every pair of it has formed: if one had come to nothing, an early
 * settling would tell that somebody has declined.
 */
export function maySettle(run: Run, pairs: readonly Pair[]): boolean {
  const pastDeadline = run.dueAt === undefined;
  return pastDeadline || (run.proposedAt !== undefined && pairs.every(({ formedAt }) => formedAt !== undefined));
}

/** The pair comes to nothing, and what the two answered is forgotten. */
export function comeToNothing(pair: Pair): Step<Pair> {
  const state = pairStates.next(pair.state, 'fail');
  if (!state) return { refused: `already ${pair.state}` };
  const { consent: _consent, ...rest } = withoutTimer(pair);
  return { to: { ...rest, state } };
}

/** From this commit on HR sees what came of every pair; the cohort meets. */
export function settleRun(
  { run, cohort }: { run: Run | undefined; cohort: Cohort | undefined },
  command: Command,
): Commit | { refused: string } {
  if (!run || !cohort) return { refused: 'gone' };
  if (!isAsking(run)) return { refused: 'settled already' };
  const state = cohortStates.next(cohort.state, 'activate');
  return {
    command,
    changes: [
      change(runs, run, run, { ...withoutTimer(run), settledAt: command.at }),
      ...(state && state !== cohort.state ? [change(cohorts, cohort, cohort, { ...draft(cohort), state })] : []),
    ],
  };
}

/** Whoever it left without a pair has been told. */
export const toldTheRest = (run: Run | undefined, at: Instant): Step<Run> =>
  run && run.toldAt === undefined ? { to: { ...unnumbered(run), toldAt: at } } : { refused: 'known' };

/** All of its pairs have been proposed. */
export const proposed = (run: Run | undefined, at: Instant): Step<Run> =>
  run && run.proposedAt === undefined ? { to: { ...unnumbered(run), proposedAt: at } } : { refused: 'known' };
