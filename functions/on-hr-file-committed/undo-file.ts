import { HrFileUndone } from '../../events/hr-file-undone.ts';
import { cohorts } from '../../shared/cohort/cohort.ts';
import { factsChanged, hasPairs, rechecks } from '../../shared/pair/recheck-round.ts';
import { done, type Outcome } from '../../shared/runtime/logger.ts';
import type { EventOf, Trigger } from '../../shared/runtime/on-event.ts';
import { type HrImport, hrImports } from '../../shared/submission/hr-import.ts';
import { undoRow } from '../../shared/submission/undo.ts';
import { type Upload, uploads } from '../../shared/submission/upload.ts';
import { type Command, unnumbered } from '../../shared/table/aggregate.ts';
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
  // Before the file is *undone*: whoever does this again after a crash finds it undoing still.
  if (!next) await allowLetters(table, command, { uploadId, cohortId });
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

/** Letters, and other files, wait no longer. */
const allowLetters = (
  table: Needs['table'],
  command: Command,
  { uploadId, cohortId }: Pick<Upload, 'uploadId' | 'cohortId'>,
) =>
  table.change(hrImports, { cohortId }, command, (current): Step<HrImport> => {
    if (current?.undoing !== uploadId) return { refused: 'not marked' };
    const { undoing: _, ...rest } = unnumbered(current);
    return { to: rest };
  });
