import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { entriesOf, type Form } from '../../infra/local/rehearse/form.ts';
import type { Letter } from '../../infra/local/rehearse/mail.ts';
import { type Page, readPage } from '../../infra/local/rehearse/page.ts';
import type { Stage } from '../../infra/local/stage.ts';
import { chromiumFlags, chromiumPath } from './chromium.ts';

/**
 * What stands between a company and its people's inboxes. All of it happens in the moment of delivery: the stage's clock
 * stands still.
 */
type Scanner = (stage: Stage, links: readonly string[]) => Promise<void>;

/** Every address of a letter, the one behind “unsubscribe” included. */
export function addressesIn(letters: readonly Letter[]): string[] {
  const found = letters.flatMap(({ links, header }) => [
    ...links.map(({ href }) => href),
    ...(/<(https?:[^>]+)>/.exec(header('list-unsubscribe') ?? '')?.slice(1) ?? []),
  ]);
  return [...new Set(found.filter((href) => href.startsWith('http')))];
}

async function open(stage: Stage, url: string, init: RequestInit = {}): Promise<Page> {
  const response = await stage.fetch(url, { redirect: 'manual', ...init });
  if (response.status >= 500) throw new Error(`${new URL(url).pathname.split('/')[1]} answered ${response.status}`);
  return readPage(url, response.status, response.headers, await response.text());
}

/** The pages of our own that the links lead to, and those that these lead to. */
async function crawl(stage: Stage, links: readonly string[]): Promise<Page[]> {
  const pages = new Map<string, Page>();
  const origins = new Set(links.map((link) => new URL(link).origin));
  let next = [...links];
  for (let depth = 0; depth < 2; depth++) {
    for (const url of next) pages.set(url, await open(stage, url));
    const further = [...pages.values()].flatMap((page) => page.links.map(({ href }) => href));
    next = [...new Set(further)].filter((href) => !pages.has(href) && origins.has(new URL(href).origin));
  }
  return [...pages.values()];
}

const opens: Scanner = async (stage, links) => {
  for (const link of links) await open(stage, link);
};
const looks: Scanner = async (stage, links) => {
  for (const link of links) await open(stage, link, { method: 'HEAD' });
};
const follows: Scanner = async (stage, links) => {
  await crawl(stage, links);
};

/** Chooses whatever is not chosen, and presses every button, also on the page that follows. */
const fills: Scanner = async (stage, links) => {
  const press = async (form: Form, deep: boolean): Promise<void> => {
    for (const button of [...form.buttons, ...form.hiddenButtons]) {
      const body = new URLSearchParams(entriesOf(chosen(form), button).map(([name, value]) => [name, String(value)]));
      const page = await open(stage, form.action, { method: 'POST', body });
      if (deep) for (const further of page.forms) await press(further, false);
    }
  };
  for (const page of await crawl(stage, links)) for (const form of page.forms) await press(form, true);
};

function chosen(form: Form): Form {
  const names = new Set(form.fields.filter(({ type }) => type === 'radio').map(({ name }) => name));
  for (const name of names) if (form.value(name) === undefined) form.fill({ [name]: form.choices(name)[0] ?? '' });
  return form;
}

/** A browser in a sandbox: it opens each link, lets scripts run, its own among them, and clicks whatever can be clicked. */
const detonates =
  (context: BrowserContext): Scanner =>
  async (_stage, links) => {
    const page = await context.newPage();
    for (const link of links) {
      await page.goto(link);
      const buttons = await page.locator('button').count();
      for (let place = 0; place < buttons; place++) {
        await page.goto(link);
        await Promise.all([
          page.waitForEvent('framenavigated'),
          page.evaluate((at) => {
            const button = document.querySelectorAll('button')[at];
            // A machine does not mind what is missing.
            if (button?.form) button.form.noValidate = true;
            button?.click();
          }, place),
        ]);
        await page.waitForLoadState('load');
      }
    }
    await page.close();
  };

async function sandbox(browser: Browser, stage: Stage): Promise<BrowserContext> {
  const context = await browser.newContext();
  await context.route('**/*', async (route) => {
    const request = route.request();
    const response = await stage.fetch(request.url(), {
      method: request.method(),
      headers: await request.allHeaders(),
      redirect: 'manual',
      body: request.postData(),
    });
    const body = Buffer.from(await response.arrayBuffer());
    await route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body });
  });
  return context;
}

/** All scanners go over the letters; the real browser, which is slow, over as many as is said. */
export async function storm(stage: Stage, letters: readonly Letter[], inBrowser: number): Promise<void> {
  for (const scanner of [opens, looks, follows, fills]) await scanner(stage, addressesIn(letters));
  if (inBrowser === 0) return;
  const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
  try {
    await detonates(await sandbox(browser, stage))(stage, addressesIn(letters.slice(0, inBrowser)));
  } finally {
    await browser.close();
  }
}
