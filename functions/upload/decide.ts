import type { Instant } from '../../events/define.ts';
import { HrFileCommitted } from '../../events/hr-file-committed.ts';
import type { HrImport } from '../../shared/submission/hr-import.ts';
import type { Reason } from '../../shared/submission/reasons.ts';
import type { Upload } from '../../shared/submission/upload.ts';
import { committedExpiry, type UploadContent, uploadExpiry } from '../../shared/submission/upload-pages.ts';
import { type Draft, unnumbered } from '../../shared/table/aggregate.ts';
import type { Step } from '../../shared/table/table.dynamodb.ts';

type Read = Omit<Draft<Upload>, 'checkedAt' | 'expiresAt'>;

/** What was read waits for HR: for the commit, or for its columns to be named. */
export function keepRead(current: Upload | undefined, read: Read, at: Instant): Step<Upload> {
  if (current) return { refused: 'checked already' };
  return { to: { ...read, checkedAt: at, expiresAt: uploadExpiry(at) } };
}

/** HR commits: the import hears of it, once. */
export function commitChecked(current: Upload | undefined, at: Instant): Step<Upload> {
  if (current?.state !== 'checked') return { refused: 'committed already' };
  const rest = unnumbered(current);
  const { uploadId, cohortId } = current;
  return {
    to: { ...rest, state: 'committed', expiresAt: committedExpiry(at) },
    says: [HrFileCommitted({ uploadId, cohortId })],
  };
}

/** Lines that are kept to be corrected. */
const mostKept = 500;

/** Beside the commit: what was rejected stays until the next file. Addresses do not: they live in uploads and people. */
export function keepLast(
  known: HrImport | undefined,
  { uploadId, cohortId, good }: Pick<Upload, 'uploadId' | 'cohortId' | 'good'>,
  rejected: UploadContent['rejected'],
  at: Instant,
): Draft<HrImport> {
  const last = {
    uploadId,
    committedAt: at,
    good,
    rejectedLines: rejected.length,
    rejected: rejected
      .slice(0, mostKept)
      .map(({ line, name, reason }) => ({ line, name, reason: withoutAddress(reason) })),
  };
  return { ...(known ? unnumbered(known) : { cohortId, columns: {}, levels: {} }), last };
}

const withoutAddress = (why: Reason): Reason =>
  why.params.value?.includes('@') || why.code === 'bad-address'
    ? { ...why, params: { ...why.params, value: '…' } }
    : why;
