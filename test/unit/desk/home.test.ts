import { beforeEach, describe, expect, it } from 'vitest';
import { SubmissionId, TaskId } from '../../../events/ids.ts';
import { timelineOf } from '../../../functions/people/home/timeline.ts';
import { cohorts } from '../../../shared/cohort/cohort.ts';
import { type Submission, submissions } from '../../../shared/submission/submission.ts';
import { unnumbered } from '../../../shared/table/aggregate.ts';
import { type Task, tasks } from '../../../shared/task/task.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import { at, cohort, cohortId, command } from './sample.ts';
import { someone } from './someone.ts';

describe('the timeline of a cohort', () => {
  const dates = {
    createdAt: '2026-01-01T08:00:00.000Z',
    enrolmentDeadline: '2026-02-01',
    start: '2026-03-01',
    end: '2026-12-31',
    sessions: 6,
  };

  it.each([
    ['2026-01-15', 'before-enrolment-ends'],
    ['2026-02-01', 'before-enrolment-ends'],
    ['2026-02-02', 'before-start'],
    ['2026-03-01', 'running'],
    ['2026-12-31', 'running'],
    ['2027-01-01', 'over'],
  ])('stands on %s %s', (today, phase) => {
    expect(timelineOf(dates, today).phase).toBe(phase);
  });

  it('keeps every mark on the way, in order', () => {
    const { deadline, start, end, sessions, today } = timelineOf(dates, '2031-01-01');
    const marks = [deadline, start, ...sessions, end];
    expect(marks).toEqual(marks.toSorted((a, b) => a - b));
    expect([sessions.length, end, today]).toEqual([6, 1, 1]);
    expect(timelineOf({ ...dates, closedAt: at }, '2026-04-01').phase).toBe('over');
  });
});

describe('the home of the desk', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
    return () => desk.close();
  });
  const make = () => desk.table.change(cohorts, { cohortId }, command, () => ({ to: unnumbered(cohort) }));
  const task = (number: number, more: Partial<Task>) => {
    const taskId = TaskId.parse(`task_0000000000${number}a`);
    const draft = {
      cohortId,
      taskId,
      about: { personId: someone(number).personId },
      why: 'x',
      note: '',
      createdAt: at,
    };
    return desk.table.change(tasks, draft, command, () => ({
      to: { ...draft, kind: 'mail-bounced' as const, state: 'open' as const, ...more },
    }));
  };

  it('of a new desk says how to begin', async () => {
    const page = await (await desk.signedIn()).get('/desk');
    expect(page.body).toContain('Begin: create a cohort');
    expect(page.body).toContain('href="/desk/cohorts/new"');
    const reader = await desk.signedInAs({ role: 'reader', cohorts: [] });
    expect((await reader.get('/desk')).body).not.toContain('/desk/cohorts/new');
  });

  it('shows each cohort’s way, what waits for me and what went wrong, and no name', async () => {
    await make();
    await task(1, {});
    await task(2, { kind: 'letter-unknown' });
    await task(3, { kind: 'mail-complained', state: 'done' });
    const mine = (await desk.keys.identity()).memberId('coordinator@example.org');
    await task(4, { kind: 'waits-for-hr', assignedTo: mine });
    const states: readonly Submission['state'][] = ['rejected', 'rejected', 'accepted', 'waits-for-hr'];
    for (const [place, state] of states.entries()) {
      const submissionId = SubmissionId.parse(`sub_000000000${place}aa`);
      const draft = { cohortId, submissionId, source: 'form' as const, receivedAt: at, state };
      await desk.table.change(submissions, draft, command, () => ({ to: draft }));
    }
    const page = (await (await desk.signedIn()).get('/desk')).body;
    for (const said of [
      ...['<svg', 'Enrolment is open.', '2 open tasks', 'One enrolment waits', 'Not launched yet'],
      ...['Mail does not reach one person', 'Fate of one letter unknown', '2 lines or enrolments rejected'],
    ]) {
      expect(page).toContain(said);
    }
    expect(page).not.toContain('Person 1');
    const theirs = await desk.signedInAs({ role: 'coordinator', cohorts: [cohortId] });
    expect((await theirs.get('/desk')).body).toContain('3 open tasks');
    const stranger = await desk.signedInAs({ role: 'coordinator', cohorts: [] }, 'else@example.org');
    expect((await stranger.get('/desk')).body).not.toContain('open tasks');
  });

  it('says where nothing waits and nothing went wrong', async () => {
    await desk.table.change(cohorts, { cohortId }, command, () => ({
      to: { ...unnumbered(cohort), launchedAt: at },
    }));
    const page = await (await desk.signedIn()).get('/desk', { language: 'de' });
    expect(page.body).toContain('Nichts wartet auf Sie.');
    expect(page.body).toContain('Nichts ist schiefgegangen.');
  });
});
