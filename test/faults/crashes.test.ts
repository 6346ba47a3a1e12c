import { afterAll, expect, inject, it } from 'vitest';
import { seededRandom } from '../../infra/local/clock/random.ts';
import type { CallFault } from '../../infra/local/faults/faults.ts';
import { reportOf } from '../../infra/local/rehearse/report.ts';
import { startStage } from '../../infra/local/stage.ts';
import { endState } from '../support/end-state.ts';
import { invariants } from '../support/invariants.ts';
import { aCohort, live, playFrom } from '../support/stage.ts';
import { brief } from '../support/stories.ts';

/**
 * A function dies before and after each of its SDK calls, each in a story of its own. All of them in `npm run test:heavy`,
 * a seeded tenth in `npm test`.
 */
const share = process.env.CRASHES === 'all' ? 1 : 0.1;
const stage = await startStage({ assembly: inject('assembly'), mode: 'stepped', seed: 'test' });
afterAll(() => stage.close());

async function play(fault?: CallFault, cold = false) {
  const cohort = await aCohort(stage, { ...brief, cold });
  const injected = fault && stage.faults.inject(fault);
  await playFrom(cohort, stage, { asksNow: true });
  // What was parked is tried again for a day.
  await live(cohort, stage, 2);
  const { lost } = await reportOf({ stage, people: cohort.people, seed: 'test', from: '' });
  return { struck: injected?.struck() ?? 0, lost, state: await endState(stage), wrong: await invariants(stage) };
}

const undisturbed = await play();
const calls = [...new Set(stage.faults.calls.map((call) => `${call.function} ${call.operation}`))].sort();
const crashes = calls.flatMap((call) => [`before ${call}`, `after ${call}`]);
const random = seededRandom('crashes');
const chosen = crashes.filter(() => random.next() < share);

it('plays a story in which every function has something to do', () => {
  const idle = stage.functions().filter((name) => !calls.some((call) => call.startsWith(`${name} `)));
  // The keys are made before the story; the others show a page or a link without a story.
  expect(idle.sort()).toEqual(['desk-link', 'enrol', 'keys', 'public']);
  expect(undisturbed.wrong).toEqual([]);
});

it.each(chosen)('loses nothing when a function crashes %s', async (crash) => {
  const [when, name, operation] = crash.split(' ');
  if (when !== 'before' && when !== 'after') throw new Error(crash);
  const fault: CallFault = { when, effect: 'crash', ...(name && { function: name }), ...(operation && { operation }) };
  const warm = await play(fault);
  // What a warm function remembers only a cold one asks for.
  const { struck, lost, state, wrong } = warm.struck > 0 ? warm : await play(fault, true);
  expect(struck).toBe(1);
  expect(wrong).toEqual([]);
  expect(lost).toEqual([]);
  expect(state).toEqual(undisturbed.state);
});
