import type { PersonId } from '../../events/ids.ts';
import { SettlingDue } from '../../events/settling-due.ts';
import { carryOn } from '../../shared/cohort/carry-on.ts';
import { cohorts } from '../../shared/cohort/cohort.ts';
import { canEnd } from '../../shared/cohort/draft.ts';
import { comeTogether, remember, waitNoLonger } from '../../shared/pair/come-together.ts';
import { bothSaidYes } from '../../shared/pair/consent.ts';
import { type Pair, pairs } from '../../shared/pair/pair.ts';
import { comeToNothing, isAsking, maySettle, settleRun, toldTheRest } from '../../shared/pair/settle.ts';
import { pendingPair } from '../../shared/pair/states.ts';
import { waitingPeople } from '../../shared/pair/waiting.ts';
import { type Run, runs } from '../../shared/pairing/run.ts';
import { participants } from '../../shared/participant/participant.ts';
import { done, type Outcome } from '../../shared/runtime/logger.ts';
import type { EventOf, Trigger } from '../../shared/runtime/on-event.ts';
import { fanOut } from '../../shared/table/fan-out.ts';
import { partitionsOf, prefixOf } from '../../shared/table/keys.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';
import { callCoordinators } from '../../shared/task/open.ts';
import { tasks } from '../../shared/task/task.ts';
import { leaveOut } from './leave-out.ts';

interface Room {
  readonly table: Table;
  readonly trigger: Trigger;
}

/**
 * Everything of a run that has not formed comes to nothing; only then, in one commit, HR sees what came of all of it;
 * and then whoever is left without a pair is told. The cursor's first word names the pass that ran out of time.
 */
export async function react(
  { cohortId, runId, cursor }: EventOf<typeof SettlingDue>,
  needs: { readonly table: Table },
  trigger: Trigger,
): Promise<Outcome> {
  const { table } = needs;
  const room = { table, trigger };
  const [run, cohort] = [await table.get(runs, { cohortId, runId }), await table.get(cohorts, { cohortId })];
  if (run?.state !== 'approved' || !cohort || !canEnd(cohort.state)) return done('not applicable', { runId });
  const [pass, ...rest] = cursor?.split(' ') ?? [];
  const from = rest.join(' ');
  if (isAsking(run)) {
    if (!maySettle(run, await pairsOf(run, table))) return done('still asking', { runId });
    const next = await settlePairs(run, pass === 'pairs' ? from : undefined, room);
    if (next) return goOn(run, `pairs ${next}`, room);
    await table.transact(async () =>
      settleRun(
        { run: await table.get(runs, run), cohort: await table.get(cohorts, run) },
        trigger.command('settle run'),
      ),
    );
  }
  if (run.toldAt !== undefined) return done('settled before', { runId });
  await callFor(run, room);
  const next = await tellTheRest(run, pass === 'people' ? from : undefined, room);
  if (next) return goOn(run, `people ${next}`, room);
  await table.change(runs, run, trigger.command('told the rest'), (current) => toldTheRest(current, trigger.at));
  return done('settled', { runId });
}

/** What was not to be told before: a task about a pair of this run is seen from now on. */
async function callFor({ cohortId, runId }: Run, { table, trigger }: Room): Promise<void> {
  const open = { field: 'state', oneOf: ['open'] };
  for await (const { about } of table.some(tasks, partitionsOf(cohortId), prefixOf.task, open)) {
    const pair = about.pairId && (await table.get(pairs, { cohortId, pairId: about.pairId }));
    if (!pair || pair.runId !== runId) continue;
    const { settledAt = trigger.at } = (await table.get(runs, { cohortId, runId })) ?? {};
    return callCoordinators(table, trigger.command, cohortId, settledAt);
  }
}

async function goOn({ cohortId, runId }: Run, cursor: string, { table, trigger }: Room): Promise<Outcome> {
  await carryOn(table, trigger.command('carry on settling'), cohortId, [SettlingDue({ cohortId, runId, cursor })]);
  return done('settling goes on', { runId });
}

async function pairsOf({ cohortId, runId }: Run, table: Table): Promise<Pair[]> {
  const found: Pair[] = [];
  for await (const pair of table.list(pairs, partitionsOf(cohortId), prefixOf.pair)) {
    if (pair.runId === runId) found.push(pair);
  }
  return found;
}

async function settlePairs(run: Run, cursor: string | undefined, { table, trigger }: Room) {
  const partitions = partitionsOf(run.cohortId);
  const settled = await fanOut(
    table,
    { noun: pairs, partitions, prefix: prefixOf.pair, cursor },
    trigger.remaining,
    settle,
  );
  return settled.cursor;

  async function settle(pair: Pair): Promise<void> {
    if (pair.runId !== run.runId) return;
    if (await hasFormed(pair)) return waitNoLonger(table, trigger.command('forget the wait'), pair);
    if (!pendingPair(pair)) return;
    await table.change(pairs, pair, trigger.command('come to nothing'), (current) =>
      current ? comeToNothing(current) : { refused: 'gone' },
    );
  }
  async function hasFormed(pair: Pair): Promise<boolean> {
    if (pair.formedAt === undefined) {
      // Both said yes in time, and the forming is late or found no place then.
      return pendingPair(pair) && bothSaidYes(pair) && comeTogether(table, trigger.command('form pair'), pair);
    }
    // Whoever formed it may have ended before both people knew of it for life.
    await remember(table, trigger.command('remember pair'), pair);
    return true;
  }
}

/**
 * Whoever is in the pool without any pair, and in none of another run that is not settled, whatever has become of that
 * one: a letter now would tell it. They are told with that run.
 */
async function tellTheRest(run: Run, cursor: string | undefined, { table, trigger }: Room) {
  const { cohortId } = run;
  const partitions = partitionsOf(cohortId);
  const provided = new Set<PersonId>(await waitingPeople(table, cohortId));
  for await (const pair of table.list(pairs, partitions, prefixOf.pair)) {
    if (pair.runId === run.runId && pair.formedAt !== undefined) provided.add(pair.junior).add(pair.senior);
  }
  const told = await fanOut(
    table,
    { noun: participants, partitions, prefix: prefixOf.participant, cursor },
    trigger.remaining,
    async (participant) => {
      if (!provided.has(participant.personId)) await leaveOut(table, trigger, run, participant);
    },
  );
  return told.cursor;
}
