import { beforeEach, describe, expect, it } from 'vitest';
import { PersonId, TaskId } from '../../../events/ids.ts';
import { valuesOf } from '../../../functions/cohorts/settings/fields.ts';
import { unnumbered } from '../../../shared/table/aggregate.ts';
import { keys } from '../../../shared/table/keys.ts';
import { settleTask } from '../../../shared/task/settle.ts';
import { type Task, tasks } from '../../../shared/task/task.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import { at, cohortId, command, settings } from './sample.ts';

const taskId = TaskId.parse('task_01jqa2b3c4d5');
const home = `/desk/cohorts/${cohortId}`;
const open: Task = {
  schema: 1,
  version: 1,
  cohortId,
  taskId,
  kind: 'mail-bounced',
  about: { personId: PersonId.parse('per_01jqa2b3c4d5') },
  why: 'bounced',
  note: '',
  state: 'open',
  createdAt: at,
};

describe('settling a task', () => {
  it('keeps the note', () => {
    expect(settleTask(open, 'finish', 'New address asked for')).toMatchObject({
      to: { state: 'done', note: 'New address asked for' },
    });
    expect(settleTask(open, 'drop', '')).toMatchObject({ to: { state: 'dropped', note: '' } });
  });

  it('ends a snoozed task too, and clears its timer', () => {
    const step = settleTask({ ...open, state: 'snoozed', dueAt: at }, 'finish', '');
    expect('to' in step && step.to.dueAt).toBeUndefined();
  });

  it('happens once', () => {
    expect(settleTask({ ...open, state: 'done' }, 'drop', '')).toEqual({ refused: 'settled already' });
  });

  it('refuses a note that is too long', () => {
    expect(settleTask(open, 'finish', 'x'.repeat(2_001))).toEqual({ refused: 'the note is too long' });
  });
});

describe('a task on the page of its cohort', () => {
  let desk: Desk;
  let browser: Awaited<ReturnType<Desk['signedIn']>>;

  beforeEach(async () => {
    desk = await openDesk();
    browser = await desk.signedIn();
    await browser.post('/desk/cohorts/new', { ...valuesOf(settings), cohort: cohortId });
    const { schema: _schema, version: _version, ...draft } = open;
    await desk.table.change(tasks, open, command, () => ({ to: draft }));
    return () => desk.close();
  });

  it('tells whose it is to whoever may know who works at the desk, and to no reader', async () => {
    const coordinator = await desk.signedInAs({ role: 'coordinator', cohorts: [cohortId] }, 'cora@example.org');
    const assignedTo = (await desk.keys.identity()).memberId('cora@example.org');
    await desk.table.change(tasks, open, command, (current) =>
      current ? { to: { ...unnumbered(current), assignedTo } } : { refused: 'gone' },
    );
    expect((await coordinator.get(home)).body).toMatch(/<small class="quiet">[^<]*cora@example\.org/);
    const reader = await desk.signedInAs({ role: 'reader', cohorts: [cohortId] });
    expect((await reader.get(home)).body).not.toContain('cora@example.org');
  });

  const settle = (form: Record<string, string>, id: string = taskId) => browser.post(`${home}/tasks/${id}`, form);

  it('is finished with a note, and the audit names the member and the command', async () => {
    expect((await browser.get(home)).body).toContain(`action="${home}/tasks/${taskId}"`);
    const reply = await settle({ what: 'finish', note: ' Called <her>\r\nand fixed it ' });
    expect(reply).toMatchObject({ status: 303, headers: { location: `${home}?done=task` } });
    expect(await desk.table.get(tasks, open)).toMatchObject({ state: 'done', note: 'Called <her>\nand fixed it' });
    const { pk, sk } = keys.audit(keys.task(open), 2);
    expect(await Array.fromAsync(desk.table.rows(pk, sk))).toMatchObject([
      { command: 'finish task', by: expect.stringMatching(/^hr:mem_/), from: 'open', to: 'done' },
    ]);
    const { body } = await browser.get(home);
    expect(body).toContain('One settled task');
    expect(body).toContain('Called &lt;her>');
    expect(body).not.toContain(`action="${home}/tasks/`);
  });

  it('is settled once: the same press again is fine, another answer is refused', async () => {
    await settle({ what: 'drop', note: '' });
    expect((await settle({ what: 'drop', note: '' })).status).toBe(303);
    expect((await settle({ what: 'finish', note: '' })).status).toBe(409);
    expect(await desk.table.get(tasks, open)).toMatchObject({ state: 'dropped', version: 2 });
  });

  it('is missing where there is none', async () => {
    expect((await settle({ what: 'finish' }, 'task_zzzzzzzzzz')).status).toBe(404);
    expect((await settle({ what: 'finish' }, 'nonsense')).status).toBe(404);
    expect((await settle({ what: 'explode' })).status).toBe(404);
    expect(await desk.table.get(tasks, { cohortId, taskId: TaskId.parse('task_zzzzzzzzzz') })).toBeUndefined();
  });

  it('is only shown to a reader', async () => {
    browser = await desk.signedInAs({ role: 'reader', cohorts: [cohortId] });
    const { body } = await browser.get(home);
    expect(body).toContain('Tasks');
    expect(body).not.toContain(`action="${home}/tasks/`);
    expect((await settle({ what: 'finish' })).status).toBe(409);
  });
});
