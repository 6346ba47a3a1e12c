import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../support/at-desk.ts';
import { everybodyIsWelcome, noBrowser, useBrowser } from '../support/browser.ts';
import { type EveryPage, pages } from '../support/every-page.ts';
import { tabbed } from '../support/keyboard.ts';
import { type LivedIn, liveIn } from '../support/lived-in.ts';

const looks = [
  { language: 'de', width: 320, height: 640 },
  { language: 'en', width: 1200, height: 900 },
] as const;
/** Where the pictures go, in both languages at every width, to be looked at: no test compares them. */
const { PICTURES_TO } = process.env;
const pictured = [320, 960, 1280];
/** Longer than a program takes to fill in a form. */
const reading = 20_000;

describe.skipIf(noBrowser)('every page', () => {
  const room = useBrowser();
  let there: LivedIn;
  beforeAll(async () => {
    there = await liveIn(room);
  });

  describe.each(looks)('in $language, $width pixels wide', ({ language, width, height }) => {
    const options = { locale: language === 'de' ? 'de-DE' : 'en-GB', viewport: { width, height } };
    let scripted: Page;
    let plain: Page;

    beforeAll(async () => {
      scripted = await room.visitor(options);
      plain = await room.visitor({ ...options, javaScriptEnabled: false });
    });

    it.each(pages.door)('$name, before anybody has signed in', (page) => welcomes(page));
    it.each(pages.participants)('$name', (page) => welcomes(page));

    it('lets HR in', async () => {
      // The desk writes to an address once in five minutes.
      await room.stage.advanceBy(6 * 60_000);
      const hr = await room.visitor();
      await signIn(room, hr);
      const cookies = await hr.context().cookies();
      for (const each of [scripted, plain]) {
        await each.context().clearCookies();
        await each.context().addCookies(cookies);
      }
    });

    it('keeps the names of a cohort’s pages in one row on half a screen', async () => {
      await scripted.goto(`${room.origin}${there.running}`);
      await scripted.setViewportSize({ width: 960, height });
      const tops = await scripted
        .locator('nav.tabs a')
        .evaluateAll((tabs) => tabs.map((tab) => tab.getBoundingClientRect().top));
      expect(new Set(tops).size).toBe(1);
      await scripted.setViewportSize({ width, height });
    });

    it.each(pages.desk)('$name', (page) => welcomes(page));

    async function welcomes(page: EveryPage): Promise<void> {
      const path = page.at(there, language);
      const opened = await scripted.goto(`${room.origin}${path}`);
      if (page.pressed) await press(page.pressed[language], page);
      else expect(opened?.status(), path).toBe(page.status ?? 200);
      await save(page.name);
      await everybodyIsWelcome(scripted);
      expect(await tabbed(scripted), `${path} by the keyboard`).toEqual([]);
      if (page.pressed) return;
      await plain.goto(`${room.origin}${path}`);
      expect(await plain.locator('main h1').first().isVisible(), `${path} without script`).toBe(true);
    }

    async function press(label: string, { status = 200, typed = {} }: EveryPage): Promise<void> {
      for (const [name, value] of Object.entries(typed)) await scripted.locator(`[name=${name}]`).fill(value);
      // What a browser asks for by itself must not hide what the page says.
      await scripted.evaluate(() => {
        for (const form of document.forms) form.noValidate = true;
      });
      await room.stage.advanceBy(reading);
      const answered = scripted.waitForResponse(
        (response) => response.request().isNavigationRequest() && response.status() !== 303,
      );
      await scripted.getByRole('button', { name: label, exact: true }).first().click();
      expect((await answered).status(), label).toBe(status);
      await scripted.waitForLoadState();
    }

    async function save(name: string): Promise<void> {
      if (!PICTURES_TO) return;
      for (const wide of pictured) {
        await scripted.setViewportSize({ width: wide, height });
        const bytes = await scripted.screenshot({ fullPage: true });
        writeFileSync(join(PICTURES_TO, `${name}-${language}-${wide}.png`), bytes);
      }
      await scripted.setViewportSize({ width, height });
    }
  });
});
