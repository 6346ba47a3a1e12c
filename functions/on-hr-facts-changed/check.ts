import type { RunId } from '../../events/ids.ts';
import type { Cohort } from '../../shared/cohort/cohort.ts';
import { blockPair } from '../../shared/pair/block.ts';
import { type Pair, pairs } from '../../shared/pair/pair.ts';
import { type Found, type House, recheck } from '../../shared/pair/recheck.ts';
import { isRunning, rechecks } from '../../shared/pair/recheck-round.ts';
import { runs } from '../../shared/pairing/run.ts';
import type { Trigger } from '../../shared/runtime/on-event.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';
import { openTask } from '../../shared/task/open.ts';
import { brokenTaskIdOf, noteFacts, uncheckedTask } from '../../shared/task/rule-task.ts';
import { tasks } from '../../shared/task/task.ts';

export interface Round {
  readonly cohort: Cohort;
  readonly round: number;
  readonly house: House;
}

/** Judges pair after pair by the facts of one round, and does what follows. */
export function checker(table: Table, trigger: Trigger, { cohort, round, house }: Round) {
  const { cohortId } = cohort;
  const counts = { held: 0, blocked: 0, unknown: 0 };
  const gapsOf = new Map<RunId, Promise<readonly number[]>>();
  let overtaken = false;

  function gaps({ runId }: Pair): Promise<readonly number[]> {
    const known = gapsOf.get(runId) ?? readGaps(runId);
    gapsOf.set(runId, known);
    return known;
  }
  async function readGaps(runId: RunId): Promise<readonly number[]> {
    const run = await table.get(runs, { cohortId, runId });
    return [cohort.rules.minLevelGap, ...(run ? [run.rules.minLevelGap] : [])];
  }

  async function pair(one: Pair): Promise<void> {
    if (overtaken) return;
    const found = recheck(one, house, await gaps(one));
    if (found.now === 'not asked') return;
    if (one.state === 'blocked') return note(one, found);
    if (found.now === 'holds') counts.held++;
    if (found.now === 'broken') await block(one, found.rules);
    if (found.now === 'unknown') await callFor(found.faults);
  }

  async function block(one: Pair, rules: readonly string[]): Promise<void> {
    // A newer file has begun: these facts may be half old and half new, and its own round comes.
    if (!isRunning(await table.get(rechecks, { cohortId }), round)) {
      overtaken = true;
      return;
    }
    const result = await table.change(pairs, one, trigger.command('block pair'), (current) =>
      current ? blockPair(current, rules, trigger.at) : { refused: 'gone' },
    );
    if (result.ok) counts.blocked++;
  }

  /** Whoever settles the task of a blocked pair must know whether HR's facts have been put right. */
  async function note(one: Pair, found: Found): Promise<void> {
    const taskId = brokenTaskIdOf(one);
    await table.change(tasks, { cohortId, taskId }, trigger.command('note facts'), (task) =>
      noteFacts(task, found, trigger.at),
    );
  }

  async function callFor(faults: Extract<Found, { now: 'unknown' }>['faults']): Promise<void> {
    counts.unknown++;
    for (const { personId, fault } of faults) {
      const managerKey = house.people.get(personId)?.hr?.managerKey ?? '';
      await openTask(table, trigger.command, uncheckedTask(cohortId, { personId, fault, managerKey }, trigger.at));
    }
  }

  return { pair, counts };
}
