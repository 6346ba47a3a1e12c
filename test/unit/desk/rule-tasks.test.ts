import { beforeEach, describe, expect, it } from 'vitest';
import { HandOverId, type PairId, type PersonId, type RunId } from '../../../events/ids.ts';
import { valuesOf } from '../../../functions/cohorts/settings/fields.ts';
import { handOvers } from '../../../shared/member/hand-over.ts';
import type { Pair } from '../../../shared/pair/pair.ts';
import { pairs } from '../../../shared/pair/pair.ts';
import { type Run, runs } from '../../../shared/pairing/run.ts';
import { type Participant, participants } from '../../../shared/participant/participant.ts';
import type { Draft } from '../../../shared/table/aggregate.ts';
import { brokenTask } from '../../../shared/task/rule-task.ts';
import { taskIdOf, tasks } from '../../../shared/task/task.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import * as programme from '../../support/programme.ts';
import { at, cohortId, command, settings } from './sample.ts';

const home = `/desk/cohorts/${cohortId}`;
const runId = 'run_0a1b2c3d4e5f' as RunId;
const pairId: PairId = programme.pairId;
const blocked: Pair = {
  schema: 1,
  version: 1,
  ...programme.pair({ cohortId, runId, state: 'blocked', blocked: { rules: ['reporting-line'], at, times: 1 } }),
};
const task = brokenTask(blocked, at);
const run = (settledAt: string | undefined): Draft<Run> => ({
  cohortId,
  runId,
  state: 'approved',
  rules: settings.rules,
  seed: 1,
  requestedAt: at,
  pages: 0,
  ...(settledAt ? { settledAt } : {}),
});

describe('the task of a blocked pair', () => {
  let desk: Desk;
  let browser: Awaited<ReturnType<Desk['signedIn']>>;

  beforeEach(async () => {
    desk = await openDesk();
    browser = await desk.signedIn();
    await browser.post('/desk/cohorts/new', { ...valuesOf(settings), cohort: cohortId });
    const person = (role: Participant['role']): Draft<Participant> => ({ ...programme.participant(role), cohortId });
    for (const draft of [person('junior'), person('senior')]) {
      await desk.table.change(participants, draft, command, () => ({ to: draft }));
    }
    const { schema: _schema, version: _version, ...pair } = blocked;
    await desk.table.change(pairs, pair, command, () => ({ to: pair }));
    await desk.table.change(runs, { cohortId, runId }, command, () => ({ to: run(at) }));
    await desk.table.change(tasks, task, command, () => ({ to: task }));
    return () => desk.close();
  });

  const press = (what: string) => browser.post(`${home}/tasks/${task.taskId}`, { what, note: '' });
  const stateOf = async () => [
    (await desk.table.get(pairs, { cohortId, pairId }))?.state,
    (await desk.table.get(tasks, task))?.state,
  ];
  const holds = () => desk.table.change(tasks, task, command, () => ({ to: { ...task, holdsAgainAt: at } }));
  const slotsOf = async (personId: PersonId) =>
    Object.keys((await desk.table.get(participants, { cohortId, personId }))?.slots ?? {});

  it('names the rule and both people, and ends the pair, which frees both places', async () => {
    const { body } = await browser.get(home);
    expect(body).toContain('One of the two is now in the reporting line of the other.');
    expect(body).toContain('Jonas Weber and Dr. Sabine Hoffmann');
    expect(body).not.toContain('Let the pair go on');
    expect((await press('finish')).status).toBe(409);
    expect((await press('resume-pair')).status).toBe(409);
    expect(await stateOf()).toEqual(['blocked', 'open']);
    expect((await press('end-pair')).status).toBe(303);
    expect((await press('end-pair')).status).toBe(303);
    expect(await stateOf()).toEqual(['exited', 'done']);
    expect([await slotsOf(programme.junior), await slotsOf(programme.senior)]).toEqual([[], []]);
  });

  it('lets the pair go on once the rules hold again', async () => {
    await holds();
    expect((await browser.get(home)).body).toContain('Let the pair go on');
    expect((await press('resume-pair')).status).toBe(303);
    expect(await stateOf()).toEqual(['active', 'done']);
    expect(await slotsOf(programme.junior)).toEqual([pairId]);
  });

  it('stays out of sight until its run is settled', async () => {
    await holds();
    await desk.table.change(runs, { cohortId, runId }, command, () => ({ to: run(undefined) }));
    const { body } = await browser.get(home);
    expect(body).not.toContain(task.taskId);
    expect((await press('resume-pair')).status).toBe(404);
    expect(await stateOf()).toEqual(['blocked', 'open']);
    // Nor does a guessed address tell that somebody's mail failed when they were asked.
    const taskId = taskIdOf(cohortId, programme.senior, 'mail-bounced');
    const failed = { ...task, taskId, kind: 'mail-bounced' as const, about: { personId: programme.senior, pairId } };
    await desk.table.change(tasks, failed, command, () => ({ to: failed }));
    expect((await browser.post(`${home}/tasks/${taskId}`, { what: 'finish', note: '' })).status).toBe(404);
  });

  it('passes to another without a trace until then', async () => {
    await desk.table.change(runs, { cohortId, runId }, command, () => ({ to: run(undefined) }));
    await desk.signedInAs({ role: 'coordinator', cohorts: [cohortId] }, settings.coordinators[0]?.address ?? '');
    await desk.signedInAs({ role: 'coordinator', cohorts: [cohortId] }, 'carla@example.org');
    const [giver, taker] = await Promise.all(
      [settings.coordinators[0]?.address ?? '', 'carla@example.org'].map(async (address) =>
        (await desk.keys.identity()).memberId(address),
      ),
    );
    const form = { id: 'hov_0a1b2c3d4e5f', to: taker ?? '', cohort: 'all', note: '' };
    expect((await browser.post(`/desk/staff/${giver}/hand-over`, form)).status).toBe(303);
    expect(await desk.table.get(tasks, task)).toMatchObject({ assignedTo: taker });
    expect((await browser.get(`${home}/audit`)).body).not.toContain('handed a task over');
    expect(await desk.table.get(handOvers, { handOverId: HandOverId.parse(form.id) })).toMatchObject({ tasks: 0 });
  });
});
