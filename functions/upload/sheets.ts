import { UploadId } from '../../events/ids.ts';
import { canEnd } from '../../shared/cohort/draft.ts';
import { homeOf } from '../../shared/desk/cohort-visit.ts';
import { missingReply, refusedReply } from '../../shared/desk/refused.tsx';
import type { Sheet } from '../../shared/submission/decode.ts';
import { hrImports, mappingOf } from '../../shared/submission/hr-import.ts';
import { questionsOf } from '../../shared/submission/questions.ts';
import { type Reason, reasonText } from '../../shared/submission/reasons.ts';
import type { Upload } from '../../shared/submission/upload.ts';
import { readRawPages } from '../../shared/submission/upload-raw.ts';
import { readSheet } from '../../shared/submission/workbook.ts';
import { type Reply, seeOther } from '../../shared/web/http.ts';
import { checkSheet, keepUnmapped } from './check.ts';
import { uploadOf, uploadWithCells } from './find.ts';
import { lastOf } from './last.ts';
import { choosePage } from './pages.tsx';
import type { CohortVisit } from './visit.ts';

/** POST /desk/cohorts/{cohort}/uploads/{upload}/sheet: the same workbook, by another of its sheets. */
export async function chooseSheet(visit: CohortVisit): Promise<Reply> {
  const { needs, cohort, request } = visit;
  const upload = await uploadWithCells(visit);
  if (!upload) return missingReply(visit);
  if (!canEnd(cohort.state)) return refusedReply(visit, 'has ended', homeOf(cohort.cohortId));
  const { header, records, source, others = [] } = await readRawPages(needs.table, upload.uploadId, upload.rawPages);
  const place = Number(request.form.get('sheet') || Number.NaN);
  if (!others[place]) return missingReply(visit);
  const sheet = readSheet([...others, { name: source.sheet ?? '', records: [header, ...records] }], place);
  const uploadId = UploadId.parse(`upl_${needs.randomId()}`);
  return sheet.ok ? seeSheet(visit, { uploadId, sheet }) : refuse(visit, sheet.reason, upload);
}

/** Where HR goes on with a sheet: its preview, what its columns mean, or why it is none. */
export async function seeSheet(
  visit: CohortVisit,
  { uploadId, sheet }: { uploadId: UploadId; sheet: Sheet },
): Promise<Reply> {
  const mapping = mappingOf(await visit.needs.table.get(hrImports, visit.cohort));
  const questions = questionsOf(sheet, mapping);
  if (!questions) {
    const checked = await checkSheet(visit, { uploadId, sheet, mapping });
    return 'to' in checked ? seeOther(checked.to) : refuse(visit, checked);
  }
  if (!('refused' in questions)) return seeOther(await keepUnmapped(visit, { uploadId, sheet }));
  if (!sheet.others?.length) return refuse(visit, questions.refused);
  await keepUnmapped(visit, { uploadId, sheet });
  return refuse(visit, questions.refused, await uploadOf(visit, uploadId));
}

/** The first page again, and of a workbook with more sheets also these. */
export async function refuse(visit: CohortVisit, why: Reason | string, kept?: Upload): Promise<Reply> {
  const error = typeof why === 'string' ? why : reasonText(why, visit.language);
  return choosePage(visit, { newId: `upl_${visit.needs.randomId()}`, ...(await lastOf(visit)), error, kept });
}
