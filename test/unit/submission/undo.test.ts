import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HrFileCommitted } from '../../../events/hr-file-committed.ts';
import type { HrFileUndone } from '../../../events/hr-file-undone.ts';
import type { UploadId } from '../../../events/ids.ts';
import type { SubmissionReceived } from '../../../events/submission-received.ts';
import { importFile } from '../../../functions/on-hr-file-committed/import-file.ts';
import { undoFile } from '../../../functions/on-hr-file-committed/undo-file.ts';
import { enrol } from '../../../functions/on-submission-received/enrol.ts';
import { cohorts } from '../../../shared/cohort/cohort.ts';
import { outsiders, participants } from '../../../shared/participant/participant.ts';
import type { EventOf } from '../../../shared/runtime/on-event.ts';
import { readHrFile } from '../../../shared/submission/hr-file.ts';
import { receiveForm } from '../../../shared/submission/receive.ts';
import { submissions } from '../../../shared/submission/submission.ts';
import { whyNoUndo } from '../../../shared/submission/undo.ts';
import { type Upload, uploads } from '../../../shared/submission/upload.ts';
import { writeUploadPages } from '../../../shared/submission/upload-pages.ts';
import { unnumbered } from '../../../shared/table/aggregate.ts';
import { partitionsOf } from '../../../shared/table/keys.ts';
import { type LocalTable, localTable, triggerAt } from '../../support/local-table.ts';
import { cohort, cohortId } from '../../support/programme.ts';

const at = '2026-02-01T09:00:00.000Z';
const header = 'employee_id,name,email,role,level,manager_id,topics,status';
const boss = 'E1,Bo Boss,,,,-,,';
const ada = 'E2,Ada Adler,ada@example.com,junior,2,E1,Soziale Medien,';
const cem = 'E3,Cem Can,cem@example.com,senior,6,E1,Soziale Medien,';
const partitions = partitionsOf(cohortId);

let local: LocalTable;
beforeEach(async () => {
  local = await localTable();
  await local.table.change(cohorts, { cohortId }, triggerAt(at).command('make'), () => ({ to: cohort }));
});
afterEach(() => local.close());

const event = <T>(data: object) => ({ eventId: '', occurredAt: at, correlationId: 'test', ...data }) as T;
const refOf = (uploadId: string) => ({ uploadId: uploadId as UploadId, cohortId });

async function takeIn(lines: readonly string[], uploadId: string, checkedAt: string) {
  const { table } = local;
  const file = readHrFile(new TextEncoder().encode([header, ...lines].join('\n')), cohort);
  if (!file.ok) throw new Error(file.reason.code);
  const ref = refOf(uploadId);
  const pages = await writeUploadPages(table, ref.uploadId, file, checkedAt);
  const to = { ...ref, state: 'committed' as const, checkedAt, pages, good: file.rows.length, rejected: 0 };
  await table.change(uploads, ref, triggerAt(at).command('commit'), () => ({ to }));
  await importFile(event<EventOf<typeof HrFileCommitted>>(ref), local, triggerAt(at));
  await settleAll();
}
async function settleAll() {
  for await (const { submissionId } of local.table.list(submissions, partitions, 'submission#')) {
    await enrol(event<EventOf<typeof SubmissionReceived>>({ cohortId, submissionId }), local, triggerAt(at));
  }
}
async function undo(uploadId: string) {
  await local.table.change(uploads, refOf(uploadId), triggerAt(at).command('undo'), (current) =>
    current ? { to: { ...unnumbered(current), state: 'undoing' as const } } : { refused: 'gone' },
  );
  return undoFile(event<EventOf<typeof HrFileUndone>>(refOf(uploadId)), local, triggerAt(at));
}
/** Everybody who takes part, and every link of the chain, without versions. */
async function standing() {
  const people = await Array.fromAsync(local.table.list(participants, partitions, 'participant#'));
  const links = await Array.fromAsync(local.table.list(outsiders, partitions, 'outsider#'));
  return {
    people: people.filter(({ state }) => state !== 'taken-back').map(unnumbered),
    links: links.filter(({ takenBack }) => !takenBack).map(({ employeeKey, managerKey }) => [employeeKey, managerKey]),
  };
}

describe('the undo of a file', () => {
  const changed = [
    'E1,Bo Boss,,,,E9,,',
    'E9,Zoe,,,,-,,',
    ada.replace('Adler', 'Adam').replace(',2,', ',4,').replace('ada@', 'ada.neu@'),
    `${cem}left`,
    'E4,Dora Neu,dora@example.com,junior,1,E1,,',
  ];

  it('leaves everybody as they were, and the same file may come again', async () => {
    await takeIn([boss, ada, cem], 'upl_00000001', '2026-02-01T09:00:00.000Z');
    const before = await standing();
    await takeIn(changed, 'upl_00000002', '2026-02-02T09:00:00.000Z');
    const after = await standing();
    expect(after).not.toEqual(before);

    expect(await undo('upl_00000002')).toMatchObject({ outcome: 'undone' });
    expect(await standing()).toEqual(before);
    expect(await local.table.get(uploads, refOf('upl_00000002'))).toMatchObject({ state: 'undone' });
    await undo('upl_00000002');
    expect(await standing()).toEqual(before);

    await takeIn(changed, 'upl_00000003', '2026-02-02T09:00:00.000Z');
    expect(await standing()).toEqual(after);
  });

  it('keeps what a person has said since', async () => {
    await takeIn([boss, ada], 'upl_00000001', '2026-02-01T09:00:00.000Z');
    await takeIn([boss, ada.replace(',2,', ',4,')], 'upl_00000002', '2026-02-02T09:00:00.000Z');
    const [person] = (await standing()).people;
    if (!person) throw new Error('nobody');
    await local.table.change(participants, person, triggerAt(at).command('say'), (current) =>
      current ? { to: { ...unnumbered(current), self: { ...current.self, callName: 'Addi' } } } : { refused: 'gone' },
    );
    await undo('upl_00000002');
    expect((await standing()).people).toMatchObject([{ hr: { level: 2 }, self: { callName: 'Addi' } }]);
  });

  it('lets a form wait for HR again that had come in by it', async () => {
    const names = await local.keys.identity();
    const form = { name: 'Ada', address: 'ada@example.com', role: 'junior' as const, topics: ['Digitale Werkzeuge'] };
    await receiveForm(local.table, names, triggerAt(at).command('form'), cohortId, form);
    await settleAll();
    await takeIn([boss, ada], 'upl_00000001', '2026-02-01T09:00:00.000Z');
    const forms = async () =>
      (await Array.fromAsync(local.table.list(submissions, partitions, 'submission#')))
        .filter(({ source }) => source === 'form')
        .map(({ state }) => state);
    expect(await forms()).toEqual(['accepted']);
    await undo('upl_00000001');
    expect(await forms()).toEqual(['waits-for-hr']);
    expect((await standing()).people).toEqual([]);
    await takeIn([boss, ada], 'upl_00000002', '2026-02-02T09:00:00.000Z');
    expect((await standing()).people).toMatchObject([{ state: 'enrolled' }]);
  });
});

describe('a commit', () => {
  const upload: Upload = {
    ...refOf('upl_00000001'),
    schema: 1,
    version: 2,
    state: 'committed',
    checkedAt: at,
    pages: 1,
    good: 1,
    rejected: 0,
  };
  const last = { uploadId: upload.uploadId, committedAt: at };
  const free = { mailed: false, settled: true, endedPair: false, cohort: {} };

  it('can be undone while nothing followed from it', () => {
    expect(whyNoUndo(upload, last, free)).toBeUndefined();
  });

  it.each([
    ['undone already', { ...upload, state: 'undone' as const }, last, free],
    ['a newer file was committed', upload, { ...last, uploadId: 'upl_00000002' }, free],
    ['letters went out since', upload, last, { ...free, mailed: true }],
    ['letters went out since', upload, last, { ...free, cohort: { launchedAt: '2026-02-01T09:00:01.000Z' } }],
    ['a pair ended by it', upload, last, { ...free, endedPair: true }],
    ['the file is still being taken in', upload, last, { ...free, settled: false }],
  ])('cannot be undone: %s', (why, of, known, obstacles) => {
    expect(whyNoUndo(of, known, obstacles)).toBe(why);
  });
});
