import { expect, it } from 'vitest';
import type { Rehearsal } from '../../infra/local/rehearse/rehearsal.ts';
import { everything, ofKind } from '../../infra/local/rehearse/table.ts';
import { invariants } from '../support/invariants.ts';
import { aCohort, addressOf, live, paired, played, playFrom, useStage } from '../support/stage.ts';

const here = useStage();
const one = { juniors: 1, seniors: 1 } as const;
const subjects = (cohort: Rehearsal, who: string) => cohort.town.letters(addressOf(who)).map(({ subject }) => subject);
const person = async (who: string) =>
  ofKind(await everything(here.stage), 'participant#').find(({ address }) => address === addressOf(who));

it('pairs only those who have said yes, and reminds those who have said nothing once', async () => {
  const { stage } = here;
  const cohort = await aCohort(stage, {
    characters: { junior1: { confirms: 'no' }, senior1: { confirms: 'never' } },
  });
  await cohort.launch();
  await live(cohort, stage, 8);
  await cohort.pairUp();
  await live(cohort, stage, 1);
  expect(subjects(cohort, 'junior1')).toHaveLength(1);
  expect(subjects(cohort, 'senior1')).toHaveLength(2);
  const pairs = ofKind(await everything(stage), 'pair#');
  expect(pairs).toHaveLength(1);
  expect(await person('junior1')).toMatchObject({ state: 'declined', slots: {} });
  expect(await invariants(stage)).toEqual([]);
});

it('stops a kind of letter by the one click of a mail program, and only by POST', async () => {
  const { stage } = here;
  const cohort = await paired(stage, one);
  await cohort.askNow();
  await live(cohort, stage, 1);
  const letter = cohort.town.letters(addressOf('junior1')).at(-1);
  const url = letter?.header('List-Unsubscribe')?.slice(1, -1) ?? '';
  expect(letter?.header('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
  await stage.fetch(url);
  expect(await person('junior1')).toMatchObject({ stopped: [] });
  const body = 'List-Unsubscribe=One-Click';
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  expect((await stage.fetch(url, { method: 'POST', headers, body })).status).toBe(200);
  const before = subjects(cohort, 'junior1').length;
  await cohort.askNow();
  await live(cohort, stage, 5);
  expect(subjects(cohort, 'junior1')).toHaveLength(before);
  expect(await invariants(stage)).toEqual([]);
});

it('asks nobody of a pair while one of the two pauses, and asks again afterwards', async () => {
  const { stage } = here;
  const cohort = await played(stage, { ...one, characters: { junior1: { pauses: { after: 2, days: 20 } } } });
  expect(cohort.person(addressOf('junior1')).memory.did).toEqual(expect.arrayContaining(['pauses', 'resumes']));
  const letters = cohort.town.letters();
  const receipt = letters.find(({ subject }) => /Pause ist eingetragen/.test(subject))?.at ?? '';
  const back =
    letters.findLast(({ to, subject }) => to === addressOf('junior1') && /Weiter geht’s/.test(subject))?.at ?? '';
  expect(receipt < back).toBe(true);
  const between = letters.filter(({ at }) => at > receipt && at < back);
  expect(between.filter(({ links }) => links.some(({ href }) => href.includes('/answer/')))).toEqual([]);
  expect(await invariants(stage)).toEqual([]);
});

it('writes to somebody who has left one receipt and nothing more, and tells the partner without a reason', async () => {
  const { stage } = here;
  const cohort = await played(stage, { ...one, characters: { senior1: { leaves: { after: 15 } } } });
  const mine = cohort.town.letters(addressOf('senior1'));
  expect(mine.at(-1)?.links.some(({ href }) => href.includes('/answer/'))).toBe(false);
  expect(await person('senior1')).toMatchObject({ state: 'left', slots: {} });
  const pairs = ofKind(await everything(stage), 'pair#');
  expect(pairs.map(({ state }) => state)).toEqual(['exited']);
  expect(await invariants(stage)).toEqual([]);
});

it('writes no more to an address after a hard bounce, and asks a coordinator', async () => {
  const { stage } = here;
  const cohort = await aCohort(stage, one);
  stage.faults.recipient(addressOf('senior1'), 'bounce');
  await cohort.launch();
  await live(cohort, stage, 10);
  expect(subjects(cohort, 'senior1')).toHaveLength(1);
  expect(await person('senior1')).toMatchObject({ mail: 'bounced' });
  const tasks = ofKind(await everything(stage), 'task#');
  expect(tasks.map(({ kind }) => kind)).toEqual(['mail-bounced']);
  const called = cohort.town
    .letters('petra.lenz@nordwerk.example')
    .filter(({ subject }) => /task is waiting|Aufgabe wartet/.test(subject));
  expect(called).toHaveLength(1);
  expect(called[0]?.text).toMatch(/Mail does not arrive|E-Mails kommen nicht an/);
  expect(await invariants(stage)).toEqual([]);
});

it('cancels what is open at the end, thanks those who took part, and writes nothing afterwards', async () => {
  const { stage } = here;
  const cohort = await aCohort(stage, { ...one, characters: { junior1: { answers: 0, answersReminder: 0 } } });
  await playFrom(cohort, stage);
  const count = stage.mail().length;
  await live(cohort, stage, 60);
  expect(stage.mail()).toHaveLength(count);
  const open = ofKind(await everything(stage), 'check-in#').filter(
    ({ state }) => state === 'planned' || state === 'asked',
  );
  expect(open).toEqual([]);
  expect(subjects(cohort, 'junior1').at(-1)).toMatch(/zu Ende/);
});
