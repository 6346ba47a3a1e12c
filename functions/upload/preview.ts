import { UploadId } from '../../events/ids.ts';
import { canEnd } from '../../shared/cohort/draft.ts';
import { homeOf } from '../../shared/desk/cohort-visit.ts';
import { missingReply, refusedReply } from '../../shared/desk/refused.tsx';
import { commandOf } from '../../shared/desk/visit.ts';
import { hrImports } from '../../shared/submission/hr-import.ts';
import { type Upload, uploads } from '../../shared/submission/upload.ts';
import { readUpload } from '../../shared/submission/upload-pages.ts';
import { change } from '../../shared/table/commit.ts';
import { type Reply, seeOther } from '../../shared/web/http.ts';
import { commitChecked, keepLast } from './decide.ts';
import { foreseen } from './foreseen.ts';
import { committedPage, previewPage } from './pages.tsx';
import { progressOf } from './progress.ts';
import type { CohortVisit } from './visit.ts';

/** GET /desk/cohorts/{cohort}/uploads/{upload}: what a commit would change, or how far it has come. */
export async function showUpload(visit: CohortVisit): Promise<Reply> {
  const { needs, cohort } = visit;
  const upload = await uploadOf(visit);
  if (!upload) return missingReply(visit);
  if (upload.state === 'unmapped') return seeOther(`${homeOf(cohort.cohortId)}/uploads/${upload.uploadId}/columns`);
  const content = await readUpload(needs.table, upload);
  if (upload.state === 'committed') {
    return committedPage(visit, { upload, progress: await progressOf(needs.table, upload, content.rows) });
  }
  return previewPage(visit, { upload, content, ...(await foreseen(visit, content.rows)) });
}

/** POST there: the import begins. A second press finds it begun. */
export async function commitUpload(visit: CohortVisit): Promise<Reply> {
  const { needs, cohort, trigger } = visit;
  const home = homeOf(cohort.cohortId);
  const upload = await uploadOf(visit);
  if (!upload) return missingReply(visit);
  if (!canEnd(cohort.state)) return refusedReply(visit, 'has ended', home);
  const { rejected } = await readUpload(needs.table, upload);
  await needs.table.transact(async () => {
    const [current, known] = [await needs.table.get(uploads, upload), await needs.table.get(hrImports, cohort)];
    const step = commitChecked(current);
    if ('refused' in step) return step;
    const last = keepLast(known, upload, rejected, trigger.at);
    return {
      command: commandOf(visit, 'commit hr file'),
      changes: [change(uploads, upload, current, step.to), change(hrImports, cohort, known, last)],
      ...(step.says ? { says: step.says } : {}),
    };
  });
  return seeOther(`${home}/uploads/${upload.uploadId}`);
}

/** DynamoDB deletes late: an upload that has expired is gone for us already. */
export async function uploadOf({ needs, params, cohort, trigger }: CohortVisit): Promise<Upload | undefined> {
  const uploadId = UploadId.safeParse(params.upload);
  const upload = uploadId.success ? await needs.table.get(uploads, { uploadId: uploadId.data }) : undefined;
  if (upload?.cohortId !== cohort.cohortId) return undefined;
  return (upload.expiresAt ?? 0) * 1000 > Date.parse(trigger.at) ? upload : undefined;
}
