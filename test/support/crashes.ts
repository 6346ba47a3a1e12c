import { expect, it } from 'vitest';
import { seededRandom } from '../../infra/local/clock/random.ts';
import type { CallFault } from '../../infra/local/faults/faults.ts';
import { reportOf } from '../../infra/local/rehearse/report.ts';
import { endState } from './end-state.ts';
import { invariants } from './invariants.ts';
import { sharedStage } from './shared-stage.ts';
import { aCohort, live, playFrom } from './stage.ts';
import { brief } from './stories.ts';

/**
 * A function dies before or after each of its SDK calls, each in a story of its own. All of them in `npm run test:heavy`,
 * a seeded tenth in `npm test`. The two halves are two files, so that two cores can share them.
 */
export async function crashes(when: CallFault['when']): Promise<void> {
  const stage = await sharedStage();

  async function play(fault?: CallFault, cold = false) {
    const cohort = await aCohort(stage, { ...brief, cold });
    const injected = fault && stage.faults.inject(fault);
    await playFrom(cohort, stage, { asksNow: true, formTold: true, turnedOver: true });
    // What was parked is tried again for a day.
    await live(cohort, stage, 2);
    const { lost } = await reportOf({ stage, people: cohort.people, seed: 'test', from: '' });
    return { struck: injected?.struck() ?? 0, lost, state: await endState(stage), wrong: await invariants(stage) };
  }

  // Cold, so that every call is there that a function ever makes.
  const undisturbed = await play(undefined, true);
  const calls = [...new Set(stage.faults.calls.map((call) => `${call.function} ${call.operation}`))].sort();
  const chosen = process.env.CRASHES === 'all' ? calls : tenthOf(calls, when);

  it('plays a story in which every function has something to do', () => {
    const idle = stage.functions().filter((name) => !calls.some((call) => call.startsWith(`${name} `)));
    // The keys are made before the story; the others make no call in it.
    expect(idle.sort()).toEqual(['desk-link', 'keys', 'public', 'rotate-keys']);
    expect(undisturbed.wrong).toEqual([]);
  });

  it.each(chosen)(`loses nothing when a function crashes ${when} %s`, async (call) => {
    const [name, operation] = call.split(' ');
    const fault: CallFault = {
      when,
      effect: 'crash',
      ...(name && { function: name }),
      ...(operation && { operation }),
    };
    const warm = await play(fault);
    // What a warm function remembers only a cold one asks for.
    const { struck, lost, state, wrong } = warm.struck > 0 ? warm : await play(fault, true);
    expect(struck).toBe(1);
    expect(wrong).toEqual([]);
    expect(lost).toEqual([]);
    expect(state).toEqual(undisturbed.state);
  });
}

/** A tenth of the calls in an order of the seed; another one before than after. */
function tenthOf(calls: readonly string[], seed: string): string[] {
  const random = seededRandom(seed);
  const shuffled = calls.map((call) => ({ call, at: random.next() })).sort((a, b) => a.at - b.at);
  return shuffled.slice(0, Math.ceil(calls.length / 10)).map(({ call }) => call);
}
