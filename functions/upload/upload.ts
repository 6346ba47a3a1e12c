import { UploadId } from '../../events/ids.ts';
import { canEnd } from '../../shared/cohort/draft.ts';
import { homeOf } from '../../shared/desk/cohort-visit.ts';
import { refusedReply } from '../../shared/desk/refused.tsx';
import { uploadLimit } from '../../shared/submission/decode.ts';
import { reason } from '../../shared/submission/reasons.ts';
import { uploads } from '../../shared/submission/upload.ts';
import { decodeFile } from '../../shared/submission/workbook.ts';
import type { Reply } from '../../shared/web/http.ts';
import { lastOf } from './last.ts';
import { choosePage } from './pages.tsx';
import { refuse, seeSheet } from './sheets.ts';
import { texts } from './texts.ts';
import type { CohortVisit } from './visit.ts';

/** GET /desk/cohorts/{cohort}/upload */
export async function chooseFile(visit: CohortVisit): Promise<Reply> {
  const { needs } = visit;
  return choosePage(visit, { newId: `upl_${needs.randomId()}`, ...(await lastOf(visit)) });
}

/** POST /desk/cohorts/{cohort}/upload: a dry run; it writes nothing but the upload and its pages, for 24 hours. */
export async function checkFile(visit: CohortVisit): Promise<Reply> {
  const { needs, cohort, request, language } = visit;
  if (!canEnd(cohort.state)) return refusedReply(visit, 'has ended', homeOf(cohort.cohortId));
  const file = request.files.get('file');
  if (!file || (file.name === '' && file.bytes.length === 0)) return refuse(visit, texts[language].noFile);
  if (file.bytes.length > uploadLimit) {
    return refuse(visit, reason('too-large', { limit: String(uploadLimit / 1024 / 1024) }));
  }
  const sheet = await decodeFile(file.bytes);
  if (!sheet.ok) return refuse(visit, sheet.reason);

  // A form sent again by way of the back button may bring another file: it must not get into the pages of the first.
  const asked = UploadId.safeParse(request.form.get('upload'));
  const fresh = () => UploadId.parse(`upl_${needs.randomId()}`);
  const uploadId = asked.success && !(await needs.table.get(uploads, { uploadId: asked.data })) ? asked.data : fresh();
  return seeSheet(visit, { uploadId, sheet });
}
