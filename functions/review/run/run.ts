import { PersonId, RunId } from '../../../events/ids.ts';
import { cohorts } from '../../../shared/cohort/cohort.ts';
import { approveRun, requestRun, seedOf } from '../../../shared/cohort/pair-up.ts';
import { allParticipants } from '../../../shared/desk/all-of.ts';
import { type CohortVisit, homeOf } from '../../../shared/desk/cohort-visit.ts';
import { missingReply, refusedReply } from '../../../shared/desk/refused.tsx';
import { commandOf } from '../../../shared/desk/visit.ts';
import { digestOf } from '../../../shared/pairing/digest.ts';
import { loadInput } from '../../../shared/pairing/load.ts';
import { readProgress } from '../../../shared/pairing/progress.ts';
import type { Run } from '../../../shared/pairing/run.ts';
import { oneMore } from '../../../shared/participant/one-more.ts';
import { participants } from '../../../shared/participant/participant.ts';
import { type Reply, seeOther } from '../../../shared/web/http.ts';
import { backOf } from '../back.ts';
import { listPage } from './list-page.tsx';
import { beforeOf, newRunId, resultOf, runOf, runsOf, type Stale, staleOf } from './load.ts';
import { runPage } from './page.tsx';

/** POST /desk/cohorts/{cohort}/runs: starts a run; the form brings its id, so that two presses start one. */
export async function startRun(visit: CohortVisit): Promise<Reply> {
  const { needs, cohort, request } = visit;
  const { cohortId } = cohort;
  const asked = RunId.safeParse(request.form.get('run'));
  const runId = asked.success ? asked.data : newRunId(visit);
  const command = commandOf(visit, 'request pairing');
  const result = await needs.table.transact(async () => {
    const current = await needs.table.get(cohorts, { cohortId });
    const [run, latest] = await Promise.all([runOf(visit, runId), runOf(visit, current?.latestRunId)]);
    return requestRun({ cohort: current, run, latest }, { runId, seed: seedOf(runId), command });
  });
  const home = homeOf(cohortId);
  if (!result.ok && result.refused !== 'requested already') {
    return refusedReply(visit, cohort.state === 'pairing' ? 'pairing is running' : result.refused, home);
  }
  return seeOther(`${home}/runs/${runId}`);
}

/** GET /desk/cohorts/{cohort}/runs: all of them. */
export async function listRuns(visit: CohortVisit): Promise<Reply> {
  const [all, people] = await Promise.all([runsOf(visit), allParticipants(visit.needs.table, visit.cohort.cohortId)]);
  const confirmed = people.some(({ state }) => state === 'confirmed');
  return listPage(visit, { runs: all, confirmed, nextId: newRunId(visit) });
}

/** GET /desk/cohorts/{cohort}/runs/{run} */
export async function showRun(visit: CohortVisit): Promise<Reply> {
  const run = await runOf(visit, visit.params.run);
  return run ? show(visit, run) : missingReply(visit);
}

/** POST there: approves what was seen, unless the people or the rules are no longer those of the run. */
export async function approve(visit: CohortVisit): Promise<Reply> {
  const { needs, cohort } = visit;
  const run = await runOf(visit, visit.params.run);
  if (!run) return missingReply(visit);
  const here = `${homeOf(cohort.cohortId)}/runs/${run.runId}`;
  const command = commandOf(visit, 'approve pairing');
  const result = await needs.table.transact(async () => {
    const [current, others] = [await needs.table.get(cohorts, cohort), await runsOf(visit)];
    const latest = others.find(({ runId }) => runId === run.runId);
    const input = await loadInput(needs.table, cohort, run.replaces);
    return approveRun(
      { cohort: current, run: latest, others },
      { digest: digestOf(input, run.rules, run.seed), command },
    );
  });
  if (result.ok || result.refused === 'approved already') return seeOther(here);
  if (result.refused === 'people changed') return show(visit, run, 'people');
  if (result.refused === 'rules changed') return show(visit, run, 'rules');
  return refusedReply(visit, result.refused, here);
}

/** POST /desk/cohorts/{cohort}/runs/places: one place more for somebody whom HR has asked. */
export async function addPlace(visit: CohortVisit): Promise<Reply> {
  const { needs, cohort, request } = visit;
  const personId = PersonId.safeParse(request.form.get('person'));
  const seen = Number(request.form.get('seen'));
  if (!personId.success) return missingReply(visit);
  const result = await needs.table.change(
    participants,
    { cohortId: cohort.cohortId, personId: personId.data },
    commandOf(visit, 'add place'),
    (current) => oneMore(current, seen),
  );
  const back = backOf(visit);
  return result.ok || result.refused === 'nothing to change'
    ? seeOther(back)
    : refusedReply(visit, result.refused, back);
}

/** `refused`: why an approval was not taken just now. */
async function show(visit: CohortVisit, run: Run, refused?: Stale): Promise<Reply> {
  const { needs, cohort } = visit;
  const [people, result, before, progress] = await Promise.all([
    allParticipants(needs.table, cohort.cohortId),
    resultOf(visit, run),
    beforeOf(visit, run),
    run.state === 'requested' ? readProgress(needs.table, run) : undefined,
  ]);
  const current = refused ? ((await needs.table.get(cohorts, cohort)) ?? cohort) : cohort;
  return runPage(
    { ...visit, cohort: current },
    {
      run,
      result,
      before,
      progress,
      people: new Map(people.map((each) => [each.personId, each])),
      stale: refused ?? (await staleOf(visit, run, people.length)),
      refused: refused !== undefined,
      nextId: newRunId(visit),
    },
  );
}
