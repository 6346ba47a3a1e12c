import type { HrRow, Submission } from '../../../shared/submission/submission.ts';
import type { Upload } from '../../../shared/submission/upload.ts';
import type { Table } from '../../../shared/table/table.dynamodb.ts';
import { allSubmissions } from '../cohort/load.ts';
import { countsBy } from '../cohort/summary.ts';

export interface Progress {
  /** Lines of participants in the upload, and how many of them have been decided. */
  readonly all: number;
  readonly settled: number;
  readonly states: Partial<Record<Submission['state'], number>>;
}

/** How far the import has come, by the submissions that it made. */
export async function progressOf(table: Table, upload: Upload, rows: readonly HrRow[]): Promise<Progress> {
  const lines = new Set(rows.flatMap((row) => ('told' in row ? [row.line] : [])));
  const mine = (await allSubmissions(table, upload.cohortId)).filter(
    ({ source, line, receivedAt }) =>
      source === 'file' && line !== undefined && lines.has(line) && receivedAt >= upload.checkedAt,
  );
  return {
    all: lines.size,
    settled: mine.filter(({ state }) => state !== 'received').length,
    states: countsBy(mine, ({ state }) => state),
  };
}
