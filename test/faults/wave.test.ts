import { beforeAll, expect, it } from 'vitest';
import { makeWave, playWave, type Wave } from '../support/mail-wave.ts';
import { useStage } from '../support/stage.ts';

/** `npm run bench:mail` does it with two thousand letters, lets every function die at every call, and says how long it took. */
const here = useStage();
const sending = { function: 'send-letters', operation: 'ses:SendRawEmail' } as const;
let wave: Wave;

beforeAll(async () => {
  wave = await makeWave(here.stage, { pairs: 10, invited: 10 });
});

/** Every event comes three times, in any order. */
const many = () => here.stage.faults.deliveries({ copies: 3, batches: 1, shuffle: true });

it('sends a wave of letters once when all events come three times and in any order', async () => {
  const { wrong, accepted, twice, unknown } = await playWave(here.stage, wave, { goesWrong: many });
  expect(wrong).toEqual([]);
  expect({ accepted, twice, unknown }).toEqual({ accepted: wave.letters, twice: 0, unknown: 0 });
});

it('sends each letter of a wave once, or shows that it does not know, when SES throttles and the sender dies', async () => {
  const { stage } = here;
  const deaths = [3, 9, 13, 20];
  const { wrong, accepted, unknown, twice } = await playWave(stage, wave, {
    goesWrong() {
      many();
      // Nor does SES ever tell.
      stage.faults.sesEvents({ lose: ['Send', 'Delivery'] });
      for (const nth of deaths) {
        stage.faults.inject({ ...sending, when: nth % 2 === 1 ? 'after' : 'before', effect: 'crash', nth });
        stage.faults.inject({ ...sending, when: 'before', effect: 'throttle', nth: nth + 3, times: 2 });
      }
    },
  });
  expect(wrong).toEqual([]);
  expect(accepted + unknown).toBeGreaterThanOrEqual(wave.letters);
  expect(unknown + twice).toBeGreaterThan(0);
  expect(unknown + twice).toBeLessThanOrEqual(deaths.length);
});
