import { beforeEach, describe, expect, it } from 'vitest';
import { CohortId, HandOverId, TaskId } from '../../../events/ids.ts';
import { cohorts } from '../../../shared/cohort/cohort.ts';
import { handOvers } from '../../../shared/member/hand-over.ts';
import { members } from '../../../shared/member/member.ts';
import { unnumbered } from '../../../shared/table/aggregate.ts';
import { type Task, tasks } from '../../../shared/task/task.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import { at, cohortId, command, cohort as sampleCohort } from './sample.ts';

const giver = 'greta@example.org';
const sample = { ...sampleCohort, coordinators: [{ name: 'Greta', address: giver }] };
const task: Task = {
  schema: 1,
  version: 1,
  cohortId,
  taskId: TaskId.parse('task_01jqa2b3c4d5'),
  kind: 'mail-bounced',
  about: {},
  why: 'bounced',
  note: '',
  state: 'open',
  createdAt: at,
};

let desk: Desk;
let admin: Awaited<ReturnType<Desk['signedIn']>>;
const carla = 'carla@example.org';
const idOf = async (address: string) => (await desk.keys.identity()).memberId(address);
const memberOf = async (address: string) => desk.table.get(members, { memberId: await idOf(address) });
const guest = {
  name: 'Carla Conti',
  address: carla,
  role: 'coordinator',
  language: 'de',
  cohort: cohortId,
};
const kinds = async () => (await desk.letterList()).map(({ kind }) => kind).filter((kind) => kind !== 'sign-in');

beforeEach(async () => {
  desk = await openDesk();
  admin = await desk.signedIn();
  await desk.table.change(cohorts, { cohortId }, command, () => ({ to: unnumbered(sample) }));
  return () => desk.close();
});

describe('the team', () => {
  it('grows by an invitation, which opens the desk for seven days', async () => {
    expect((await admin.get('/desk/staff')).body).toContain('hanna@example.org');
    const sent = await admin.post('/desk/staff/invite', guest);
    expect(sent.headers?.location).toBe('/desk/staff?done=invited');
    expect(await kinds()).toEqual(['desk-invitation']);
    expect((await admin.get('/desk/staff')).body).toMatch(/Carla Conti[\s\S]*coordinator[\s\S]*invited/);

    const hers = await desk.signedIn(carla);
    expect((await hers.get('/desk')).body).toContain(sample.name);
    expect((await admin.get('/desk/staff')).body).toMatch(/Carla Conti[\s\S]*active/);
    desk.later(8 * 1440);
    expect((await (await desk.signedIn(carla)).get('/desk')).body).toContain(sample.name);
  });

  it('forgets an invitation that nobody followed, until it is sent once more', async () => {
    await admin.post('/desk/staff/invite', guest);
    const page = `/desk/staff/${await idOf(carla)}`;
    expect((await admin.post(`${page}/invitation`)).status).toBe(409);
    desk.later(7 * 1440);
    const before = (await desk.letterList()).length;
    await desk.browser().post('/desk', { address: carla });
    expect(await desk.letterList()).toHaveLength(before);

    admin = await desk.signedIn();
    expect((await admin.get(page)).body).toContain('invitation expired');
    expect((await admin.post(`${page}/invitation`)).headers?.location).toBe(`${page}?done=invited`);
    expect(await kinds()).toEqual(['desk-invitation', 'desk-invitation']);
    expect((await (await desk.signedIn(carla)).get('/desk')).status).toBe(200);
  });

  it.each([
    ['an address that is none', { address: 'carla at example' }, 'does not look like an email address'],
    ['an independent contact', { address: sample.independentContacts[0]?.address ?? '' }, 'independent contact'],
    ['who is there already', { address: 'Hanna@example.org' }, 'works at the desk already'],
    ['nobody by name', { name: ' ' }, 'Please give a name'],
    ['a coordinator of nothing', { cohort: 'coh_nonsense00' }, 'at least one cohort'],
    ['a coordinator of everything', { 'every-cohort': 'yes' }, 'for readers only'],
    ['an unknown role', { role: 'owner' }, 'Please choose a role'],
  ])('does not take %s, and loses nothing that was typed', async (_what, wrong, said) => {
    const reply = await admin.post('/desk/staff/invite', { ...guest, ...wrong });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain(said);
    expect(reply.body).toContain(`value="${{ ...guest, ...wrong }.address}"`);
    expect(await kinds()).toEqual([]);
  });

  it('loses somebody at once when the access ends, and tells who ended it', async () => {
    const hers = await desk.signedInAs({ role: 'admin', cohorts: 'all' }, carla);
    const page = `/desk/staff/${await idOf(carla)}`;
    expect((await hers.post(`${page}/end`)).status).toBe(409);
    expect((await hers.post(`/desk/staff/${await idOf('hanna@example.org')}/end`)).status).toBe(409);
    await admin.post(`${page}/end`);
    expect((await hers.get('/desk')).body).toContain('Send the link');
    expect(await memberOf(carla)).toMatchObject({ listed: false, epoch: 2 });
    const { body } = await admin.get(page);
    expect(body).toContain('The access ended on');
    expect(body).toMatch(/access ended<\/td><td[^>]*>hanna@example.org/);
  });

  it('names the one of the config, whose rights nobody changes', async () => {
    const page = `/desk/staff/${await idOf('hanna@example.org')}`;
    await admin.post(`${page}/access`, { name: 'Hanna Huber', language: 'en', role: 'admin' });
    expect((await admin.get('/desk/staff')).body).toContain('Hanna Huber');
    const other = await desk.signedInAs({ role: 'admin', cohorts: 'all' }, carla);
    expect((await other.post(`${page}/access`, { ...guest, role: 'reader' })).status).toBe(409);
    expect((await other.get(page)).body).toContain('The configuration of the stage names this person');
  });

  it('changes what somebody may do from their next page on', async () => {
    const hers = await desk.signedInAs({ role: 'coordinator', cohorts: [cohortId] }, carla);
    const page = `/desk/staff/${await idOf(carla)}`;
    await admin.post(`${page}/access`, { ...guest, role: 'reader' });
    expect((await hers.get(`/desk/cohorts/${cohortId}`)).status).toBe(200);
    expect((await hers.post(`/desk/cohorts/${cohortId}/round`)).status).toBe(409);
    expect((await admin.post(`${page}/access`, { ...guest, cohort: '' })).status).toBe(422);
  });
});

describe('somebody without the right', () => {
  it('finds another’s cohort as little as one that does not exist', async () => {
    const hers = await desk.signedInAs({ role: 'coordinator', cohorts: [] }, carla);
    const [there, nowhere] = [
      await hers.get(`/desk/cohorts/${cohortId}`),
      await hers.get('/desk/cohorts/coh_ffffffffffff'),
    ];
    const noPaths = (body: string) => body.replaceAll(/coh_\w+/g, '');
    expect(there.status).toBe(404);
    expect(noPaths(there.body)).toBe(noPaths(nowhere.body));
    expect((await hers.get('/desk')).body).not.toContain(sample.name);
    expect((await hers.get('/desk/staff')).body).not.toContain(sample.name);
  });

  it('who reads finds no staff page, and no admin’s address does anything', async () => {
    const hers = await desk.signedInAs({ role: 'reader', cohorts: 'all' }, carla);
    expect((await hers.get('/desk')).body).not.toContain('/desk/staff');
    expect((await hers.get('/desk/staff')).status).toBe(404);
    expect((await hers.post('/desk/staff/invite', { ...guest, address: 'eve@example.org' })).status).toBe(404);
    expect((await hers.post('/desk/cohorts/new')).status).toBe(404);
    expect((await hers.post('/desk/letters-stopped', { stopped: 'yes' })).status).toBe(404);
    expect(await kinds()).toEqual([]);
  });
});

describe('a hand-over', () => {
  it('moves tasks, name and replies to the taker, with one letter, and ends the giver’s sign-ins', async () => {
    const hers = await desk.signedInAs({ role: 'coordinator', cohorts: [cohortId] }, giver);
    await desk.signedInAs({ role: 'coordinator', cohorts: [] }, carla);
    await desk.table.change(tasks, task, command, () => ({ to: unnumbered(task) }));
    const page = `/desk/staff/${await idOf(giver)}/hand-over`;
    const form = { id: 'hov_0a1b2c3d4e5f', to: await idOf(carla), cohort: 'all', note: 'Until Monday', ends: 'yes' };
    for (const _twice of [1, 2]) await admin.post(page, form);

    expect(await desk.table.get(cohorts, { cohortId })).toMatchObject({ coordinators: [{ address: carla }] });
    expect(await desk.table.get(tasks, task)).toMatchObject({ assignedTo: await idOf(carla), version: 2 });
    expect(await memberOf(carla)).toMatchObject({ cohorts: [cohortId] });
    expect(await kinds()).toEqual(['hand-over']);
    expect((await admin.get(`/desk/cohorts/${cohortId}`)).body).toContain('is carla@example.org’s');
    expect((await hers.get('/desk')).body).toContain('Send the link');
  });

  it('of more cohorts than fit a commit is done in steps, and the same press does what was left', async () => {
    const more = Array.from({ length: 46 }, (_, at) => CohortId.parse(`coh_${String(at).padStart(12, '0')}`));
    const refs = more.map((each) => ({ cohortId: each }));
    await Promise.all(
      refs.map((ref) => desk.table.change(cohorts, ref, command, () => ({ to: { ...unnumbered(sample), ...ref } }))),
    );
    const hers = await desk.signedInAs({ role: 'admin', cohorts: 'all' }, giver);
    await desk.signedInAs({ role: 'coordinator', cohorts: [] }, carla);
    const page = `/desk/staff/${await idOf(giver)}/hand-over`;
    const form = { id: 'hov_0a1b2c3d4e5f', to: await idOf(carla), cohort: 'all', note: '', ends: 'yes' };

    const { transact } = desk.table;
    let steps = 0;
    desk.table.transact = async (decide) => {
      if (++steps === 2) throw new Error('cut off in the second step');
      return transact(decide);
    };
    await expect(admin.post(page, form)).rejects.toThrow('cut off');
    expect(await kinds()).toEqual([]);
    for (const _twice of [1, 2]) expect((await admin.post(page, form)).headers?.location).toContain('done=handed');

    const standing = (await desk.table.getMany(cohorts, refs)).map(({ coordinators }) => coordinators);
    expect(standing).toHaveLength(46);
    expect(new Set(standing.flat().map(({ address }) => address))).toEqual(new Set([carla]));
    expect((await memberOf(carla))?.cohorts).toHaveLength(47);
    const record = await desk.table.get(handOvers, { handOverId: HandOverId.parse(form.id) });
    expect(record?.cohorts).toHaveLength(47);
    expect(await kinds()).toEqual(['hand-over']);
    expect((await hers.get('/desk')).body).toContain('Send the link');
  });

  it('of one’s own goes to whoever works on the cohort anyway', async () => {
    const hers = await desk.signedInAs({ role: 'coordinator', cohorts: [cohortId] }, giver);
    await desk.signedInAs({ role: 'coordinator', cohorts: [] }, carla);
    const { body } = await hers.get('/desk/staff/hand-over');
    expect(body).toContain('hanna@example.org');
    expect(body).not.toContain(carla);
    const wrong = await hers.post('/desk/staff/hand-over', { to: await idOf(carla), cohort: 'all', note: 'Bye' });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('Bye');
    await hers.post('/desk/staff/hand-over', { to: await idOf('hanna@example.org'), cohort: cohortId, note: '' });
    expect(await desk.table.get(cohorts, { cohortId })).toMatchObject({
      coordinators: [{ address: 'hanna@example.org' }],
    });
    expect((await hers.get('/desk')).status).toBe(200);
  });

  it('says so where there is nothing to hand over', async () => {
    expect((await admin.get('/desk/staff/hand-over')).body).toContain('nothing to hand over');
  });
});
