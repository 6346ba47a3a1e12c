import { RunId } from '../../../events/ids.ts';
import { cohorts } from '../../../shared/cohort/cohort.ts';
import { approveRun, requestRun, seedOf } from '../../../shared/cohort/pair-up.ts';
import { allParticipants } from '../../../shared/desk/all-of.ts';
import { type CohortVisit, homeOf } from '../../../shared/desk/cohort-visit.ts';
import { missingReply, refusedReply } from '../../../shared/desk/refused.tsx';
import { commandOf } from '../../../shared/desk/visit.ts';
import { digestOf } from '../../../shared/pairing/digest.ts';
import { loadInput } from '../../../shared/pairing/load.ts';
import { readResult } from '../../../shared/pairing/result-pages.ts';
import { type Run, runs } from '../../../shared/pairing/run.ts';
import { type Reply, seeOther } from '../../../shared/web/http.ts';
import { runPage } from './page.tsx';

/** POST /desk/cohorts/{cohort}/runs: starts a run; the form brings its id, so that two presses start one. */
export async function startRun(visit: CohortVisit): Promise<Reply> {
  const { needs, cohort, request } = visit;
  const home = homeOf(cohort.cohortId);
  const { cohortId } = cohort;
  const asked = RunId.safeParse(request.form.get('run'));
  const runId = asked.success ? asked.data : RunId.parse(`run_${needs.randomId()}`);
  const command = commandOf(visit, 'request pairing');
  const result = await needs.table.transact(async () => {
    const current = await needs.table.get(cohorts, { cohortId });
    return requestRun(
      {
        cohort: current,
        run: await needs.table.get(runs, { cohortId, runId }),
        latest: await latestOf(visit, current?.latestRunId),
      },
      { runId, seed: seedOf(runId), command },
    );
  });
  if (!result.ok && result.refused !== 'requested already') {
    return refusedReply(visit, cohort.state === 'pairing' ? 'pairing is running' : result.refused, home);
  }
  return seeOther(`${home}/runs/${runId}`);
}

/** GET /desk/cohorts/{cohort}/runs/{run} */
export async function showRun(visit: CohortVisit): Promise<Reply> {
  const run = await runOf(visit);
  return run ? show(visit, run) : missingReply(visit);
}

/** POST there: approves what was seen, unless the people are no longer those of the run. */
export async function approve(visit: CohortVisit): Promise<Reply> {
  const { needs, cohort } = visit;
  const run = await runOf(visit);
  if (!run) return missingReply(visit);
  const home = homeOf(cohort.cohortId);
  const command = commandOf(visit, 'approve pairing');
  const result = await needs.table.transact(async () => {
    const [current, latest, input] = await Promise.all([
      needs.table.get(cohorts, cohort),
      needs.table.get(runs, run),
      loadInput(needs.table, cohort),
    ]);
    return approveRun({ cohort: current, run: latest }, { digest: digestOf(input, run.rules, run.seed), command });
  });
  if (result.ok || result.refused === 'approved already') return seeOther(`${home}?done=approved`);
  if (result.refused === 'people changed') return show(visit, run, true);
  return refusedReply(visit, result.refused, `${home}/runs/${run.runId}`);
}

async function runOf({ needs, cohort, params }: CohortVisit): Promise<Run | undefined> {
  const runId = RunId.safeParse(params.run);
  return runId.success ? needs.table.get(runs, { cohortId: cohort.cohortId, runId: runId.data }) : undefined;
}

async function latestOf({ needs, cohort }: CohortVisit, latestRunId: string | undefined): Promise<Run | undefined> {
  const runId = RunId.safeParse(latestRunId);
  return runId.success ? needs.table.get(runs, { cohortId: cohort.cohortId, runId: runId.data }) : undefined;
}

async function show(visit: CohortVisit, run: Run, changed = false): Promise<Reply> {
  const { needs, cohort } = visit;
  const [people, result] = await Promise.all([
    allParticipants(needs.table, cohort.cohortId),
    run.pages > 0 ? readResult(needs.table, run) : undefined,
  ]);
  return runPage(visit, {
    run,
    result,
    people: new Map(people.map((each) => [each.personId, each])),
    changed,
    nextId: `run_${needs.randomId()}`,
  });
}
