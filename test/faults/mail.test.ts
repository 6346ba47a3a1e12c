import { expect, it } from 'vitest';
import { everything, ofKind } from '../../infra/local/rehearse/table.ts';
import { invariants } from '../support/invariants.ts';
import { aCohort, addressOf, live, useStage } from '../support/stage.ts';

const here = useStage();
const call = { function: 'send-letters', operation: 'ses:SendRawEmail' } as const;
const letters = async (kind: string) =>
  ofKind(await everything(here.stage), 'letter#').filter((letter) => letter.kind === kind);

/** A launched cohort whose people do nothing; faults begin with the launch. Only a cold function asks for the quota anew. */
async function launched(faults: () => void, { cold = false } = {}) {
  const { stage } = here;
  const silent = { confirms: 'never' } as const;
  const characters = { junior1: silent, junior2: silent, senior1: silent, senior2: silent };
  const cohort = await aCohort(stage, { characters, cold });
  const { town, hr, plan, file } = cohort;
  town.begin(async () => {
    await hr.signIn();
    const { path } = await hr.makeCohort(plan);
    await hr.upload(path, file);
    faults();
    await hr.launch(path, plan.name);
  });
  return cohort;
}

it('waits and goes on when SES throttles', async () => {
  const { stage } = here;
  const cohort = await launched(() => stage.faults.inject({ ...call, when: 'before', effect: 'throttle', times: 3 }));
  await live(cohort, stage, 1);
  expect((await letters('confirm')).map(({ state }) => state)).toEqual(Array(4).fill('delivered'));
  expect(await invariants(stage)).toEqual([]);
});

it('believes the event of SES when the answer of the call was lost', async () => {
  const { stage } = here;
  const cohort = await launched(() => stage.faults.inject({ ...call, when: 'after', effect: 'time-out' }));
  await live(cohort, stage, 1);
  const confirms = await letters('confirm');
  expect(confirms.map(({ state }) => state)).toEqual(Array(4).fill('delivered'));
  expect(confirms.filter(({ sentAgain }) => sentAgain)).toEqual([]);
  expect(await invariants(stage)).toEqual([]);
});

it('sends a question once more, and says so, when neither answer nor event ever came', async () => {
  const { stage } = here;
  const cohort = await launched(() => {
    stage.faults.inject({ ...call, when: 'after', effect: 'error' });
    stage.faults.sesEvents({ lose: ['Send', 'Delivery'] });
  });
  await live(cohort, stage, 1);
  const confirms = await letters('confirm');
  expect(confirms.filter(({ sentAgain }) => sentAgain)).toHaveLength(1);
  expect(stage.mail().filter(({ tags }) => confirms.some(({ letterId }) => letterId === tags.letterId))).toHaveLength(
    5,
  );
  expect(await invariants(stage)).toEqual([]);
});

it('publishes what was committed while the relay was down for 25 hours', async () => {
  const { stage } = here;
  const cohort = await launched(() => {
    stage.faults.down('relay', new Date(stage.now() + 25 * 3_600_000).toISOString());
    stage.faults.down('sweep', new Date(stage.now() + 25 * 3_600_000).toISOString());
  });
  await live(cohort, stage, 1);
  expect(await letters('confirm')).toEqual([]);
  await live(cohort, stage, 0.2);
  expect((await letters('confirm')).map(({ state }) => state)).toEqual(Array(4).fill('delivered'));
  expect(await invariants(stage, { parked: true })).toEqual([]);
});

it('loses no event when the bus takes only a part of a batch', async () => {
  const { stage } = here;
  const cohort = await launched(() => stage.faults.failEntries(5));
  await live(cohort, stage, 1);
  expect(cohort.town.letters(addressOf('junior1'))).toHaveLength(1);
  expect((await letters('confirm')).map(({ state }) => state)).toEqual(Array(4).fill('delivered'));
  expect(await invariants(stage)).toEqual([]);
});

it('sends on the next day what the daily quota does not allow today', async () => {
  const { stage } = here;
  const cohort = await launched(() => stage.setQuota({ Max24HourSend: 4 }), { cold: true });
  await live(cohort, stage, 0.5);
  // One of today's four was HR's sign-in: three go today, and the fourth waits alone.
  expect((await letters('confirm')).map(({ state }) => state).sort()).toEqual([
    ...Array(3).fill('delivered'),
    'planned',
  ]);
  await live(cohort, stage, 1.2);
  expect((await letters('confirm')).map(({ state }) => state)).toEqual(Array(4).fill('delivered'));
  expect(await invariants(stage)).toEqual([]);
});

it('stays within the rate of SES', async () => {
  const { stage } = here;
  const cohort = await launched(() => stage.setQuota({ MaxSendRate: 1 }), { cold: true });
  await live(cohort, stage, 1);
  const times = stage
    .mail()
    .slice(1)
    .map(({ at }) => Date.parse(at));
  expect(times).toHaveLength(4);
  const gaps = times.slice(1).map((time, place) => time - (times[place] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1000);
});

it('waits while the account is paused or the letters are stopped, says so at the desk, and goes on at once', async () => {
  const { stage } = here;
  const cohort = await launched(() => stage.faults.account('paused'));
  const { town, hr } = cohort;
  const home: string[] = [];
  const press = () =>
    town.begin(async () => {
      const page = await hr.open('/desk');
      home.push(page.text);
      await hr.send(page.form(/letters-stopped$/));
    });
  await live(cohort, stage, 0.02);
  press();
  await live(cohort, stage, 0.05);
  expect(home).toEqual([expect.stringContaining('has paused sending')]);
  stage.faults.account('production');
  await live(cohort, stage, 0.1);
  expect((await letters('confirm')).map(({ why }) => why)).toEqual(
    Array(4).fill('all letters of the stage are stopped'),
  );
  press();
  await live(cohort, stage, 0.02);
  expect((await letters('confirm')).map(({ state }) => state)).toEqual(Array(4).fill('delivered'));
  town.begin(async () => void home.push((await hr.open('/desk')).text));
  await live(cohort, stage, 0.01);
  expect(home.at(-1)).not.toContain('paused sending');
  expect(await invariants(stage)).toEqual([]);
});
