import { describe, expect, it } from 'vitest';
import { MomentDue } from '../../../events/moment-due.ts';
import { SettlingDue } from '../../../events/settling-due.ts';
import { open } from '../../../functions/on-moment-due/open.ts';
import { react as settle } from '../../../functions/on-settling-due/react.ts';
import { read } from '../../../functions/send-letters/read.ts';
import { type Letter, letters } from '../../../shared/letter/letter.ts';
import { draftOf } from '../../../shared/letter/plan.ts';
import { compose } from '../../../shared/letter/render/compose.ts';
import { writeLetter } from '../../../shared/letter/write.ts';
import { type Run, runs } from '../../../shared/pairing/run.ts';
import { identity } from '../../../shared/person/identity.ts';
import type { Draft } from '../../../shared/table/aggregate.ts';
import { keys, partitionsOf, prefixOf } from '../../../shared/table/keys.ts';
import type { Table } from '../../../shared/table/table.dynamodb.ts';
import { unknownTask } from '../../../shared/task/letter-task.ts';
import { openTask } from '../../../shared/task/open.ts';
import { type Task, taskIdOf, tasks } from '../../../shared/task/task.ts';
import { triggerAt } from '../../support/browser-without-browser.ts';
import type { MemoryTable } from '../../support/memory-table.ts';
import {
  after,
  checkInId,
  cohort,
  cohortId,
  junior,
  noon,
  pair,
  pairId,
  programme,
  senior,
} from '../../support/programme.ts';
import { aSender } from '../../support/sender.ts';

/** A Monday. */
const day = 24 * 3_600;
const { runId } = pair();
const aTask = (more: Partial<Draft<Task>> = {}): Draft<Task> => ({
  cohortId,
  taskId: taskIdOf(cohortId, more.about?.personId ?? junior, more.kind ?? 'mail-bounced'),
  kind: 'mail-bounced',
  about: { personId: junior },
  why: 'bounced',
  note: '',
  state: 'open',
  createdAt: noon,
  ...more,
});
const opened = (memory: MemoryTable, task: Draft<Task>) =>
  openTask(memory.table, triggerAt(task.createdAt).command, task);
const lettersOf = async ({ table }: MemoryTable): Promise<Letter[]> =>
  (await Array.fromAsync(table.list(letters, partitionsOf(cohortId), prefixOf.letter))).filter(
    ({ kind }) => kind === 'task',
  );
const withRun = (memory: MemoryTable, more: Partial<Draft<Run>>) =>
  memory.has(
    runs,
    { cohortId, runId },
    { cohortId, runId, state: 'approved', rules: cohort.rules, seed: 1, requestedAt: noon, pages: 1, ...more },
  );
const writing = {
  link: async () => 'https://example.com/x',
  origin: 'https://mentoring.example.com',
  banner: null,
  draw: compose,
};
const reading = ({ table }: MemoryTable) => ({
  table,
  identity: async () => identity(new Uint8Array(32)),
  firstAdmin: 'hr@example.com',
});

describe('a task', () => {
  it('is told to each coordinator on the next working morning, once a day however much comes', async () => {
    const coordinators = [...cohort.coordinators, { name: 'Karl Kollege', address: 'karl.kollege@example.com' }];
    const memory = programme({ cohort: { coordinators } });
    await opened(memory, aTask());
    await opened(memory, aTask());
    await opened(memory, aTask({ kind: 'mail-complained', createdAt: after(noon, 3_600) }));
    expect((await lettersOf(memory)).map(({ to, dueAt, version }) => ({ to, dueAt, version }))).toEqual(
      expect.arrayContaining([
        { to: { contact: 'coordinator', place: 0 }, dueAt: '2026-03-03T08:00:00.000Z', version: 1 },
        { to: { contact: 'coordinator', place: 1 }, dueAt: '2026-03-03T08:00:00.000Z', version: 1 },
      ]),
    );
    expect(await lettersOf(memory)).toHaveLength(2);
    // Told again days later it stays the task of then; a new one on a Friday waits for Monday.
    await openTask(memory.table, triggerAt(after(noon, 3 * day)).command, aTask({ createdAt: after(noon, 3 * day) }));
    expect(await lettersOf(memory)).toHaveLength(2);
    await opened(memory, aTask({ kind: 'rule-unchecked', createdAt: after(noon, 4 * day) }));
    expect(
      (await lettersOf(memory))
        .map(({ dueAt }) => dueAt)
        .sort()
        .slice(2),
    ).toEqual(Array(2).fill('2026-03-09T08:00:00.000Z'));
  });

  it('before the launch waits at the desk', async () => {
    const memory = programme({ cohort: { launchedAt: undefined } });
    await opened(memory, aTask({ kind: 'rule-unchecked' }));
    expect(await lettersOf(memory)).toEqual([]);
  });

  it('that would tell of a pair is told when its run is settled', async () => {
    const memory = programme();
    withRun(memory, { consentDueAt: noon });
    await opened(memory, aTask({ about: { personId: junior, pairId } }));
    expect(await lettersOf(memory)).toEqual([]);
    const due = { eventId: `evt_${'0'.repeat(32)}`, occurredAt: noon, correlationId: 'test', cohortId, runId };
    await settle({ ...due, detailType: SettlingDue.detailType }, memory, triggerAt(after(noon, day)));
    expect((await lettersOf(memory)).map(({ dueAt }) => dueAt)).toEqual(['2026-03-04T08:00:00.000Z']);
  });

  it('is counted in the letter and names nobody there', async () => {
    const memory = programme();
    await opened(memory, aTask());
    await opened(memory, aTask({ about: { personId: senior } }));
    await opened(memory, aTask({ kind: 'rule-broken', about: { personId: junior, partnerId: senior } }));
    // Of a pair whose run is not settled.
    await opened(memory, aTask({ kind: 'letter-unknown', about: { personId: junior, pairId } }));
    const [letter] = await lettersOf(memory);
    if (!letter) throw new Error('no letter');
    const written = await writeLetter(letter, await read(letter, reading(memory)), writing);
    expect(written).toMatchObject({
      subject: 'Reverse Mentoring: 3 Aufgaben warten',
      to: { address: 'petra.beispiel@example.com' },
    });
    expect(written.text).toMatch(/2-mal: +E-Mails kommen nicht an/);
    expect(written.text).toContain(`https://mentoring.example.com/desk/cohorts/${cohortId}`);
    expect(written.text).not.toMatch(/Jonas|Sabine|Verbleib/);
  });

  it('that is settled by the morning brings no letter', async () => {
    const memory = programme();
    await opened(memory, aTask());
    const sender = aSender(memory);
    sender.now('2026-03-03T08:00:00.000Z');
    const done = { ...triggerAt(noon).command('finish') };
    await memory.table.change(tasks, aTask(), done, () => ({ to: aTask({ state: 'done' }) }));
    await sender.bring(await lettersOf(memory));
    expect(sender.sent).toEqual([]);
    expect(await lettersOf(memory)).toMatchObject([{ state: 'dropped', why: 'no task is open any more' }]);
  });
});

it('opens a task about a letter of which nobody knows whether it went out, once', async () => {
  const memory = programme();
  const plan = { scope: cohortId, kind: 'check-in', to: { personId: junior }, subject: { checkInId } } as const;
  const { letter } = draftOf(plan, noon);
  memory.has(letters, letter, { ...letter, state: 'submitting', attempts: 1, dueAt: noon });
  const moment = {
    eventId: `evt_${'0'.repeat(32)}`,
    occurredAt: noon,
    correlationId: 'test',
    scope: cohortId,
    minute: noon,
  };
  const key = keys.letter(letter);
  const due: Table['due'] = async function* (pk) {
    if (pk === key.pk) yield { ...key, dueAt: noon };
  };
  for (let twice = 0; twice < 2; twice++) {
    const needs = { table: { ...memory.table, due } };
    await open({ ...moment, detailType: MomentDue.detailType }, needs, triggerAt(noon));
  }
  const found = await Array.fromAsync(memory.table.list(tasks, partitionsOf(cohortId), prefixOf.task));
  expect(found).toMatchObject([{ kind: 'letter-unknown', about: { personId: junior, pairId }, why: 'check-in' }]);
  expect(found).toHaveLength(1);
});

it.each(['consent-junior', 'consent-reminder', 'consent-senior', 'consent-closed'] as const)(
  'opens none about a %s letter: not even afterwards may HR know whether somebody was asked',
  (kind) => {
    const plan = { scope: cohortId, kind, to: { personId: junior }, subject: { pairId } } as const;
    const letter = { ...draftOf(plan, noon).letter, schema: 1, version: 1, state: 'unknown' } as const;
    expect(unknownTask(letter, noon)).toBeUndefined();
    expect(unknownTask({ ...letter, kind: 'introduction' }, noon)).toMatchObject({ about: { pairId } });
  },
);
