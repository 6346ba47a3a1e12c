import { HrFileCommitted } from '../../events/hr-file-committed.ts';
import { cohorts } from '../../shared/cohort/cohort.ts';
import type { Keys } from '../../shared/keys/keys.dynamodb.ts';
import { beginImport, endImport, hasPairs, rechecks } from '../../shared/pair/recheck-round.ts';
import { done, type Outcome } from '../../shared/runtime/logger.ts';
import type { EventOf, Trigger } from '../../shared/runtime/on-event.ts';
import { receiveRow } from '../../shared/submission/receive.ts';
import { uploads } from '../../shared/submission/upload.ts';
import { readUploadPage } from '../../shared/submission/upload-pages.ts';
import { unnumbered } from '../../shared/table/aggregate.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';

export interface Needs {
  readonly table: Table;
  readonly keys: Keys;
}

/** Lines written side by side: commits of different lines never meet. */
const sideBySide = 8;
/** With less time than this left, the rest is handed on. */
const spareMilliseconds = 60_000;

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
  const start = placeOf(cursor);
  if (cursor === undefined) await announce('begins');
  let taken = 0;
  for (let page = start.page; page < upload.pages; page++) {
    const { rows } = await readUploadPage(table, uploadId, page);
    for (let row = page === start.page ? start.row : 0; row < rows.length; row += sideBySide) {
      // At least one step each time, or a short time-out would hand on for ever.
      if (taken > 0 && trigger.remaining() < spareMilliseconds) {
        const next = HrFileCommitted({ uploadId, cohortId, cursor: `${page}.${row}` });
        await table.change(uploads, { uploadId }, command, (current) => {
          if (!current) return { refused: 'gone' };
          const to = unnumbered(current);
          return { to, says: [next] };
        });
        return done('handed on', { uploadId, taken, page, row });
      }
      const batch = rows.slice(row, row + sideBySide);
      await Promise.all(batch.map((each) => receiveRow(table, names, command, upload, each)));
      taken += batch.length;
    }
  }
  await announce('ends');
  return done('taken in', { uploadId, taken });

  /** Pairs are judged by a whole file, and once all of its lines are on their way. */
  async function announce(what: 'begins' | 'ends'): Promise<void> {
    const cohort = await table.get(cohorts, { cohortId });
    if (!cohort || !hasPairs(cohort)) return;
    const step = what === 'begins' ? beginImport : endImport;
    await table.change(rechecks, { cohortId }, command, (current) => step(current, { cohortId, uploadId }, trigger.at));
  }
}

function placeOf(cursor = '0.0'): { page: number; row: number } {
  const [page = 0, row = 0] = cursor.split('.').map(Number);
  return { page, row };
}
