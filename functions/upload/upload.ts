import { UploadId } from '../../events/ids.ts';
import { canEnd } from '../../shared/cohort/draft.ts';
import { homeOf } from '../../shared/desk/cohort-visit.ts';
import { refusedReply } from '../../shared/desk/refused.tsx';
import { uploadLimit } from '../../shared/submission/decode.ts';
import { hrImports, mappingOf } from '../../shared/submission/hr-import.ts';
import { questionsOf } from '../../shared/submission/questions.ts';
import { reason, reasonText } from '../../shared/submission/reasons.ts';
import { uploads } from '../../shared/submission/upload.ts';
import { decodeFile } from '../../shared/submission/workbook.ts';
import { type Reply, seeOther } from '../../shared/web/http.ts';
import { checkSheet, keepUnmapped } from './check.ts';
import { uploadOf } from './find.ts';
import { choosePage } from './pages.tsx';
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
  const home = homeOf(cohort.cohortId);
  if (!canEnd(cohort.state)) return refusedReply(visit, 'has ended', home);
  const asked = UploadId.safeParse(request.form.get('upload'));
  const fresh = () => UploadId.parse(`upl_${needs.randomId()}`);
  const known = await needs.table.get(hrImports, cohort);
  const again = async (error: string) => choosePage(visit, { newId: fresh(), ...(await lastOf(visit)), error });

  const file = request.files.get('file');
  if (!file || (file.name === '' && file.bytes.length === 0)) return again(texts[language].noFile);
  if (file.bytes.length > uploadLimit) {
    return again(reasonText(reason('too-large', { limit: String(uploadLimit / 1024 / 1024) }), language));
  }
  const sheet = await decodeFile(file.bytes);
  if (!sheet.ok) return again(reasonText(sheet.reason, language));
  const mapping = mappingOf(known);
  const questions = questionsOf(sheet, mapping);
  if (questions && 'refused' in questions) return again(reasonText(questions.refused, language));

  // A form sent again by way of the back button may bring another file: it must not get into the pages of the first.
  const uploadId = asked.success && !(await needs.table.get(uploads, { uploadId: asked.data })) ? asked.data : fresh();
  if (questions) return seeOther(await keepUnmapped(visit, { uploadId, sheet }));
  const checked = await checkSheet(visit, { uploadId, sheet, mapping });
  return 'to' in checked ? seeOther(checked.to) : again(reasonText(checked, language));
}

/** The file that was committed last, and whether its upload is still there to be undone. */
async function lastOf(visit: CohortVisit) {
  const last = (await visit.needs.table.get(hrImports, visit.cohort))?.last;
  const upload = last && (await uploadOf(visit, last.uploadId));
  return { last, open: upload?.state === 'committed' };
}
