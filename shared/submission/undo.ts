import type { Cohort } from '../cohort/cohort.ts';
import { type Outsider, outsiders, Participant, participants } from '../participant/participant.ts';
import { participantStates } from '../participant/states.ts';
import type { Identity } from '../person/identity.ts';
import { type Command, type Draft, unnumbered } from '../table/aggregate.ts';
import { type Change, change } from '../table/commit.ts';
import type { Step, Table } from '../table/table.dynamodb.ts';
import { formsOf, lineSubmissionId } from './receive.ts';
import { type HrRow, type Submission, submissionStates, submissions } from './submission.ts';
import type { Upload } from './upload.ts';

/** Takes one line of an undone file back. The second time nothing happens. */
export async function undoRow(
  table: Table,
  names: Identity,
  command: Command,
  { uploadId, cohortId }: Pick<Upload, 'uploadId' | 'cohortId'>,
  row: HrRow,
): Promise<void> {
  if ('told' in row) {
    await undoLine(table, names, command, { cohortId, submissionId: lineSubmissionId(uploadId, row.line) });
    return;
  }
  const ref = { cohortId, employeeKey: names.employeeKey(row.outside.employeeId) };
  await table.change(outsiders, ref, command, (current): Step<Outsider> => {
    if (current?.was?.uploadId !== uploadId || current.takenBack) return { refused: 'not from this file' };
    const { was, ...rest } = unnumbered(current);
    return was?.managerKey ? { to: { ...rest, managerKey: was.managerKey } } : { to: { ...rest, takenBack: true } };
  });
}

/** The submission, its person and the forms that had waited for it go back in one commit. */
async function undoLine(
  table: Table,
  names: Identity,
  command: Command,
  ref: Pick<Submission, 'cohortId' | 'submissionId'>,
): Promise<void> {
  await table.transact(async () => {
    const line = await table.get(submissions, ref);
    const state = line && submissionStates.next(line.state, 'takeBack');
    if (!line || !state) return { refused: 'taken back already' };
    const { wrote, ...rest } = unnumbered(line);
    const changes = [change(submissions, line, line, { ...rest, state })];
    const { personId, cohortId } = line;
    const person = wrote && personId && (await table.get(participants, { cohortId, personId }));
    const to = person && wrote && restored(person, wrote);
    if (!person || !to) return { command, changes };
    changes.push(change(participants, person, person, to));
    if (to.state !== 'taken-back') return { command, changes };
    return { command, changes: [...changes, ...(await released(table, names, person))] };
  });
}

/**
 * How a person stood before a line. Whoever has changed since keeps that, and only HR's facts go back; whoever was new
 * and has been written to stays.
 */
export function restored(
  now: Participant,
  { version, before }: NonNullable<Submission['wrote']>,
): Draft<Participant> | undefined {
  if (!before) {
    const state = participantStates.next(now.state, 'takeBack');
    const { hr: _, dueAt: __, ...rest } = unnumbered(now);
    return state ? { ...rest, state } : undefined;
  }
  const was = unnumbered(Participant.parse({ ...before, schema: now.schema, version }));
  if (now.version === version) return was;
  const { role, name, address, mail, hr } = was;
  const { hr: _, ...rest } = unnumbered(now);
  const state = now.state === 'left' ? was.state : now.state;
  return { ...rest, state, role, name, address, mail, ...(hr ? { hr } : {}) };
}

/** Forms that were taken in because of the line wait for HR's facts again. */
async function released(
  table: Table,
  names: Identity,
  { cohortId, personId, address }: Participant,
): Promise<Change[]> {
  const forms = await formsOf(table, cohortId, names.addressKey(address));
  return forms.flatMap((form) => {
    const state = form.personId === personId ? submissionStates.next(form.state, 'release') : undefined;
    if (!state) return [];
    const { personId: _, ...rest } = unnumbered(form);
    return [change(submissions, form, form, { ...rest, state })];
  });
}

/** Pure: why a commit cannot be undone, if so. `mailed`: a letter of the cohort was planned since. */
export function whyNoUndo(
  upload: Upload | undefined,
  last: { readonly uploadId: string; readonly committedAt: string; readonly sentAt?: string | undefined } | undefined,
  {
    mailed,
    settled,
    endedPair,
    cohort,
  }: { mailed: boolean; settled: boolean; endedPair: boolean; cohort: Pick<Cohort, 'launchedAt'> },
): string | undefined {
  if (upload?.state !== 'committed') return 'undone already';
  if (last?.uploadId !== upload.uploadId) return 'a newer file was committed';
  if (mailed || last.sentAt || (cohort.launchedAt ?? '') >= last.committedAt) return 'letters went out since';
  if (endedPair) return 'a pair ended by it';
  return settled ? undefined : 'the file is still being taken in';
}
