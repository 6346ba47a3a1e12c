import type { CohortId, PersonId } from '../../events/ids.ts';
import { runs } from '../pairing/run.ts';
import { partitionsOf, prefixOf } from '../table/keys.ts';
import type { Table } from '../table/table.dynamodb.ts';
import { pairs } from './pair.ts';
import { visibleToHr } from './visible.ts';

/** Everybody of a pair whose run is not settled: what HR may do with them must not depend on what was answered. */
export async function waitingPeople(table: Table, cohortId: CohortId): Promise<ReadonlySet<PersonId>> {
  const partitions = partitionsOf(cohortId);
  const [known, made] = await Promise.all([
    Array.fromAsync(table.list(pairs, partitions, prefixOf.pair)),
    Array.fromAsync(table.list(runs, partitions, prefixOf.run)),
  ]);
  const waiting = visibleToHr(known, made).pairs.filter(({ state }) => state === 'waiting');
  return new Set(waiting.flatMap(({ junior, senior }) => [junior, senior]));
}
