import { expect, it } from 'vitest';
import type { Letter } from '../../infra/local/rehearse/mail.ts';
import { everything, ofKind } from '../../infra/local/rehearse/table.ts';
import { noBrowser } from '../support/chromium.ts';
import { heavy } from '../support/heavy.ts';
import { invariants } from '../support/invariants.ts';
import { type Scan, storm } from '../support/scanners.ts';
import { aCohort, live, useStage } from '../support/stage.ts';

const here = useStage();
/** Three letters to each: does one take part, does one want the pair, have you met. */
const each = heavy ? 84 : 2;
const minute = 60_000;

const say = ({ scanner, links, requests, seconds }: Scan) =>
  `${scanner}: ${links} links, ${requests} requests, ${Math.round(seconds)} s`;
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** What each scanner did in all rounds. */
const inAll = (scans: readonly Scan[]): Scan[] =>
  [...Map.groupBy(scans, ({ scanner }) => scanner)].map(([scanner, own]) => ({
    scanner,
    links: sum(own.map(({ links }) => links)),
    requests: sum(own.map(({ requests }) => requests)),
    seconds: sum(own.map(({ seconds }) => seconds)),
  }));

/** Who does nothing by themselves: every answer below is given by hand, or by a machine. */
const silent = { confirms: 'never', consents: 'never', answers: 0, answersReminder: 0 } as const;
const everybody = Array.from({ length: each }, (_, place) => [`junior${place + 1}`, `senior${place + 1}`]).flat();

/** All that stands in the table, but for the notes that a machine was at work. */
async function standing(): Promise<Map<string, unknown>> {
  const items = (await everything(here.stage)).filter(
    ({ pk, sk }) => !sk.startsWith('audit#') && !pk.startsWith('posts#'),
  );
  const told = (key: string, value: unknown) => (key === 'suspectAt' || key === 'version' ? undefined : value);
  return new Map(items.map((item) => [`${item.pk}/${item.sk}`, JSON.parse(JSON.stringify(item, told))]));
}

/** People read for half a minute and press Save. */
async function answer(hrefs: readonly string[], visit: (url: string) => Promise<() => Promise<number>>): Promise<void> {
  await here.stage.advanceBy(minute);
  const saves = [];
  for (const href of hrefs) saves.push(await visit(href));
  await here.stage.advanceBy(minute / 2);
  for (const save of saves) expect(await save()).toBe(200);
  await here.stage.settle();
}

const linksTo = (letters: readonly Letter[], path: RegExp) =>
  letters.flatMap(({ links }) => links.find(({ href }) => path.test(href))?.href ?? []);

it('counts nothing that scanners do to confirm, consent and answer links, and then what people say', async () => {
  const { stage } = here;
  const cohort = await aCohort(stage, {
    juniors: each,
    seniors: each,
    characters: Object.fromEntries(everybody.map((who) => [who, silent])),
  });
  const { town } = cohort;
  const visit = async (url: string) => {
    const browser = town.browser();
    const form = (await browser.open(url)).form();
    return async () => (await browser.press(form)).status;
  };
  let stormed = 0;
  const scans: Scan[] = [];
  const tellOf = (letters: number) => (scan: Scan) => {
    scans.push(scan);
    if (heavy) console.log(`letters ${stormed + 1} to ${stormed + letters}: ${say(scan)}`);
  };
  const seen = new Set<string>();
  /** The letters that have come since, of those that ask something: first the machines, then the people. */
  const round = async (path: RegExp, count: number) => {
    const fresh = town
      .letters()
      .filter(({ messageId, links }) => !seen.has(messageId) && links.some(({ href }) => path.test(href)));
    for (const { messageId } of fresh) seen.add(messageId);
    expect(fresh).toHaveLength(count);
    const before = await standing();
    // The real browser is slow: in the small version it opens two letters.
    await storm(stage, fresh, noBrowser ? 0 : heavy ? fresh.length : stormed === 0 ? 2 : 0, tellOf(fresh.length));
    await stage.settle();
    expect(await standing()).toEqual(before);
    stormed += fresh.length;
    await answer(linksTo(fresh, path), visit);
  };
  const states = async (kind: string) => ofKind(await everything(stage), kind).map(({ state }) => state);

  await cohort.launch();
  await live(cohort, stage, 0.2);
  await round(/\/confirm\/.*answer=yes/, 2 * each);
  expect(new Set(await states('participant#'))).toEqual(new Set(['confirmed']));

  await cohort.pairUp();
  await live(cohort, stage, 0.2);
  await round(/\/consent\/.*answer=yes/, each);
  await live(cohort, stage, 0.2);
  await round(/\/consent\/.*answer=yes/, each);
  expect(await states('pair#')).toEqual(Array(each).fill('formed'));

  // The next morning HR sees what came of it.
  await live(cohort, stage, 1.2);
  await cohort.askNow();
  await live(cohort, stage, 1);
  await round(/\/answer\/.*p1=yes/, 2 * each);
  expect((await states('check-in#')).filter((state) => state === 'answered')).toHaveLength(2 * each);
  expect(stormed).toBe(6 * each);
  expect(await invariants(stage)).toEqual([]);
  if (heavy) console.log([`${stormed} letters, ${6 * each} answers of people`, ...inAll(scans).map(say)].join('\n'));
});
