import { describe, expect, it } from 'vitest';
import { type RoundId, RunId } from '../../../events/ids.ts';
import { CohortSettings } from '../../../shared/cohort/cohort.ts';
import { editCohort, stopLetters } from '../../../shared/cohort/edit.ts';
import { endCohort, moveEnd } from '../../../shared/cohort/end.ts';
import { inviteLatecomers, launchCohort } from '../../../shared/cohort/launch.ts';
import { openCohort } from '../../../shared/cohort/open.ts';
import { approveRun, requestRun } from '../../../shared/cohort/pair-up.ts';
import { askRound } from '../../../shared/cohort/round.ts';
import type { Run } from '../../../shared/pairing/run.ts';
import { at, cohort, cohortId, command, runId, settings } from './sample.ts';

describe('a new cohort', () => {
  it('has defaults that need only an independent contact', () => {
    expect(CohortSettings.safeParse(settings).success).toBe(true);
    expect(settings.enrolmentDeadline < settings.start && settings.start < settings.end).toBe(true);
  });

  it('enrols at once and has its end as its timer', () => {
    expect(openCohort(undefined, settings, { cohortId, at })).toMatchObject({
      to: { state: 'enrolling', endsAt: cohort.endsAt, dueAt: cohort.endsAt },
    });
  });

  it('is made once, however often the form is sent', () => {
    expect(openCohort(cohort, settings, { cohortId, at })).toEqual({ refused: 'there already' });
  });
});

describe('editing a cohort', () => {
  it('moves the timer with the end', () => {
    expect(editCohort(cohort, { ...settings, end: '2026-12-24' })).toMatchObject({
      to: { dueAt: '2026-12-25T08:00:00.000Z' },
    });
  });

  it('leaves the end of a cohort alone that has ended', () => {
    expect(editCohort({ ...cohort, state: 'closed' }, { ...settings, end: '2026-12-24' })).toEqual({
      refused: 'has ended',
    });
    expect(editCohort({ ...cohort, state: 'closed' }, { ...settings, name: 'New' })).toMatchObject({
      to: { name: 'New', state: 'closed' },
    });
  });

  it('stops all letters and lets them go again', () => {
    expect(stopLetters(cohort, true)).toMatchObject({ to: { lettersStopped: true } });
    expect(stopLetters(cohort, false)).toEqual({ refused: 'nothing to change' });
  });
});

describe('the launch', () => {
  const launch = { typed: ` ${cohort.name} `, waiting: 24, at };

  it('happens when the name is typed', () => {
    expect(launchCohort(cohort, launch)).toMatchObject({
      to: { launchedAt: at },
      says: [{ detailType: 'cohort.launched.v1' }],
    });
    expect(launchCohort(cohort, { ...launch, typed: 'yes' })).toEqual({ refused: 'the name does not match' });
  });

  it('happens once', () => {
    expect(launchCohort({ ...cohort, launchedAt: at }, launch)).toEqual({ refused: 'launched already' });
  });

  it('needs somebody to write to, and letters that are not stopped', () => {
    expect(launchCohort(cohort, { ...launch, waiting: 0 })).toEqual({ refused: 'nobody to write to' });
    expect(launchCohort({ ...cohort, lettersStopped: true }, launch)).toEqual({ refused: 'letters are stopped' });
  });

  it('comes before anything is sent to newcomers', () => {
    expect(inviteLatecomers(cohort, { round: 'rnd_01jqa2b3c4d5', waiting: 1 })).toEqual({ refused: 'not launched' });
    expect(inviteLatecomers({ ...cohort, launchedAt: at }, { round: 'rnd_01jqa2b3c4d5', waiting: 1 })).toMatchObject({
      says: [{ detailType: 'latecomers.invited.v1' }],
    });
  });
});

describe('pairing', () => {
  const run: Run = {
    schema: 1,
    version: 2,
    cohortId,
    runId,
    state: 'proposed',
    rules: cohort.rules,
    seed: 1,
    requestedAt: at,
    digest: 'as seen',
    pages: 1,
  };
  const review = { ...cohort, state: 'review' as const, latestRunId: runId };

  it('supersedes a proposal by a rerun', () => {
    const rerun = RunId.parse('run_01jqa2b3c4d6');
    const decision = requestRun({ cohort: review, run: undefined, latest: run }, { runId: rerun, seed: 2, command });
    expect(decision).toMatchObject({
      changes: [
        { after: { state: 'requested' } },
        { after: { state: 'pairing', latestRunId: rerun } },
        { after: { state: 'superseded' } },
      ],
      says: [{ detailType: 'pairing.requested.v1' }],
    });
  });

  it('does not start twice', () => {
    expect(
      requestRun(
        { cohort: { ...cohort, state: 'pairing' }, run: undefined, latest: undefined },
        { runId, seed: 1, command },
      ),
    ).toEqual({ refused: 'not while pairing' });
  });

  it('starts anew where nothing came of the run before, and not while it may still come', () => {
    const rerun = 'run_02jqa2b3c4d5' as RunId;
    const pairing = { ...cohort, state: 'pairing' as const, latestRunId: runId };
    const again = (requestedAt: string) => {
      const latest: Run = { ...run, state: 'requested', requestedAt };
      return requestRun({ cohort: pairing, run: undefined, latest }, { runId: rerun, seed: 2, command });
    };
    const minutesAgo = (minutes: number) => new Date(Date.parse(command.at) - minutes * 60_000).toISOString();
    expect(again(minutesAgo(29))).toEqual({ refused: 'not while pairing' });
    expect(again(minutesAgo(30))).toMatchObject({
      changes: [
        { after: { state: 'requested' } },
        { after: { state: 'pairing', latestRunId: rerun } },
        { after: { state: 'superseded' } },
      ],
    });
  });

  it('approves what HR saw', () => {
    expect(approveRun({ cohort: review, run, others: [run] }, { digest: 'as seen', command })).toMatchObject({
      changes: [{ after: { state: 'approved' } }, { after: { state: 'consent', dueAt: cohort.endsAt } }],
      says: [{ detailType: 'pairing.approved.v1' }],
    });
  });

  it('refuses the approval when people changed since', () => {
    expect(approveRun({ cohort: review, run, others: [run] }, { digest: 'as it is', command })).toEqual({
      refused: 'people changed',
    });
  });

  it('approves only the latest proposal', () => {
    expect(
      approveRun(
        { cohort: { ...review, latestRunId: 'run_zzzzzzzzzzzz' }, run, others: [run] },
        { digest: 'as seen', command },
      ),
    ).toEqual({ refused: 'not the latest proposal' });
  });
});

describe('a round', () => {
  it('asks only where somebody is paired', () => {
    const roundId = 'rnd_01jqa2b3c4d5' as RoundId;
    const active = { ...cohort, state: 'active' as const, launchedAt: at };
    expect(askRound(active, { roundId, pairs: 0 })).toEqual({ refused: 'nobody to ask' });
    expect(askRound(active, { roundId, pairs: 3 })).toMatchObject({ says: [{ detailType: 'round.requested.v1' }] });
  });
});

describe('the end', () => {
  it('comes at once when HR says so, and clears the timer', () => {
    const step = endCohort(cohort, at);
    expect(step).toMatchObject({ to: { state: 'closing', endsAt: at }, says: [{ detailType: 'cohort.ended.v1' }] });
    expect('to' in step && step.to.dueAt).toBeUndefined();
  });

  it('can be moved to a day that has not passed', () => {
    expect(moveEnd(cohort, '2027-01-31', at)).toMatchObject({
      to: { end: '2027-01-31', dueAt: '2027-02-01T08:00:00.000Z' },
    });
    expect(moveEnd(cohort, '2026-03-01', at)).toEqual({ refused: 'before today or the start' });
  });
});
