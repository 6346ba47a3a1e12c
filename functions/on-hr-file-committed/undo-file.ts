import { HrFileUndone } from '../../events/hr-file-undone.ts';
import { cohorts } from '../../shared/cohort/cohort.ts';
import { factsChanged, hasPairs, rechecks } from '../../shared/pair/recheck-round.ts';
import { done, type Outcome } from '../../shared/runtime/logger.ts';
import type { EventOf, Trigger } from '../../shared/runtime/on-event.ts';
import { undoRow } from '../../shared/submission/undo.ts';
import { type Upload, uploads } from '../../shared/submission/upload.ts';
import { unnumbered } from '../../shared/table/aggregate.ts';
import type { Step } from '../../shared/table/table.dynamodb.ts';
import type { Needs } from './import-file.ts';
import { overPages } from './over-pages.ts';

/** Takes back what a file did, line by line; what does not fit the time goes on by event. */
export async function undoFile(
  { uploadId, cohortId, cursor }: EventOf<typeof HrFileUndone>,
  { table, keys }: Needs,
  trigger: Trigger,
): Promise<Outcome> {
  const upload = await table.get(uploads, { uploadId });
  if (upload?.state !== 'undoing' || upload.cohortId !== cohortId) return done('not undone', { uploadId });
  const names = await keys.identity();
  const command = trigger.command('undo HR file');
  const { taken, next } = await overPages(table, upload, cursor, trigger, (row) =>
    undoRow(table, names, command, upload, row),
  );
  await table.change(uploads, { uploadId }, command, (current): Step<Upload> => {
    if (current?.state !== 'undoing') return { refused: 'undone already' };
    const to = unnumbered(current);
    return next
      ? { to, says: [HrFileUndone({ uploadId, cohortId, cursor: next })] }
      : { to: { ...to, state: 'undone' } };
  });
  if (next) return done('handed on', { uploadId, taken, next });
  const cohort = await table.get(cohorts, { cohortId });
  if (cohort && hasPairs(cohort)) {
    await table.change(rechecks, { cohortId }, command, (current) => factsChanged(current, cohortId, trigger.at));
  }
  return done('undone', { uploadId, taken });
}
