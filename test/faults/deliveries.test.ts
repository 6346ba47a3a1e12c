import { expect, it } from 'vitest';
import { endState } from '../support/end-state.ts';
import { invariants } from '../support/invariants.ts';
import { aCohort, playFrom, useStage } from '../support/stage.ts';
import { eventful, playEventful } from '../support/stories.ts';

const here = useStage();

it('ends the same when everything is delivered three times and in any order', async () => {
  const { stage } = here;
  await playEventful(stage);
  expect(await invariants(stage)).toEqual([]);
  const once = await endState(stage);

  const cohort = await aCohort(stage, eventful);
  stage.faults.deliveries({ copies: 3, shuffle: true });
  await playFrom(cohort, stage);
  expect(await invariants(stage)).toEqual([]);
  expect(await endState(stage)).toEqual(once);
});

it('ends the same when SES tells everything twice or nothing at all', async () => {
  const { stage } = here;
  const cohort = await aCohort(stage, eventful);
  stage.faults.sesEvents({ copies: 2 });
  await playFrom(cohort, stage);
  expect(await invariants(stage)).toEqual([]);

  const unheard = await aCohort(stage, eventful);
  stage.faults.sesEvents({ lose: ['Send', 'Delivery', 'Bounce', 'Complaint'] });
  await playFrom(unheard, stage);
  expect(await invariants(stage)).toEqual([]);
});
