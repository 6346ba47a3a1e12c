import type { Instant } from '../../events/define.ts';
import type { RunId } from '../../events/ids.ts';
import { PairingApproved } from '../../events/pairing-approved.ts';
import { PairingRequested } from '../../events/pairing-requested.ts';
import { consentDueAt, nextLook } from '../pair/deadlines.ts';
import { type Run, runStates, runs } from '../pairing/run.ts';
import { type Command, type Draft, unnumbered } from '../table/aggregate.ts';
import { type Commit, change } from '../table/commit.ts';
import { minutesAfter, wholeMinute } from '../time/minute.ts';
import { type Cohort, cohorts } from './cohort.ts';
import { canEnd, draft, withTimer } from './draft.ts';
import { cohortStates } from './states.ts';

type Decision = Commit | { readonly refused: string };

/** Starts a run. A proposal that HR has not approved makes way for it. */
export function requestRun(
  { cohort, run, latest }: { cohort: Cohort | undefined; run: Run | undefined; latest: Run | undefined },
  { runId, seed, command }: { runId: RunId; seed: number; command: Command },
): Decision {
  if (!cohort) return { refused: 'no such cohort' };
  if (run) return { refused: 'requested already' };
  const state =
    cohortStates.next(cohort.state, 'pair') ??
    (canEnd(cohort.state) && isStuck(latest, command.at) ? cohort.state : undefined);
  if (!state) return { refused: `not while ${cohort.state}` };
  const { cohortId, rules } = cohort;
  const replaces = latest && replacedBy(latest);
  const made: Draft<Run> = {
    cohortId,
    runId,
    state: 'requested',
    rules,
    // The same seed decides between equals: what differs comes from people and rules, and not from chance.
    seed: replaces ? latest.seed : seed,
    requestedAt: command.at,
    pages: 0,
    ...(replaces ? { replaces } : {}),
  };
  const superseded = latest && runStates.next(latest.state, 'supersede');
  return {
    command,
    changes: [
      change(runs, made, undefined, made),
      change(cohorts, cohort, cohort, withTimer({ ...draft(cohort), state, latestRunId: runId })),
      ...(latest && superseded ? [change(runs, latest, latest, { ...unnumbered(latest), state: superseded })] : []),
    ],
    says: [PairingRequested({ cohortId, runId })],
  };
}

/**
 * Approves what HR saw. `digest` is that of the input as it is now: another one means that people changed since; rules
 * that were edited since are not those that HR saw either. `others`: the cohort's runs, read before that input. While
 * pairs of an earlier one are still being proposed, the input does not show yet whose places they take.
 */
export function approveRun(
  { cohort, run, others }: { cohort: Cohort | undefined; run: Run | undefined; others: readonly Run[] },
  { digest, command }: { digest: string; command: Command },
): Decision {
  if (!cohort || !run) return { refused: 'no such run' };
  if (run.state === 'approved') return { refused: 'approved already' };
  const approved = runStates.next(run.state, 'approve');
  const state = cohortStates.next(cohort.state, 'approve');
  if (!approved || !state || cohort.latestRunId !== run.runId) return { refused: 'not the latest proposal' };
  if (run.rules.version !== cohort.rules.version) return { refused: 'rules changed' };
  if (run.digest !== digest || others.some(isProposing)) return { refused: 'people changed' };
  const deadline = consentDueAt(command.at, cohort);
  return {
    command,
    changes: [
      change(runs, run, run, {
        ...unnumbered(run),
        state: approved,
        consentDueAt: deadline,
        dueAt: wholeMinute(nextLook(command.at, deadline, cohort)),
      }),
      change(cohorts, cohort, cohort, withTimer({ ...draft(cohort), state })),
    ],
    says: [PairingApproved({ cohortId: cohort.cohortId, runId: run.runId })],
  };
}

const isProposing = ({ state, proposedAt }: Run): boolean => state === 'approved' && proposedAt === undefined;

/** The last proposal that HR saw; a run of which nothing came passes it on, and an approved one ends the row. */
const replacedBy = ({ state, runId, replaces }: Run): RunId | undefined =>
  state === 'proposed' ? runId : state === 'approved' ? undefined : replaces;

/** A seed that follows from the run's id, so that a rerun of the same run is the same. */
export const seedOf = (runId: RunId): number =>
  [...runId].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 2 ** 31, 7);

/** For the desk: may a run be started now. */
export const mayPair = (cohort: Cohort): boolean => cohortStates.next(cohort.state, 'pair') !== undefined;

/** Longer than all tries of a run together: its function has failed for good, and only another run leads on. */
const stuckMinutes = 30;
const isStuck = (run: Run | undefined, at: Instant): boolean =>
  run?.state === 'requested' && minutesAfter(run.requestedAt, stuckMinutes) <= at;

/** The same where HR looks at a run: beside a settled one, or beside one of which nothing comes. */
export const mayRerun = (cohort: Cohort, run: Run, at: Instant): boolean =>
  run.state === 'requested'
    ? cohort.latestRunId === run.runId && isStuck(run, at) && canEnd(cohort.state)
    : run.state !== 'approved' && mayPair(cohort);
