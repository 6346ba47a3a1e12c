import type { Instant } from '../../events/define.ts';
import { HrFileCommitted } from '../../events/hr-file-committed.ts';
import type { Upload } from '../../shared/submission/upload.ts';
import { uploadExpiry } from '../../shared/submission/upload-pages.ts';
import { type Draft, unnumbered } from '../../shared/table/aggregate.ts';
import type { Step } from '../../shared/table/table.dynamodb.ts';

type Read = Omit<Draft<Upload>, 'checkedAt' | 'expiresAt'>;

/** What was read waits for HR: for the commit, or for its columns to be named. */
export function keepRead(current: Upload | undefined, read: Read, at: Instant): Step<Upload> {
  if (current) return { refused: 'checked already' };
  return { to: { ...read, checkedAt: at, expiresAt: uploadExpiry(at) } };
}

/** HR commits: the import hears of it, once. */
export function commitChecked(current: Upload | undefined): Step<Upload> {
  if (current?.state !== 'checked') return { refused: 'committed already' };
  const rest = unnumbered(current);
  const { uploadId, cohortId } = current;
  return { to: { ...rest, state: 'committed' }, says: [HrFileCommitted({ uploadId, cohortId })] };
}
