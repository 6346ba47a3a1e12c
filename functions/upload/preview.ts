import { canEnd } from '../../shared/cohort/draft.ts';
import { homeOf } from '../../shared/desk/cohort-visit.ts';
import { missingReply, refusedReply } from '../../shared/desk/refused.tsx';
import { commandOf } from '../../shared/desk/visit.ts';
import { hrImports } from '../../shared/submission/hr-import.ts';
import { uploads } from '../../shared/submission/upload.ts';
import { keepCommitted, readUpload } from '../../shared/submission/upload-pages.ts';
import { change } from '../../shared/table/commit.ts';
import { type Reply, seeOther } from '../../shared/web/http.ts';
import { committedPage } from './committed-page.tsx';
import { commitChecked, keepLast } from './decide.ts';
import { uploadOf } from './find.ts';
import { foreseen } from './foreseen.ts';
import { previewPage } from './pages.tsx';
import { progressOf } from './progress.ts';
import { undoRefused } from './undo.ts';
import type { CohortVisit } from './visit.ts';

/** GET /desk/cohorts/{cohort}/uploads/{upload}: what a commit would change, or how far it has come. */
export async function showUpload(visit: CohortVisit): Promise<Reply> {
  const { needs, cohort } = visit;
  const upload = await uploadOf(visit);
  if (!upload) return missingReply(visit);
  if (upload.state === 'unmapped') return seeOther(`${homeOf(cohort.cohortId)}/uploads/${upload.uploadId}/columns`);
  const content = await readUpload(needs.table, upload);
  if (upload.state !== 'checked') {
    const progress = await progressOf(needs.table, upload, content.rows);
    const last = (await needs.table.get(hrImports, cohort))?.last;
    const mayUndo = upload.state === 'committed' && (await undoRefused(visit, upload, last)) === undefined;
    return committedPage(visit, {
      upload,
      progress,
      mayUndo,
      last: last?.uploadId === upload.uploadId ? last : undefined,
    });
  }
  return previewPage(visit, { upload, content, ...(await foreseen(visit, content)) });
}

/** POST there: the import begins. A second press finds it begun. */
export async function commitUpload(visit: CohortVisit): Promise<Reply> {
  const { needs, cohort, trigger } = visit;
  const home = homeOf(cohort.cohortId);
  const upload = await uploadOf(visit);
  if (!upload) return missingReply(visit);
  if (!canEnd(cohort.state)) return refusedReply(visit, 'has ended', home);
  const { rejected } = await readUpload(needs.table, upload);
  if (upload.state === 'checked') await keepCommitted(needs.table, upload, trigger.at);
  const result = await needs.table.transact(async () => {
    const [current, known] = [await needs.table.get(uploads, upload), await needs.table.get(hrImports, cohort)];
    const step = commitChecked(current, trigger.at);
    if ('refused' in step) return step;
    if (known?.undoing) return { refused: 'a file is being taken back' };
    const last = keepLast(known, upload, rejected, trigger.at);
    return {
      command: commandOf(visit, 'commit hr file'),
      changes: [change(uploads, upload, current, step.to), change(hrImports, cohort, known, last)],
      ...(step.says ? { says: step.says } : {}),
    };
  });
  const here = `${home}/uploads/${upload.uploadId}`;
  const waits = !result.ok && result.refused === 'a file is being taken back';
  return waits ? refusedReply(visit, result.refused, here) : seeOther(here);
}
