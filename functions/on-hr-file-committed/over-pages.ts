import type { Trigger } from '../../shared/runtime/on-event.ts';
import type { HrRow } from '../../shared/submission/submission.ts';
import type { Upload } from '../../shared/submission/upload.ts';
import { readUploadPage } from '../../shared/submission/upload-pages.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';

/** Lines written side by side: commits of different lines never meet. */
const sideBySide = 8;
/** With less time than this left, the rest is handed on. */
const spareMilliseconds = 60_000;

/** Does one deed for each line of a file, page by page; `next` is where to go on if the time ran out. */
export async function overPages(
  table: Table,
  { uploadId, pages }: Pick<Upload, 'uploadId' | 'pages'>,
  cursor: string | undefined,
  { remaining }: Pick<Trigger, 'remaining'>,
  deed: (row: HrRow) => Promise<void>,
): Promise<{ readonly taken: number; readonly next?: string }> {
  const start = placeOf(cursor);
  let taken = 0;
  for (let page = start.page; page < pages; page++) {
    const { rows } = await readUploadPage(table, uploadId, page);
    for (let row = page === start.page ? start.row : 0; row < rows.length; row += sideBySide) {
      // At least one step each time, or a short time-out would hand on for ever.
      if (taken > 0 && remaining() < spareMilliseconds) return { taken, next: `${page}.${row}` };
      const batch = rows.slice(row, row + sideBySide);
      await Promise.all(batch.map(deed));
      taken += batch.length;
    }
  }
  return { taken };
}

function placeOf(cursor = '0.0'): { page: number; row: number } {
  const [page = 0, row = 0] = cursor.split('.').map(Number);
  return { page, row };
}
