import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { type Letter, readMail } from '../../infra/local/rehearse/mail.ts';
import { type Stage, startStage } from '../../infra/local/stage.ts';
import { synth } from '../../infra/synth.ts';
import { chromiumFlags, chromiumPath, noBrowser } from './chromium.ts';
import { freePort } from './free-port.ts';
import { submitsByEnter } from './keyboard.ts';

export { noBrowser };

export interface Room {
  readonly stage: Stage;
  readonly origin: string;
  /** A person's own browser: cookies, language and size of their own. */
  visitor(options?: BrowserContextOptions): Promise<Page>;
  /** The newest letter to an address that has such a link. */
  letter(to: string, link: RegExp): Promise<Letter>;
}

/** A stage with a port and a browser for the tests of a file. The stage's clock stands still until it is moved. */
export function useBrowser(): Room {
  let stage: Stage;
  let browser: Browser;
  let origin: string;
  let directory: string;
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'reverse-mentoring-browser-'));
    const port = await freePort();
    origin = `http://localhost:${port}`;
    // The bundles are fresh; only the origin of the links is another.
    const options = { build: false, check: false, changes: { web: { origin } } };
    const starting = chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
    stage = await startStage({
      assembly: await synth('local', directory, options),
      mode: 'stepped',
      seed: 'browser',
      port,
    });
    browser = await starting;
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.close();
    rmSync(directory, { recursive: true, force: true });
  });
  return {
    get stage() {
      return stage;
    },
    get origin() {
      return origin;
    },
    async visitor(options = {}) {
      const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', ...options });
      context.setDefaultTimeout(15_000);
      return context.newPage();
    },
    async letter(to, link) {
      const letters = await Promise.all(stage.mail().map(readMail));
      const found = letters.findLast((one) => one.to === to && one.links.some(({ href }) => link.test(href)));
      if (!found) throw new Error(`no letter to ${to} has a link like ${link}`);
      return found;
    },
  };
}

/** What every page owes to everybody: no serious barrier, forms that Enter sends, and nothing that sticks out to the right, on a phone either. */
export async function welcomesEverybody(page: Page): Promise<void> {
  await everybodyIsWelcome(page);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  await fits(page);
  if (size) await page.setViewportSize(size);
}

/** The same, as wide as the page is. */
export async function everybodyIsWelcome(page: Page): Promise<void> {
  // Without frames there is nothing to gather in a page of its own.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  expect(serious, page.url()).toEqual([]);
  expect(await submitsByEnter(page), `${page.url()} by Enter`).toEqual([]);
  await fits(page);
}

export async function fits(page: Page): Promise<void> {
  const overhang = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overhang, `${page.url()} is wider than the screen`).toBe(0);
}
