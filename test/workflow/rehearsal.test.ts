import { expect, it } from 'vitest';
import { failed, reportOf } from '../../infra/local/rehearse/report.ts';
import { aCohort, live, playFrom, useStage } from '../support/stage.ts';
import { brief } from '../support/stories.ts';

const here = useStage();

async function rehearsed(seed: string, { cold = false } = {}) {
  const { stage } = here;
  const cohort = await aCohort(stage, { ...brief, seed, cold });
  const from = new Date(stage.now()).toISOString();
  await playFrom(cohort, stage);
  return reportOf({ stage, people: cohort.people, seed, from });
}

it('reports the same bytes for the same seed, whether its functions start cold or warm', async () => {
  const first = await rehearsed('one', { cold: true });
  expect(failed(first)).toBe(false);
  expect(first.letters.confirm).toEqual({ delivered: 2 });
  expect(first.people.answers).toBeGreaterThan(0);
  expect(JSON.stringify(await rehearsed('one'))).toBe(JSON.stringify(first));
});

it('fails when something was parked or lost', async () => {
  const { stage } = here;
  const cohort = await aCohort(stage, brief);
  stage.faults.inject({
    function: 'on-cohort-launched',
    when: 'before',
    effect: 'crash',
    times: Number.POSITIVE_INFINITY,
  });
  cohort.town.begin(async () => {
    await cohort.hr.signIn();
    const { path } = await cohort.hr.makeCohort(cohort.plan);
    await cohort.hr.upload(path, cohort.file);
    await cohort.hr.launch(path, cohort.plan.name);
  });
  await live(cohort, stage, 1);
  const report = await reportOf({ stage, people: cohort.people, seed: 'test', from: '' });
  expect(report.parked).toEqual([expect.stringContaining('on-cohort-launched')]);
  expect(failed(report)).toBe(true);
});
