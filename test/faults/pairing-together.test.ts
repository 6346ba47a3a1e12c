import { afterAll, describe, expect, inject, it } from 'vitest';
import { startStage } from '../../infra/local/stage.ts';
import { pairingDay } from '../support/pairing-day.ts';
import { oneRun } from '../support/pairing-run.ts';
import { answersTogether, runsTogether } from '../support/pairing-stories.ts';

/** All seeds and all calls in `npm run test:heavy`, a few of each in `npm test`. */
const all = process.env.CRASHES === 'all';
const seeds = Array.from({ length: all ? 200 : 2 }, (_, place) => `seed ${place + 1}`);

const stage = await startStage({ assembly: inject('assembly'), mode: 'stepped', seed: 'test', concurrent: true });
afterAll(() => stage.close());
const day = await pairingDay(stage);
const undisturbed = await oneRun(day);

describe('sixteen pairing runs under way together', () => {
  it.each(seeds)('leave one proposal, and its approval no more questions than places (%s)', async (seed) => {
    expect(await runsTogether(day, seed)).toEqual([]);
  });

  it.each(seeds)('form no pair beyond a place while both sides answer (%s)', async (seed) => {
    expect(await answersTogether(day, seed)).toEqual([]);
  });
});

describe('a pairing run that is killed midway', () => {
  it('is whole when nothing disturbs it', () => {
    expect(undisturbed.wrong).toEqual([]);
    expect(undisturbed.run).toMatchObject({ state: 'approved', counts: { pairs: 7, unmatched: 0, refused: 0 } });
    expect(undisturbed.pairs).toHaveLength(7);
  });

  const deaths = (['on-pairing-requested', 'on-pairing-approved'] as const).flatMap((name) =>
    undisturbed.calls
      .filter((call) => call.function === name)
      .map(({ operation }, place) => ({ function: name, operation, nth: place + 1 })),
  );
  // Where something is written, and a few of the reads.
  const chosen = all
    ? deaths
    : deaths.filter(({ operation }) => /Write/.test(operation)).filter((_, at) => at % 4 === 1);

  it.each(chosen)('ends the same when $function dies after its call $nth, $operation', async (death) => {
    const { struck, ...again } = await oneRun(day, { function: death.function, nth: death.nth });
    expect(struck).toBe(1);
    expect(again.wrong).toEqual([]);
    expect(again.run).toEqual(undisturbed.run);
    expect(again.result).toEqual(undisturbed.result);
    expect(again.pairs).toEqual(undisturbed.pairs);
  });
});
