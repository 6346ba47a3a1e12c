import type { Random } from '../../infra/local/clock/random.ts';
import { type Hr, hr } from '../../infra/local/rehearse/hr.ts';
import type { Letter } from '../../infra/local/rehearse/mail.ts';
import type { Page } from '../../infra/local/rehearse/page.ts';
import type { Street } from '../../infra/local/rehearse/town.ts';
import type { Everybody } from './people.ts';

export interface RoadNeeds {
  readonly town: Street;
  readonly origin: string;
  /** Who may open the desk. */
  readonly admin: string;
  /** A link of `npm run desk-link`, where no letter can come to the admin. */
  readonly deskLink?: string | undefined;
  readonly people: Everybody;
  /** Name of the cohort. */
  readonly name: string;
  readonly random: Random;
  /** Seconds to wait for each thing that is on its way. */
  readonly patience: number;
  /** Says to the stage what the timer of this run would say the next morning. Without it, the road ends at the pair. */
  readonly morning?: ((runPath: string) => Promise<void>) | undefined;
  /** Goes on with a cohort of before, whose pair was formed yesterday. */
  readonly goOn?: boolean;
  /** Called when a step of the road is done. */
  onStep(step: string): void;
}

/** Somewhere the road ended before its end. */
export class RoadBlocked extends Error {
  override readonly name = 'RoadBlocked';
}

/** People read before they press: what comes within two seconds is taken for a machine's. */
const reading = 4;
/** Seconds between two looks. */
const look = 2;

/**
 * The road of a cohort as its people see it, from the sign-in to an answer on the desk: pages and letters only, no clock
 * that could be moved. It ends the cohort, so that nothing of it goes on. Answers whether it came to the end: HR sees
 * pairs, and may ask them, only from the next morning on.
 */
export async function walk(needs: RoadNeeds): Promise<boolean> {
  const { town, origin, admin, people, name, patience, morning, onStep } = needs;
  const office = hr({ town, origin, address: admin, random: needs.random, hurried: true, patience });

  async function until<T>(what: string, seen: () => Promise<T | undefined> | T | undefined): Promise<T> {
    for (let waited = 0; waited < patience; waited += look) {
      const found = await seen();
      if (found !== undefined) return found;
      await town.pause(look);
    }
    throw new RoadBlocked(`waited ${patience} seconds in vain for ${what}`);
  }
  const letterWith = (address: string, path: RegExp): Letter | undefined =>
    town.letters(address).find(({ links }) => links.some(({ href }) => path.test(href)));

  /** Somebody's own browser opens the link, and they press the page's button. */
  async function press(what: string, link: string, fill: Record<string, string> = {}): Promise<Page> {
    const browser = town.browser('en');
    const page = good(await browser.open(link), what);
    await town.pause(reading);
    const form = page.form();
    const offered = Object.fromEntries(Object.entries(fill).filter(([field]) => form.has(field)));
    return good(await browser.press(form.fill(offered)), what);
  }

  const offers = (page: Page, action: RegExp) =>
    page.forms.some((form) => action.test(new URL(form.action).pathname)) || undefined;
  const introduced = (one: string, other: string) =>
    town.letters(one).some(({ text, html }) => text.includes(other) || html.includes(other));

  await signIn(office, needs);
  onStep(`signed in at the desk as ${admin}`);

  const path = needs.goOn ? await cohortOf() : await upToThePair();
  if (path === undefined) return false;
  const overview = async () => good(await office.open(path), 'the cohort');
  await until('HR to see the pair', async () => offers(await overview(), /\/round$/));
  await office.askNow(path);
  const question = await until(`the check-in to ${people.junior}`, () => letterWith(people.junior, /\/answer\//));
  await press('the answer', question.link(/\/answer\//), { P7: 'no' });
  await until(`the check-in to ${people.senior}`, () => letterWith(people.senior, /\/answer\//));
  onStep('asked now: the letter came, and was answered');

  await until('the answer to be on the desk', async () => {
    const { text } = good(await office.open(`${path}/pairs`), 'the pairs');
    return /^met/m.test(text) || undefined;
  });
  onStep('the desk shows the answer');

  const before = town.letters(people.senior).length;
  const closing = good(await office.open(`${path}/end`), 'the end of the cohort');
  good(await office.send(closing.form('typed').fill({ typed: name })), 'the end of the cohort');
  await until('the goodbye', () => town.letters(people.senior).length > before || undefined);
  onStep('ended the cohort: nothing of it goes on');
  return true;

  /** The cohort of an earlier run, by its name on the desk. */
  async function cohortOf(): Promise<string> {
    const page = good(await office.open('/desk'), 'the desk');
    const link = page.links.find(({ label, href }) => label.startsWith(name) && /\/desk\/cohorts\//.test(href));
    if (!link) throw new RoadBlocked(`the desk has no cohort “${name}”`);
    return new URL(link.href).pathname;
  }

  async function upToThePair(): Promise<string | undefined> {
    const { path } = await office.makeCohort({
      name,
      topics: people.file.topics,
      coordinators: [people.coordinator],
      independentContacts: [people.independent],
    });
    await office.upload(path, people.file);
    onStep(`made the cohort “${name}” and uploaded ${people.file.name}`);

    await office.launch(path, name);
    for (const address of [people.junior, people.senior]) {
      const letter = await until(`the invitation to ${address}`, () => letterWith(address, /\/confirm\//));
      await press('the yes to the invitation', letter.link(/\/confirm\//));
    }
    onStep('launched: both invitations came, both people said yes');

    const overview = async () => good(await office.open(path), 'the cohort');
    await until('a pairing to be possible', async () => offers(await overview(), /\/runs$/));
    const proposal = await office.pairUp(path);
    onStep('computed a pairing and approved it');

    for (const address of [people.junior, people.senior]) {
      const letter = await until(`the question about the pair to ${address}`, () => letterWith(address, /\/consent\//));
      await press('the yes to the pair', letter.link(/\/consent\//));
    }
    await until('both to be introduced to each other', () => introduced(people.junior, people.senior) || undefined);
    onStep('both said yes to their pair, and were introduced to each other');
    if (!morning) return undefined;
    await morning(proposal.url);
    onStep('said to the stage that it is the next morning');
    return path;
  }
}

async function signIn(office: Hr, { deskLink }: RoadNeeds): Promise<void> {
  if (deskLink === undefined) return void (await office.signIn());
  const page = good(await office.open(deskLink), 'the link to the desk');
  good(await office.send(page.form()), 'the sign-in');
}

function good(page: Page, what: string): Page {
  if (page.status < 400) return page;
  throw new RoadBlocked(`${what}: the page answers ${page.status}: ${page.text.slice(0, 200)}`);
}
