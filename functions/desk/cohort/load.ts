import type { CohortId } from '../../../events/ids.ts';
import { checkIns } from '../../../shared/check-in/check-in.ts';
import { allOf } from '../../../shared/desk/all-of.ts';
import { letters } from '../../../shared/letter/letter.ts';
import { pairs } from '../../../shared/pair/pair.ts';
import { type Visible, visibleToHr } from '../../../shared/pair/visible.ts';
import { runs } from '../../../shared/pairing/run.ts';
import { submissions } from '../../../shared/submission/submission.ts';
import { prefixOf } from '../../../shared/table/keys.ts';
import type { Table } from '../../../shared/table/table.dynamodb.ts';
import { tasks } from '../../../shared/task/task.ts';

const allPairs = allOf(pairs, prefixOf.pair);
export const allRuns = allOf(runs, prefixOf.run);
export const allLetters = allOf(letters, prefixOf.letter);
export const allSubmissions = allOf(submissions, prefixOf.submission);
export const allTasks = allOf(tasks, prefixOf.task);
export const allCheckIns = allOf(checkIns, prefixOf.checkIn);

/**
 * What HR may see of the pairs, and of all that hangs on them. No page of the desk reads a pair in another way: before
 * its run is settled nothing must tell of an answer, not even a count or an order.
 */
export async function visibleOf(table: Table, cohortId: CohortId): Promise<Visible> {
  const [known, made] = await Promise.all([allPairs(table, cohortId), allRuns(table, cohortId)]);
  return visibleToHr(known, made);
}
