import { expect, it } from 'vitest';
import { everything, ofKind } from '../../infra/local/rehearse/table.ts';
import { invariants } from '../support/invariants.ts';
import { aCohort, addressOf, live, played, useStage } from '../support/stage.ts';

const here = useStage();

it('writes to nobody before HR launches', async () => {
  const { stage } = here;
  const cohort = await aCohort(stage);
  cohort.town.begin(async () => {
    await cohort.hr.signIn();
    const { path } = await cohort.hr.makeCohort(cohort.plan);
    expect(path).toMatch(/^\/desk\/cohorts\//);
  });
  await live(cohort, stage, 2);
  expect(cohort.town.letters().map(({ to }) => to)).toEqual([cohort.hr.address]);
});

it('goes from the HR file to the goodbyes, as the inbox tells it', { timeout: 60_000 }, async () => {
  const { stage } = here;
  const cohort = await played(stage);
  const { town } = cohort;
  const subjects = town.letters(addressOf('junior1')).map(({ subject }) => subject);
  expect(subjects[0]).toMatch(/Nehmen Sie teil\?/);
  expect(subjects[1]).toMatch(/zwei Vorschläge für das erste Treffen/);
  expect(subjects.filter((subject) => /Wie läuft es\?/.test(subject)).length).toBeGreaterThanOrEqual(2);
  expect(subjects.at(-1)).toMatch(/ist zu Ende: danke/);
  expect(cohort.people.flatMap(({ memory }) => memory.surprises)).toEqual([]);

  const items = await everything(stage);
  expect(ofKind(items, 'cohort').map(({ state }) => state)).toEqual(['closed']);
  expect(ofKind(items, 'pair#').map(({ state }) => state)).toEqual(['concluded', 'concluded']);
  expect(ofKind(items, 'participant#').map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done']);
  expect(ofKind(items, 'check-in#').filter(({ state }) => state === 'answered').length).toBeGreaterThanOrEqual(4);
  expect(await invariants(stage)).toEqual([]);
});
