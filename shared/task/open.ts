import { cohorts, launched } from '../cohort/cohort.ts';
import { planLetter } from '../letter/plan.ts';
import { pairs } from '../pair/pair.ts';
import { isSettled } from '../pair/visible.ts';
import { runs } from '../pairing/run.ts';
import type { Command, Draft } from '../table/aggregate.ts';
import type { Table } from '../table/table.dynamodb.ts';
import { addDays, atLocal, localDate } from '../time/local.ts';
import { workingDaysAfter } from '../time/working-days.ts';
import { openOnce } from './rule-task.ts';
import { type Task, tasks } from './task.ts';

const morning = '09:00';

/** Signs a command by its name. */
type Commands = (name: string) => Command;

/** Opens a task once, and lets the coordinators know. Told again it finishes what the first run left. */
export async function openTask(table: Table, command: Commands, task: Draft<Task>): Promise<void> {
  const { item = task } = await table.change(tasks, task, command('open task'), (current) => openOnce(current, task));
  const { cohortId, createdAt, about } = item;
  if (await mayBeTold(table, { cohortId, ...about })) await callCoordinators(table, command, cohortId, createdAt);
}

/** What hangs on a pair is told when its run is settled: before, a letter would tell that somebody was asked. */
async function mayBeTold(table: Table, { cohortId, pairId }: Task['about'] & Pick<Task, 'cohortId'>): Promise<boolean> {
  const pair = pairId && (await table.get(pairs, { cohortId, pairId }));
  return !pair || isSettled(await table.get(runs, { cohortId, runId: pair.runId }));
}

/**
 * One letter to each coordinator on the next working morning, about all tasks that are open then: whatever else comes
 * until that morning is in the same letter.
 */
export async function callCoordinators(
  table: Table,
  command: Commands,
  cohortId: Task['cohortId'],
  since: string,
): Promise<void> {
  const cohort = await table.get(cohorts, { cohortId });
  if (!cohort || !launched(cohort)) return;
  const { timeZone, holidays } = cohort;
  const today = localDate(since, timeZone);
  const before = since < atLocal(today, morning, timeZone) ? addDays(today, -1) : today;
  const day = workingDaysAfter(before, 1, holidays);
  for (const place of cohort.coordinators.keys()) {
    await planLetter(table, command('call coordinator'), {
      scope: cohortId,
      kind: 'task',
      to: { contact: 'coordinator', place },
      subject: {},
      sequence: Number(day.replaceAll('-', '')),
      sendAt: atLocal(day, morning, timeZone),
    });
  }
}
