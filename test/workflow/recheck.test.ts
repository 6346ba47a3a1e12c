import { expect, it } from 'vitest';
import type { Rehearsal } from '../../infra/local/rehearse/rehearsal.ts';
import { everything, ofKind } from '../../infra/local/rehearse/table.ts';
import { invariants } from '../support/invariants.ts';
import { smallFile } from '../support/small-file.ts';
import { addressOf, live, paired, useStage } from '../support/stage.ts';

const here = useStage();
const one = { juniors: 1, seniors: 1 } as const;

const items = async (prefix: string) => ofKind(await everything(here.stage), prefix);
const lettersOfBlock = ({ town }: Rehearsal, who: string) =>
  town.letters(addressOf(who)).filter(({ subject }) => /vorerst nicht weiter|are on hold/.test(subject));

/** HR uploads a file in which the juniors' manager reports to `lead`. */
async function upload(cohort: Rehearsal, lead?: string): Promise<void> {
  cohort.town.begin(async () => {
    await cohort.hr.upload(cohort.cohort().path, smallFile(1, 1, lead === undefined ? {} : { lead }));
  });
  await live(cohort, here.stage, 0.2);
}

it('stops a pair when the senior becomes the manager’s manager of the junior, tells both, and lets it go on when HR was wrong', async () => {
  const { stage } = here;
  const cohort = await paired(stage, one);
  await upload(cohort);
  expect((await items('pair#')).map(({ state }) => state)).not.toContain('blocked');
  await cohort.askNow();
  await live(cohort, stage, 0.01);

  await upload(cohort, 'senior1');
  await upload(cohort, 'senior1');
  expect((await items('pair#')).map(({ state, blocked }) => ({ state, blocked }))).toMatchObject([
    { state: 'blocked', blocked: { rules: ['reporting-line'], times: 1 } },
  ]);
  expect(lettersOfBlock(cohort, 'junior1')).toHaveLength(1);
  expect(lettersOfBlock(cohort, 'senior1')).toHaveLength(1);
  expect((await items('task#')).map(({ kind, why, state }) => `${kind} ${why} ${state}`)).toEqual([
    'rule-broken reporting-line open',
  ]);
  const open = async () => (await items('check-in#')).filter(({ state }) => state === 'planned' || state === 'asked');
  expect(await open()).toEqual([]);
  const asked = () => cohort.town.letters().filter(({ links }) => links.some(({ href }) => href.includes('/answer/')));
  const before = asked().length;
  // Longer than until a reminder of what was asked.
  await live(cohort, stage, 4);
  expect(asked()).toHaveLength(before);
  expect(await invariants(stage)).toEqual([]);

  await upload(cohort, 'boss');
  const [task] = await items('task#');
  expect(task).toMatchObject({ state: 'open', holdsAgainAt: expect.any(String) });
  cohort.town.begin(async () => {
    const page = await cohort.hr.open(cohort.cohort().path);
    await cohort.hr.send(page.form(/\/tasks\//), /go on/);
  });
  await live(cohort, stage, 0.1);
  expect((await items('pair#')).map(({ state }) => state)).toEqual(['active']);
  expect((await items('task#')).map(({ state }) => state)).toEqual(['done']);
  expect((await open()).map(({ role }) => role).sort()).toEqual(['junior', 'senior']);
  expect(await invariants(stage)).toEqual([]);
});
