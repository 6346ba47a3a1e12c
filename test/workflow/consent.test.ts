import { expect, it } from 'vitest';
import type { Page } from '../../infra/local/rehearse/page.ts';
import type { Rehearsal } from '../../infra/local/rehearse/rehearsal.ts';
import { everything, type Item, ofKind } from '../../infra/local/rehearse/table.ts';
import { invariants } from '../support/invariants.ts';
import { aCohort, live, useStage } from '../support/stage.ts';

const here = useStage();
const isQuestion = /\/consent\//;

type Answer = 'yes' | 'no';
interface Two {
  readonly pairId: unknown;
  readonly junior: string;
  readonly senior: string;
}

const items = (prefix: string) => everything(here.stage).then((all) => ofKind(all, prefix));
const stateOf = async ({ pairId }: Two) => (await items('pair#')).find((each) => each.pairId === pairId)?.state;
const questionsTo = ({ town }: Rehearsal, who: string) =>
  town.letters(who).filter(({ links }) => links.some(({ href }) => isQuestion.test(href)));

/** HR has approved on Thursday, 15 January; nobody answers by themself. */
async function proposed(count: number) {
  const { stage } = here;
  const people = Array.from({ length: count }, (_, place) => place + 1);
  const silent = people.flatMap((number) => [`junior${number}`, `senior${number}`]);
  const cohort = await aCohort(stage, {
    juniors: count,
    seniors: count,
    characters: Object.fromEntries(silent.map((who) => [who, { consents: 'never', logs: 0 }])),
  });
  await cohort.launch();
  await live(cohort, stage, 3);
  await cohort.pairUp();
  await live(cohort, stage, 0.1);
  const addresses = new Map((await items('participant#')).map(({ personId, address }) => [personId, String(address)]));
  const pairs = (await items('pair#')).map(({ pairId, junior, senior }): Two => {
    return { pairId, junior: addresses.get(junior) ?? '', senior: addresses.get(senior) ?? '' };
  });
  return { cohort, pairs };
}

/** Opens the link of the last letter that asks, reads, and presses Save. */
async function says(cohort: Rehearsal, who: string, answer: Answer, presses = 1): Promise<Page> {
  const { town } = cohort;
  const letter = questionsTo(cohort, who).at(-1);
  const link = letter?.links.find(({ href }) => href.endsWith(`answer=${answer}`));
  if (!link) throw new Error(`${who} was never asked`);
  const pages: Page[] = [];
  town.begin(async () => {
    const browser = town.browser();
    let page = await browser.open(link.href);
    const form = page.forms.length > 0 ? page.form() : undefined;
    await town.pause(30);
    for (let press = 0; form && press < presses; press++) page = await browser.press(form);
    pages.push(page);
  });
  await live(cohort, here.stage, 0.01);
  const [page] = pages;
  if (!page) throw new Error('the page never came');
  return page;
}

const until = (cohort: Rehearsal, at: string) =>
  live(cohort, here.stage, (Date.parse(at) - here.stage.now()) / 86_400_000);

it('asks the junior, then the senior, and settles all of a run together', { timeout: 120_000 }, async () => {
  const { cohort, pairs } = await proposed(4);
  const [willing, torn, hesitant, silent] = pairs;
  if (!willing || !torn || !hesitant || !silent) throw new Error('four pairs were to be proposed');
  const run = async (): Promise<Item> => (await items('run#'))[0] ?? { pk: '', sk: '' };
  const said = async (pair: Two, ...answers: ['junior' | 'senior', Answer][]) => {
    for (const [role, answer] of answers) expect((await says(cohort, pair[role], answer)).status).toBe(200);
  };

  for (const { junior, senior } of pairs) {
    expect(questionsTo(cohort, junior)).toHaveLength(1);
    expect(questionsTo(cohort, senior)).toEqual([]);
  }

  // Pressed three times, it is one yes: one letter to the senior, one pair.
  expect((await says(cohort, willing.junior, 'yes', 3)).status).toBe(200);
  expect(await stateOf(willing)).toBe('accepted-by-junior');
  expect(questionsTo(cohort, willing.senior)).toHaveLength(1);
  const glad = await says(cohort, willing.senior, 'yes', 3);
  expect(glad.status).toBe(200);
  expect(await stateOf(willing)).toBe('formed');
  expect(await says(cohort, willing.senior, 'no')).toMatchObject({ status: 200, html: glad.html });

  // A no after the yes: the senior is not told, and thanked as if nothing had happened.
  await said(torn, ['junior', 'yes'], ['junior', 'no']);
  const thanks = await says(cohort, torn.senior, 'yes');
  expect(thanks).toMatchObject({ status: 200 });
  expect(await says(cohort, torn.senior, 'no')).toMatchObject({ status: 200, html: thanks.html });
  expect(await stateOf(torn)).toBe('accepted-by-junior');

  // A yes after the no counts as well, on both sides; nobody is asked twice.
  await said(hesitant, ['junior', 'no'], ['junior', 'yes'], ['senior', 'no'], ['senior', 'yes']);
  expect(await stateOf(hesitant)).toBe('formed');
  expect(questionsTo(cohort, hesitant.senior)).toHaveLength(1);

  // Three working days later, in the morning, and only whoever has said nothing.
  await until(cohort, '2026-01-20T07:50:00.000Z');
  expect(questionsTo(cohort, silent.junior)).toHaveLength(1);
  await until(cohort, '2026-01-20T08:10:00.000Z');
  expect(questionsTo(cohort, silent.junior)).toHaveLength(2);
  for (const who of [willing.junior, torn.junior, torn.senior, silent.senior]) {
    expect(questionsTo(cohort, who).length).toBeLessThan(2);
  }

  // Seven working days after it was asked the question is closed, kindly, and the same for everybody.
  await until(cohort, '2026-01-26T08:01:00.000Z');
  const late = await says(cohort, silent.junior, 'yes');
  const after = await says(cohort, willing.junior, 'yes');
  expect([late.status, after.status]).toEqual([410, 410]);
  expect(late.text).toMatch(/Diese Frage ist abgeschlossen|This question is closed/);
  expect(await stateOf(silent)).toBe('proposed');

  // The run is settled on its fourteenth working day: what came to nothing before it must not be told by an early one.
  await until(cohort, '2026-02-04T07:30:00.000Z');
  expect((await run()).settledAt).toBeUndefined();
  expect(await stateOf(torn)).toBe('accepted-by-junior');
  await until(cohort, '2026-02-04T08:30:00.000Z');
  expect(await run()).toMatchObject({ consentDueAt: '2026-02-04T08:00:00.000Z', settledAt: expect.any(String) });
  expect(await Promise.all(pairs.map(stateOf))).toEqual(['formed', 'not-formed', 'formed', 'not-formed']);
  expect((await items('cohort#')).map(({ state }) => state)).toEqual(['active']);

  // Whoever is left has one letter, whatever the reason, and priority.
  const waitlisted = (await items('letter#')).filter(({ kind }) => kind === 'waitlist');
  expect(waitlisted).toHaveLength(4);
  const left = (await everything(here.stage)).filter(({ pk, sk }) => pk.startsWith('person#') && sk === 'person');
  expect(left.filter(({ leftOutIn }) => Array.isArray(leftOutIn) && leftOutIn.length === 1)).toHaveLength(4);
  expect(await invariants(here.stage)).toEqual([]);
});
