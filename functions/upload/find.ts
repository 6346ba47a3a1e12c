import { UploadId } from '../../events/ids.ts';
import { type Upload, uploads } from '../../shared/submission/upload.ts';
import { uploadExpiry } from '../../shared/submission/upload-pages.ts';
import type { CohortVisit } from './visit.ts';

/** The same while its own cells are kept: a day, whatever has become of it. */
export async function uploadWithCells(
  visit: CohortVisit,
): Promise<(Upload & { readonly rawPages: number }) | undefined> {
  const upload = await uploadOf(visit);
  if (upload?.rawPages === undefined) return undefined;
  const kept = uploadExpiry(upload.checkedAt) * 1000 > Date.parse(visit.trigger.at);
  return kept ? { ...upload, rawPages: upload.rawPages } : undefined;
}

/** DynamoDB deletes late: an upload that has expired is gone for us already. */
export async function uploadOf(
  { needs, params, cohort, trigger }: CohortVisit,
  id: string | undefined = params.upload,
): Promise<Upload | undefined> {
  const uploadId = UploadId.safeParse(id);
  const upload = uploadId.success ? await needs.table.get(uploads, { uploadId: uploadId.data }) : undefined;
  if (upload?.cohortId !== cohort.cohortId) return undefined;
  return (upload.expiresAt ?? 0) * 1000 > Date.parse(trigger.at) ? upload : undefined;
}
