import type { Saying } from '../../events/define.ts';
import type { CohortId } from '../../events/ids.ts';
import type { Command } from '../table/aggregate.ts';
import type { Table } from '../table/table.dynamodb.ts';
import { cohorts } from './cohort.ts';
import { draft } from './draft.ts';

/** A fan-out over a cohort ran out of time: says its event again, with the cursor, in a commit of the cohort. */
export async function carryOn(
  table: Table,
  command: Command,
  cohortId: CohortId,
  says: readonly Saying[],
): Promise<void> {
  await table.change(cohorts, { cohortId }, command, (cohort) =>
    cohort ? { to: draft(cohort), says } : { refused: 'gone' },
  );
}
