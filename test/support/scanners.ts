import { chromium, type Page as Tab } from 'playwright-core';
import type { PageRequest } from '../../infra/local/http/gateway-event.ts';
import { startSite } from '../../infra/local/http/site.ts';
import { entriesOf, type Form } from '../../infra/local/rehearse/form.ts';
import type { Letter } from '../../infra/local/rehearse/mail.ts';
import { type Page, readPage } from '../../infra/local/rehearse/page.ts';
import type { Stage } from '../../infra/local/stage.ts';
import { chromiumFlags, chromiumPath } from './chromium.ts';
import { freePort } from './free-port.ts';

type Ask = (url: string, init?: RequestInit) => Promise<Response>;

/**
 * What stands between a company and its people's inboxes. All of it happens in the moment of delivery: the stage's clock
 * stands still.
 */
type Scanner = (ask: Ask, links: readonly string[]) => Promise<void>;

/** What one scanner did. */
export interface Scan {
  readonly scanner: string;
  readonly links: number;
  readonly requests: number;
  readonly seconds: number;
}

/** Every address of a letter, the one behind “unsubscribe” included. */
export function addressesIn(letters: readonly Letter[]): string[] {
  const found = letters.flatMap(({ links, header }) => [
    ...links.map(({ href }) => href),
    ...(/<(https?:[^>]+)>/.exec(header('list-unsubscribe') ?? '')?.slice(1) ?? []),
  ]);
  return [...new Set(found.filter((href) => href.startsWith('http')))];
}

/** Several at once: the stage answers one of them while the others read what they got. */
async function share<T, Hand>(
  all: readonly T[],
  hands: readonly Hand[],
  visit: (one: T, hand: Hand) => Promise<void>,
): Promise<void> {
  const rest = all.values();
  const work = async (hand: Hand) => {
    for (const one of rest) await visit(one, hand);
  };
  await Promise.all(hands.map(work));
}
const hands = [1, 2, 3, 4];

async function open(ask: Ask, url: string, init: RequestInit = {}): Promise<Page> {
  const response = await ask(url, { redirect: 'manual', ...init });
  return readPage(url, response.status, response.headers, await response.text());
}

/** The pages of our own that the links lead to, and those that these lead to. None is kept: hundreds would fill the memory. */
async function crawl(
  ask: Ask,
  links: readonly string[],
  visit: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const seen = new Set<string>();
  const origins = new Set(links.map((link) => new URL(link).origin));
  let next = [...links];
  for (let depth = 0; depth < 2; depth++) {
    const further = new Set<string>();
    for (const url of next) seen.add(url);
    await share(next, hands, async (url) => {
      const page = await open(ask, url);
      for (const { href } of page.links) further.add(href);
      await visit(page);
    });
    next = [...further].filter((href) => !seen.has(href) && origins.has(new URL(href).origin));
  }
}

const opens: Scanner = (ask, links) => share(links, hands, async (link) => void (await open(ask, link)));
const looks: Scanner = (ask, links) =>
  share(links, hands, async (link) => void (await open(ask, link, { method: 'HEAD' })));
const follows: Scanner = (ask, links) => crawl(ask, links);

/** Chooses whatever is not chosen, and presses every button, also on the page that follows. */
const fills: Scanner = (ask, links) => {
  const press = async (form: Form, deep: boolean): Promise<void> => {
    for (const button of [...form.buttons, ...form.hiddenButtons]) {
      const body = new URLSearchParams(entriesOf(chosen(form), button).map(([name, value]) => [name, String(value)]));
      const page = await open(ask, form.action, { method: 'POST', body });
      if (deep) for (const further of page.forms) await press(further, false);
    }
  };
  return crawl(ask, links, async ({ forms }) => {
    for (const form of forms) await press(form, true);
  });
};

function chosen(form: Form): Form {
  const names = new Set(form.fields.filter(({ type }) => type === 'radio').map(({ name }) => name));
  for (const name of names) if (form.value(name) === undefined) form.fill({ [name]: form.choices(name)[0] ?? '' });
  return form;
}

/** A browser in a sandbox: it opens each link, lets scripts run, its own among them, and clicks whatever can be clicked. */
async function detonate(tab: Tab, link: string): Promise<void> {
  await tab.goto(link);
  const buttons = await tab.locator('button').count();
  for (let place = 0; place < buttons; place++) {
    if (place > 0) await tab.goto(link);
    await Promise.all([
      tab.waitForEvent('framenavigated'),
      tab.evaluate((at) => {
        const button = document.querySelectorAll('button')[at];
        // A machine does not mind what is missing.
        if (button?.form) button.form.noValidate = true;
        button?.click();
      }, place),
    ]);
    await tab.waitForLoadState('load');
  }
}

/** The browser asks at a port, as browsers do: it keeps what it may keep, and sends every header of its own. */
const detonates: Scanner = async (ask, links) => {
  const port = await freePort();
  const page = ({ method, path, headers, body }: PageRequest) =>
    ask(new URL(path, links[0]).href, { method, headers, body: Uint8Array.from(body) });
  const site = await startSite({ port, page, control: page, settle: undefined });
  const nowhereElse = `--host-resolver-rules=MAP * 127.0.0.1:${port}`;
  const browser = await chromium.launch({ executablePath: chromiumPath, args: [...chromiumFlags, nowhereElse] });
  try {
    const context = await browser.newContext({ viewport: { width: 320, height: 480 } });
    context.setDefaultTimeout(120_000);
    const tabs = await Promise.all(Array.from({ length: 3 }, () => context.newPage()));
    await share(links, tabs, (link, tab) => detonate(tab, link));
  } finally {
    await browser.close();
    await site.close();
  }
};

/** Lets a scanner loose, and makes sure that it was everywhere, and found every link alive and nothing broken. */
async function scan(stage: Stage, scanner: string, visit: Scanner, links: readonly string[]): Promise<Scan> {
  const began = performance.now();
  /** By path, what its first request was answered: by GET or HEAD, for no scanner begins by pressing. */
  const asked = new Map<string, number>();
  const broken = new Set<string>();
  let requests = 0;
  const pathOf = (url: string) => new URL(url).pathname + new URL(url).search;
  await visit(async (url, init) => {
    requests++;
    const response = await stage.fetch(url, init);
    if (!asked.has(pathOf(url))) asked.set(pathOf(url), response.status);
    if (response.status >= 500) broken.add(`${new URL(url).pathname.split('/')[1]} answered ${response.status}`);
    return response;
  }, links);
  const missed = links.filter((link) => !asked.has(pathOf(link))).length;
  if (missed > 0) broken.add(`${scanner} left out ${missed} of ${links.length} links`);
  const dead = links.filter((link) => asked.get(pathOf(link)) !== 200).length - missed;
  if (dead > 0) broken.add(`${scanner} found ${dead} of ${links.length} links dead`);
  if (broken.size > 0) throw new Error([...broken].join('; '));
  return { scanner, links: links.length, requests, seconds: (performance.now() - began) / 1000 };
}

/** All scanners go over the letters; the real browser, which is slow, over as many as is said. */
export async function storm(
  stage: Stage,
  letters: readonly Letter[],
  inBrowser: number,
  tell: (scan: Scan) => void = () => undefined,
): Promise<void> {
  const links = addressesIn(letters);
  const scanners = { GET: opens, HEAD: looks, 'all links': follows, 'form filler': fills };
  for (const [name, scanner] of Object.entries(scanners)) tell(await scan(stage, name, scanner, links));
  if (inBrowser > 0) tell(await scan(stage, 'Chromium', detonates, addressesIn(letters.slice(0, inBrowser))));
}
