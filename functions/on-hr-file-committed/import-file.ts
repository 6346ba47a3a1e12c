import { HrFileCommitted } from '../../events/hr-file-committed.ts';
import { cohorts } from '../../shared/cohort/cohort.ts';
import type { Keys } from '../../shared/keys/keys.dynamodb.ts';
import { beginImport, endImport, hasPairs, rechecks } from '../../shared/pair/recheck-round.ts';
import { done, type Outcome } from '../../shared/runtime/logger.ts';
import type { EventOf, Trigger } from '../../shared/runtime/on-event.ts';
import { receiveRow } from '../../shared/submission/receive.ts';
import { uploads } from '../../shared/submission/upload.ts';
import { unnumbered } from '../../shared/table/aggregate.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';
import { overPages } from './over-pages.ts';

export interface Needs {
  readonly table: Table;
  readonly keys: Keys;
}

/** Turns each line of a committed file into a submission, page by page; what does not fit the time goes on by event. */
export async function importFile(
  { uploadId, cohortId, cursor }: EventOf<typeof HrFileCommitted>,
  { table, keys }: Needs,
  trigger: Trigger,
): Promise<Outcome> {
  const upload = await table.get(uploads, { uploadId });
  if (upload?.state !== 'committed' || upload.cohortId !== cohortId) return done('not committed', { uploadId });
  const names = await keys.identity();
  const command = trigger.command('take in HR file');
  if (cursor === undefined) await announce('begins');
  const { taken, next } = await overPages(table, upload, cursor, trigger, (row) =>
    receiveRow(table, names, command, upload, row),
  );
  if (next) {
    const goesOn = HrFileCommitted({ uploadId, cohortId, cursor: next });
    await table.change(uploads, { uploadId }, command, (current) => {
      if (!current) return { refused: 'gone' };
      const to = unnumbered(current);
      return { to, says: [goesOn] };
    });
    return done('handed on', { uploadId, taken, next });
  }
  await announce('ends');
  await table.change(uploads, { uploadId }, command, (current) => {
    if (current?.state !== 'committed' || current.takenInAt) return { refused: 'known' };
    return { to: { ...unnumbered(current), takenInAt: trigger.at } };
  });
  return done('taken in', { uploadId, taken });

  /** Pairs are judged by a whole file, and once all of its lines are on their way. */
  async function announce(what: 'begins' | 'ends'): Promise<void> {
    const cohort = await table.get(cohorts, { cohortId });
    if (!cohort || !hasPairs(cohort)) return;
    const step = what === 'begins' ? beginImport : endImport;
    await table.change(rechecks, { cohortId }, command, (current) => step(current, { cohortId, uploadId }, trigger.at));
  }
}
