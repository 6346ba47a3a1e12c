import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HrFileCommitted } from '../../../events/hr-file-committed.ts';
import type { SubmissionId, UploadId } from '../../../events/ids.ts';
import type { SubmissionReceived } from '../../../events/submission-received.ts';
import { importFile } from '../../../functions/on-hr-file-committed/import-file.ts';
import { enrol } from '../../../functions/on-submission-received/enrol.ts';
import { cohorts } from '../../../shared/cohort/cohort.ts';
import { pairs } from '../../../shared/pair/pair.ts';
import { type Participant, participants } from '../../../shared/participant/participant.ts';
import type { EventOf } from '../../../shared/runtime/on-event.ts';
import { readHrFile } from '../../../shared/submission/hr-file.ts';
import { receiveForm } from '../../../shared/submission/receive.ts';
import { type Submission, submissions, type Told } from '../../../shared/submission/submission.ts';
import { uploads } from '../../../shared/submission/upload.ts';
import { writeUploadPages } from '../../../shared/submission/upload-pages.ts';
import { partitionsOf } from '../../../shared/table/keys.ts';
import { type LocalTable, localTable, triggerAt } from '../../support/local-table.ts';
import { cohort, cohortId, junior, pair } from '../../support/programme.ts';

const at = '2026-02-01T09:00:00.000Z';
const header = 'employee_id,name,email,role,level,manager_id,topics,status';
const ada = 'E2,Ada Adler,ada@example.com,junior,2,E1,Soziale Medien,';
const boss = 'E1,Bo Boss,,,,-,,';
const form: Told = { name: 'Ada', address: 'ada@example.com', role: 'junior', topics: ['Digitale Werkzeuge'] };

let local: LocalTable;
beforeEach(async () => {
  local = await localTable();
  await local.table.change(cohorts, { cohortId }, triggerAt(at).command('make'), () => ({ to: cohort }));
});
afterEach(() => local.close());

const event = <T>(data: object) => ({ eventId: '', occurredAt: at, correlationId: 'test', ...data }) as T;

async function commitFile(lines: readonly string[], uploadId: string, checkedAt = at) {
  const { table } = local;
  const file = readHrFile(new TextEncoder().encode([header, ...lines].join('\n')), cohort);
  if (!file.ok) throw new Error(file.reason.code);
  const ref = { uploadId: uploadId as UploadId, cohortId };
  const pages = await writeUploadPages(table, ref.uploadId, file, checkedAt);
  await table.change(uploads, ref, triggerAt(at).command('commit'), () => ({
    to: {
      ...ref,
      state: 'committed' as const,
      checkedAt,
      pages,
      good: file.rows.length,
      rejected: file.rejected.length,
    },
  }));
  return (cursor?: string, remaining?: () => number) =>
    importFile(event<EventOf<typeof HrFileCommitted>>({ ...ref, cursor }), local, triggerAt(at, remaining));
}
const settle = (submissionId: SubmissionId) =>
  enrol(event<EventOf<typeof SubmissionReceived>>({ cohortId, submissionId }), local, triggerAt(at));

async function listed() {
  const all: { people: Participant[]; submissions: Submission[] } = { people: [], submissions: [] };
  const partitions = partitionsOf(cohortId);
  for await (const each of local.table.list(participants, partitions, 'participant#')) all.people.push(each);
  for await (const each of local.table.list(submissions, partitions, 'submission#')) all.submissions.push(each);
  return all;
}
async function settleAll({ reverse = false, times = 1 } = {}) {
  const all = (await listed()).submissions.map(({ submissionId }) => submissionId);
  for (let time = 0; time < times; time++) for (const id of reverse ? all.reverse() : all) await settle(id);
}

describe('a committed HR file', () => {
  it('becomes participants once, however often its events come', async () => {
    const run = await commitFile([boss, ada], 'upl_00000001');
    expect(await run()).toMatchObject({ outcome: 'taken in', taken: 2 });
    await run();
    await settleAll({ times: 3 });
    const { people, submissions: all } = await listed();
    expect(all).toMatchObject([{ state: 'accepted', line: 3 }]);
    expect(people).toMatchObject([{ name: 'Ada Adler', state: 'enrolled', version: 1, hr: { level: 2 } }]);
    const [received, ...rechecks] = await local.said();
    expect(received?.detailType).toBe('submission.received.v1');
    // Said again by the second import: the same round, which is checked once.
    expect(rechecks).toMatchObject([1, 1].map((round) => ({ detailType: 'hr-facts.changed.v1', detail: { round } })));
  });

  it('goes on from its cursor when the time is up', async () => {
    const lines = Array.from({ length: 20 }, (_, index) =>
      ada.replace('E2', `P${index}`).replace('ada@', `p${index}@`),
    );
    const run = await commitFile([boss, ...lines], 'upl_00000002');
    expect(await run(undefined, () => 1_000)).toMatchObject({ outcome: 'handed on', taken: 8, next: '0.8' });
    expect((await local.said()).find(({ detailType }) => detailType === 'hr-file.committed.v1')?.detail).toMatchObject({
      cursor: '0.8',
    });
    expect(await run('0.8')).toMatchObject({ outcome: 'taken in', taken: 13 });
    expect((await listed()).submissions).toHaveLength(20);
  });

  it('keeps the person through a new address and a new id, and ends with who has left', async () => {
    await (await commitFile([boss, ada], 'upl_00000003'))();
    await settleAll();
    await (await commitFile([boss, ada.replace('ada@', 'ada.neu@')], 'upl_00000004', '2026-02-02T09:00:00.000Z'))();
    await settleAll();
    const later = ada.replace('ada@', 'ada.neu@').replace('E2', 'E2b');
    await (await commitFile([boss, `${later}left`], 'upl_00000005', '2026-02-03T09:00:00.000Z'))();
    await settleAll();
    const { people } = await listed();
    expect(people).toMatchObject([{ address: 'ada.neu@example.com', state: 'left' }]);
    expect((await local.said()).filter(({ detailType }) => detailType === 'participant.left.v1')).toHaveLength(1);
  });

  it('that is older than another changes nothing when it comes late', async () => {
    const older = await commitFile([boss, ada.replace(',2,', ',5,')], 'upl_00000006', '2026-01-30T09:00:00.000Z');
    await (await commitFile([boss, ada], 'upl_00000007'))();
    await settleAll();
    await older();
    await settleAll();
    expect((await listed()).people).toMatchObject([{ hr: { level: 2 } }]);
  });

  it('changes no role while the person is asked about a pair, like while they have one', async () => {
    await (await commitFile([boss, ada], 'upl_00000009'))();
    await settleAll();
    const [person] = (await listed()).people;
    const asked = { ...pair({ state: 'proposed', formedAt: undefined }), junior: person?.personId ?? junior };
    await local.table.change(pairs, asked, triggerAt(at).command('propose'), () => ({ to: asked }));
    await (await commitFile([boss, ada.replace('junior', 'senior')], 'upl_00000010', '2026-02-02T09:00:00.000Z'))();
    await settleAll();
    const { people, submissions: all } = await listed();
    expect(people).toMatchObject([{ role: 'junior', slots: {} }]);
    expect(all.map(({ reason }) => reason).filter(Boolean)).toEqual(['role-of-paired']);
  });

  it('is rejected line by line once the cohort has closed', async () => {
    await (await commitFile([boss, ada], 'upl_00000008'))();
    await local.table.change(cohorts, { cohortId }, triggerAt(at).command('close'), () => ({
      to: { ...cohort, state: 'closed' as const },
    }));
    await settleAll();
    expect((await listed()).submissions).toMatchObject([{ state: 'rejected', reason: 'cohort-closed' }]);
  });
});

describe('an enrolment form', () => {
  const send = async (told: Told = form) =>
    receiveForm(local.table, await local.keys.identity(), triggerAt(at).command('form'), cohortId, told);

  it('waits for HR, makes nobody, and is taken in when the file brings the person', async () => {
    await send();
    await settleAll({ times: 2 });
    expect(await listed()).toMatchObject({ people: [], submissions: [{ state: 'waits-for-hr' }] });
    await (await commitFile([boss, ada], 'upl_00000009'))();
    await settleAll({ reverse: true, times: 2 });
    const { people, submissions: all } = await listed();
    expect(all.map(({ state }) => state)).toEqual(['accepted', 'accepted']);
    expect(people).toMatchObject([{ name: 'Ada Adler', self: { topics: ['Digitale Werkzeuge'] } }]);
  });

  it('counts for what the person says, also against a later file', async () => {
    await send();
    await settleAll();
    await (await commitFile([boss, ada], 'upl_0000000a'))();
    await settleAll();
    await (await commitFile([boss, ada.replace('Adler', 'Adler-Berg')], 'upl_0000000b', '2026-02-04T09:00:00.000Z'))();
    await settleAll();
    expect((await listed()).people).toMatchObject([
      { name: 'Ada Adler-Berg', self: { topics: ['Digitale Werkzeuge'] }, ownWords: ['topics'] },
    ]);
  });

  it('for somebody who is enrolled already is kept aside, and their letter goes out again, once a day', async () => {
    const day = (date: string) => `2026-02-${date}T09:00:00.000Z`;
    await (await commitFile([boss, ada], 'upl_0000000e'))();
    await settleAll();
    const [person] = (await listed()).people;
    if (!person) throw new Error('nobody');
    await local.table.change(participants, person, triggerAt(at).command('invite'), (current = person) => {
      const { version: _version, schema: _schema, ...rest } = current;
      return { to: { ...rest, state: 'invited' as const, invitedAt: day('03') } };
    });
    const letters = async () => (await local.said()).filter(({ detailType }) => detailType === 'letter.due.v1').length;
    const sendOn = async (date: string, callName: string) => {
      const told = { ...form, callName, schedulingContact: 'joker@example.com' };
      await receiveForm(local.table, await local.keys.identity(), triggerAt(day(date)).command('form'), cohortId, told);
      await settleAll({ times: 2 });
      return letters();
    };
    expect(await sendOn('03', 'One')).toBe(0);
    expect(await sendOn('04', 'Two')).toBe(1);
    expect(await sendOn('04', 'Three')).toBe(1);
    expect(await sendOn('05', 'Four')).toBe(2);
    expect((await listed()).people).toMatchObject([
      {
        self: person.self,
        typed: { at: day('05'), self: { callName: 'Four', schedulingContact: 'joker@example.com' } },
      },
    ]);
  });

  it('does not speak over somebody who has said yes by their own letter', async () => {
    await (await commitFile([boss, ada], 'upl_0000000d'))();
    await settleAll();
    const [person] = (await listed()).people;
    if (!person) throw new Error('nobody');
    await local.table.change(participants, person, triggerAt(at).command('confirm'), (current = person) => {
      const { version: _version, schema: _schema, ...rest } = current;
      return { to: { ...rest, state: 'confirmed' as const, confirmedAt: at } };
    });
    await send({ ...form, callName: 'Somebody’s joke', schedulingContact: 'joker@example.com' });
    await settleAll();
    const { people, submissions: all } = await listed();
    expect(people).toMatchObject([{ self: person.self }]);
    expect(all.find(({ source }) => source === 'form')).toMatchObject({
      state: 'rejected',
      reason: 'speaks-for-themself',
    });
  });

  it.each([false, true])(
    'sent twice counts as it was sent last, in whatever order it is worked on (%s)',
    async (reverse) => {
      await (await commitFile([boss, ada], 'upl_0000000c'))();
      await settleAll();
      expect(await send()).toBe('received');
      expect(await send()).toBe('known');
      expect(await send({ ...form, topics: ['Junge Kundschaft'] })).toBe('received');
      await settleAll({ reverse });
      expect((await listed()).people).toMatchObject([{ typed: { self: { topics: ['Junge Kundschaft'] } } }]);
    },
  );
});
