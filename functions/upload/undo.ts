import { HrFileUndone } from '../../events/hr-file-undone.ts';
import { allOf } from '../../shared/desk/all-of.ts';
import { homeOf } from '../../shared/desk/cohort-visit.ts';
import { missingReply, refusedReply } from '../../shared/desk/refused.tsx';
import { visibleOf } from '../../shared/desk/visible-of.ts';
import { commandOf } from '../../shared/desk/visit.ts';
import { type Letter, letters } from '../../shared/letter/letter.ts';
import { type HrImport, hrImports } from '../../shared/submission/hr-import.ts';
import { whyNoUndo } from '../../shared/submission/undo.ts';
import { type Upload, uploads } from '../../shared/submission/upload.ts';
import { readUpload } from '../../shared/submission/upload-pages.ts';
import { unnumbered } from '../../shared/table/aggregate.ts';
import { change } from '../../shared/table/commit.ts';
import { prefixOf } from '../../shared/table/keys.ts';
import { type Reply, seeOther } from '../../shared/web/http.ts';
import { uploadOf } from './find.ts';
import { progressOf } from './progress.ts';
import type { CohortVisit } from './visit.ts';

const allLetters = allOf(letters, prefixOf.letter);

/** POST /desk/cohorts/{cohort}/uploads/{upload}/undo: takes the last file back while nothing was mailed. */
export async function undoUpload(visit: CohortVisit): Promise<Reply> {
  const { needs, cohort } = visit;
  const upload = await uploadOf(visit);
  if (!upload) return missingReply(visit);
  const here = `${homeOf(cohort.cohortId)}/uploads/${upload.uploadId}`;
  const obstacles = await obstaclesOf(visit, upload);
  const result = await needs.table.transact(async () => {
    const [current, known] = [await needs.table.get(uploads, upload), await needs.table.get(hrImports, cohort)];
    const why = whyNoUndo(current, known?.last, obstacles);
    if (why !== undefined || !current || !known) return { refused: why ?? 'undone already' };
    const { last: _, ...rest } = unnumbered(known);
    const { uploadId, cohortId } = upload;
    return {
      command: commandOf(visit, 'undo hr file'),
      changes: [
        change(uploads, upload, current, { ...unnumbered(current), state: 'undoing' }),
        change(hrImports, cohort, known, { ...rest, undoing: uploadId }),
      ],
      says: [HrFileUndone({ uploadId, cohortId })],
    };
  });
  return result.ok ? seeOther(here) : refusedReply(visit, result.refused, here);
}

/** Why the commit of this file cannot be undone now, if so. */
export async function undoRefused(
  visit: CohortVisit,
  upload: Upload,
  last: HrImport['last'],
): Promise<string | undefined> {
  return whyNoUndo(upload, last, await obstaclesOf(visit, upload));
}

/** None of it rests on what somebody has answered about a pair: that the button goes or stays would tell it. */
async function obstaclesOf({ needs, cohort }: CohortVisit, upload: Upload) {
  const [content, known, planned, visible] = await Promise.all([
    readUpload(needs.table, upload),
    needs.table.get(hrImports, cohort),
    allLetters(needs.table, cohort.cohortId),
    visibleOf(needs.table, cohort.cohortId),
  ]);
  const asked = visible.pairs.filter(({ state }) => state === 'waiting');
  const waiting = new Set(asked.flatMap(({ junior, senior }) => [junior, senior]));
  const since = known?.last?.committedAt ?? '';
  const { all, settled, left } = await progressOf(needs.table, upload, content.rows);
  return {
    cohort,
    endedPair: left.some(({ personId, paired }) => paired || waiting.has(personId)),
    settled: settled === all && upload.takenInAt !== undefined,
    mailed: planned.some(
      (letter) =>
        letter.plannedAt >= since && letter.state !== 'dropped' && (isReceipt(letter) || visible.letter(letter)),
    ),
  };
}

/** Whoever leaves gets one, with or without a partner: only what it says is not for HR. */
const isReceipt = ({ kind }: Letter): boolean => kind === 'leave-receipt';
