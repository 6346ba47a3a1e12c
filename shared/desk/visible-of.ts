import type { CohortId } from '../../events/ids.ts';
import { pairs } from '../pair/pair.ts';
import { type Visible, visibleToHr } from '../pair/visible.ts';
import { runs } from '../pairing/run.ts';
import { prefixOf } from '../table/keys.ts';
import type { Table } from '../table/table.dynamodb.ts';
import { allOf } from './all-of.ts';

const allPairs = allOf(pairs, prefixOf.pair);
export const allRuns = allOf(runs, prefixOf.run);

/**
 * What HR may see of the pairs, and of all that hangs on them. No page of the desk reads a pair in another way: before
 * its run is settled nothing must tell of an answer, not even a count or an order.
 */
export async function visibleOf(table: Table, cohortId: CohortId): Promise<Visible> {
  const [known, made] = await Promise.all([allPairs(table, cohortId), allRuns(table, cohortId)]);
  return visibleToHr(known, made);
}
