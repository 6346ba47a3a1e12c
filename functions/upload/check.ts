import type { UploadId } from '../../events/ids.ts';
import { allParticipants } from '../../shared/desk/all-of.ts';
import { homeOf } from '../../shared/desk/cohort-visit.ts';
import { commandOf } from '../../shared/desk/visit.ts';
import type { Sheet } from '../../shared/submission/decode.ts';
import { judgeSheet } from '../../shared/submission/hr-file.ts';
import type { Mapping } from '../../shared/submission/mapping.ts';
import type { Reason } from '../../shared/submission/reasons.ts';
import { uploads } from '../../shared/submission/upload.ts';
import { writeUploadPages } from '../../shared/submission/upload-pages.ts';
import { writeRawPages } from '../../shared/submission/upload-raw.ts';
import { keepRead } from './decide.ts';
import type { CohortVisit } from './visit.ts';

/** A dry run: writes nothing but the upload and its pages, for 24 hours. Answers where to see it. */
export async function checkSheet(
  visit: CohortVisit,
  { uploadId, sheet, mapping }: { uploadId: UploadId; sheet: Sheet; mapping: Mapping },
): Promise<{ readonly to: string } | Reason> {
  const { needs, cohort, trigger } = visit;
  const [people, identity] = await Promise.all([allParticipants(needs.table, cohort.cohortId), needs.keys.identity()]);
  const known = new Set(people.flatMap(({ hr }) => (hr ? [hr.employeeKey] : [])));
  const read = judgeSheet(sheet, mapping, cohort, (employeeId) => known.has(identity.employeeKey(employeeId)));
  if (!read.ok) return read.reason;
  const pages = await writeUploadPages(needs.table, uploadId, read, trigger.at);
  const rawPages = await writeRawPages(needs.table, uploadId, sheet, trigger.at);
  const counts = { pages, good: read.rows.length, rejected: read.rejected.length, source: sheet.source, rawPages };
  await needs.table.change(uploads, { uploadId }, commandOf(visit, 'check hr file'), (current) =>
    keepRead(current, { uploadId, cohortId: cohort.cohortId, state: 'checked', ...counts }, trigger.at),
  );
  return { to: `${homeOf(cohort.cohortId)}/uploads/${uploadId}` };
}

/** Keeps a file that cannot be judged before HR has said what its columns or levels mean. */
export async function keepUnmapped(
  visit: CohortVisit,
  { uploadId, sheet }: { uploadId: UploadId; sheet: Sheet },
): Promise<string> {
  const { needs, cohort, trigger } = visit;
  const { cohortId } = cohort;
  const rawPages = await writeRawPages(needs.table, uploadId, sheet, trigger.at);
  const counts = { pages: 0, good: 0, rejected: 0, source: sheet.source, rawPages };
  await needs.table.change(uploads, { uploadId }, commandOf(visit, 'read hr file'), (current) =>
    keepRead(current, { uploadId, cohortId, state: 'unmapped', ...counts }, trigger.at),
  );
  return `${homeOf(cohortId)}/uploads/${uploadId}/columns`;
}
