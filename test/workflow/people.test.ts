import { expect, it } from 'vitest';
import type { Page } from '../../infra/local/rehearse/page.ts';
import { everything, ofKind } from '../../infra/local/rehearse/table.ts';
import { invariants } from '../support/invariants.ts';
import { aCohort, addressOf, live, useStage } from '../support/stage.ts';

const here = useStage();

it('lets HR find, correct, pause and withdraw somebody, take a list, and read who did it', async () => {
  const { stage } = here;
  const silent = { confirms: 'never' } as const;
  const cohort = await aCohort(stage, { juniors: 2, seniors: 1, characters: { junior1: silent } });
  const { town, hr } = cohort;
  await cohort.launch();
  await live(cohort, stage, 3);
  const { path } = cohort.cohort();
  const participant = async (address: string) =>
    ofKind(await everything(stage), 'participant#').find((each) => each.address === address);
  const before = await participant(addressOf('junior1'));
  const atDesk = async <T>(work: () => Promise<T>): Promise<T> => {
    let done: { readonly result: T } | undefined;
    town.begin(async () => {
      done = { result: await work() };
    });
    await town.live(() => done !== undefined);
    if (!done) throw new Error('HR did not come to an end');
    return done.result;
  };
  const personOf = async (name: string): Promise<Page> =>
    hr.open(new URL((await hr.open(`${path}/people?q=${encodeURIComponent(name)}`)).link(/\/people\/per_/)).pathname);

  // A new address and name, typed by hand: the person stays, and the question comes to the new address.
  const corrected = await atDesk(async () => {
    const page = await personOf(String(before?.name));
    const done = await hr.send(page.form('email').fill({ name: 'Anna Neu', email: 'anna.neu@nordwerk.example' }));
    await hr.send(done.form(/Send the invitation again/).fill({ why: 'she has a new address' }));
    const other = await personOf(String((await participant(addressOf('junior2')))?.name));
    await hr.send(other.form(/^Pause$/));
    return done;
  });
  expect(corrected.text).toContain('Corrected.');
  await live(cohort, stage, 0.2);
  expect(await participant('anna.neu@nordwerk.example')).toMatchObject({
    personId: before?.personId,
    name: 'Anna Neu',
  });
  expect(town.letters('anna.neu@nordwerk.example')).toHaveLength(1);
  expect(town.letters(addressOf('junior1'))).toHaveLength(1);
  expect(await participant(addressOf('junior2'))).toMatchObject({ state: 'paused' });
  // The question, and the receipt of the pause.
  expect(town.letters(addressOf('junior2'))).toHaveLength(2);

  const [list, audit] = await atDesk(async () => {
    const anna = await personOf('Anna Neu');
    await hr.send(anna.form(/Withdraw the enrolment/).fill({ why: 'changed her mind' }));
    const files = await hr.open(`${path}/exports`);
    return [await hr.send(files.form(/People/)), await hr.open(`${path}/audit`)] as const;
  });
  expect(list.headers.get('content-disposition')).toContain('participants-');
  expect(list.html).toMatch(/;Anna Neu;.*;withdrawn;/);
  for (const said of ['changed her mind', 'she has a new address', 'participants: 3', 'looked at: a person']) {
    expect(audit.text).toContain(said);
  }
  expect(await invariants(stage)).toEqual([]);
});
