import type { PersonId } from '../../events/ids.ts';
import { countsBy } from '../../shared/desk/counts.ts';
import { lineSubmissionId } from '../../shared/submission/receive.ts';
import { type HrRow, type Submission, submissions } from '../../shared/submission/submission.ts';
import type { Upload } from '../../shared/submission/upload.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';

export interface Progress {
  /** Lines of participants in the upload, and how many of them have been decided. */
  readonly all: number;
  readonly settled: number;
  readonly states: Partial<Record<Submission['state'], number>>;
  /** Who left by it, and whether that was somebody with a partner. */
  readonly left: readonly { readonly personId: PersonId; readonly paired: boolean }[];
}

/** How far the import has come, by the submissions that it made. */
export async function progressOf(
  table: Table,
  { uploadId, cohortId }: Upload,
  rows: readonly HrRow[],
): Promise<Progress> {
  const refs = rows.flatMap((row) =>
    'told' in row ? [{ cohortId, submissionId: lineSubmissionId(uploadId, row.line) }] : [],
  );
  const mine = await table.getMany(submissions, refs);
  return {
    all: refs.length,
    settled: mine.filter(({ state }) => state !== 'received').length,
    states: countsBy(mine, ({ state }) => state),
    left: mine.flatMap(({ told, wrote, personId }) =>
      told?.status === 'left' && personId
        ? [{ personId, paired: Object.keys(Object(wrote?.before?.slots)).length > 0 }]
        : [],
    ),
  };
}
