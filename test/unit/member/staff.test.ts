import { describe, expect, it } from 'vitest';
import { CohortId, MemberId, TaskId } from '../../../events/ids.ts';
import { giveCohorts, passOn, replaceCoordinator } from '../../../shared/member/hand-over.ts';
import type { Member } from '../../../shared/member/member.ts';
import { changeAccess, endAccess, invite, inviteAgain, standingOf } from '../../../shared/member/staff.ts';
import type { Task } from '../../../shared/task/task.ts';
import { cohort } from '../desk/sample.ts';

const at = '2026-03-02T08:00:00.000Z';
const days = (count: number) => new Date(Date.parse(at) + count * 86_400_000).toISOString();
const hanna = MemberId.parse('mem_aaaaaaaaaaaa');
const carla = MemberId.parse('mem_cccccccccccc');
const config = MemberId.parse('mem_ffffffffffff');
const cohortId = CohortId.parse('coh_0a1b2c3d4e5f');

const access = { name: 'Carla Conti', role: 'coordinator', cohorts: [cohortId], language: 'de' } as const;
const guest = { ...access, memberId: carla, address: 'carla@example.org' };
const inviting = { by: hanna, at, firstAdmin: config };
const invited: Member = {
  schema: 1,
  version: 1,
  ...guest,
  cohorts: [cohortId],
  listed: true,
  epoch: 1,
  invited: { at, until: days(7), by: hanna, times: 1 },
};
const come: Member = { ...invited, signedInAt: days(1) };
const actor = { by: hanna, firstAdmin: config };

describe('an invitation', () => {
  it('lists somebody for seven days', () => {
    expect(invite(undefined, guest, inviting)).toMatchObject({
      to: { role: 'coordinator', cohorts: [cohortId], listed: true, invited: { until: days(7), by: hanna, times: 1 } },
    });
    expect(standingOf(invited, days(6.9))).toBe('invited');
    expect(standingOf(invited, days(7))).toBe('expired');
    expect(standingOf(come, days(30))).toBe('active');
  });

  it('is refused to whoever is there already, and is new after it expired', () => {
    expect(invite(invited, guest, inviting)).toEqual({ refused: 'on the list already' });
    expect(invite(come, guest, { ...inviting, at: days(30) })).toEqual({ refused: 'on the list already' });
    expect(invite(undefined, { ...guest, memberId: config }, inviting)).toEqual({ refused: 'on the list already' });
    expect(invite(invited, guest, { ...inviting, at: days(8) })).toMatchObject({ to: { invited: { times: 2 } } });
  });

  it('goes out once more on demand, with seven new days, and not twice in five minutes', () => {
    expect(inviteAgain(invited, inviting)).toEqual({ refused: 'invited just now' });
    expect(inviteAgain(invited, { ...inviting, at: days(9) })).toMatchObject({
      to: { invited: { times: 2, until: days(16) } },
    });
    expect(inviteAgain(come, { ...inviting, at: days(9) })).toEqual({ refused: 'has come already' });
    expect(inviteAgain({ ...come, listed: false, endedAt: days(2) }, { ...inviting, at: days(9) })).toMatchObject({
      to: { listed: true, invited: { times: 2 } },
    });
  });
});

describe('the rights of somebody', () => {
  it('are changed by another admin', () => {
    expect(changeAccess(come, { ...access, role: 'admin' }, actor)).toMatchObject({
      to: { role: 'admin', cohorts: 'all' },
    });
  });

  it('are never one’s own to change, nor those of whom the config names: an admin is always left', () => {
    const admin: Member = { ...come, role: 'admin' };
    for (const by of [
      { by: carla, firstAdmin: config },
      { by: hanna, firstAdmin: carla },
    ]) {
      expect(changeAccess(admin, { ...access, role: 'reader' }, by)).toHaveProperty('refused');
      expect(endAccess(admin, at, by)).toHaveProperty('refused');
      expect(changeAccess(admin, { ...access, role: 'admin', name: 'Carla C.' }, by)).toMatchObject({
        to: { name: 'Carla C.', role: 'admin' },
      });
    }
  });

  it('do not widen with a change of one’s own name', () => {
    const step = changeAccess(come, { ...access, cohorts: [], name: 'C.' }, { by: carla, firstAdmin: config });
    expect(step).toMatchObject({ to: { cohorts: [cohortId] } });
  });

  it('end with every sign-in', () => {
    expect(endAccess(come, at, actor)).toMatchObject({ to: { listed: false, endedAt: at, epoch: 2 } });
    expect(endAccess({ ...come, listed: false }, at, actor)).toEqual({ refused: 'not on the list' });
  });
});

describe('a hand-over', () => {
  const taker = { name: 'Carla Conti', address: 'carla@example.org' };
  const giver = cohort.coordinators[0]?.address ?? '';

  it('puts the taker where the giver stood, also for replies', () => {
    expect(replaceCoordinator({ ...cohort, replyTo: giver }, giver, taker)).toMatchObject({
      to: { coordinators: [taker], replyTo: taker.address },
    });
  });

  it('names nobody twice, and leaves alone what does not name the giver', () => {
    const both = { ...cohort, coordinators: [...cohort.coordinators, taker] };
    expect(replaceCoordinator(both, giver, taker)).toMatchObject({ to: { coordinators: [taker] } });
    expect(replaceCoordinator(cohort, 'nobody@example.org', taker)).toHaveProperty('refused');
  });

  it('passes on open tasks of the giver, and those of nobody where the giver coordinates', () => {
    const task: Task = {
      schema: 1,
      version: 1,
      cohortId,
      taskId: TaskId.parse('task_0a1b2c3d4e5f'),
      kind: 'mail-bounced',
      about: {},
      why: '',
      note: '',
      state: 'open',
      createdAt: at,
    };
    expect(passOn(task, carla, hanna, true)).toMatchObject({ to: { assignedTo: carla } });
    expect(passOn(task, carla, hanna, false)).toHaveProperty('refused');
    expect(passOn({ ...task, assignedTo: hanna }, carla, hanna, false)).toMatchObject({ to: { assignedTo: carla } });
    expect(passOn({ ...task, assignedTo: config }, carla, hanna, true)).toHaveProperty('refused');
    expect(passOn({ ...task, state: 'done' }, carla, hanna, true)).toHaveProperty('refused');
  });

  it('gives a coordinator the cohorts, and an admin or a reader nothing', () => {
    const more = CohortId.parse('coh_bbbbbbbbbbbb');
    expect(giveCohorts(come, [cohortId, more])).toMatchObject({ to: { cohorts: [cohortId, more] } });
    expect(giveCohorts(come, [cohortId])).toHaveProperty('refused');
    expect(giveCohorts({ ...come, role: 'reader' }, [more])).toHaveProperty('refused');
  });
});
