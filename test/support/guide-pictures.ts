import { mkdirSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Room } from './browser.ts';

const folder = new URL('../../docs/pictures/hr-guide/', import.meta.url);
const files = new URL('../../docs/hr-guide/', import.meta.url);
const width = 960;

/** The workbook that HR uploads becomes the one that a reader of the guide can upload. */
export function workbookForReaders(name: string, bytes: Uint8Array): void {
  if (process.env.PICTURES !== '1') return;
  mkdirSync(files, { recursive: true });
  writeFileSync(new URL(name, files), bytes);
}

/**
 * `npm run pictures`: what HR sees at this moment becomes a picture of the guide, once in German and once in English.
 * Otherwise nothing happens, and the story goes on.
 */
export async function picture(room: Room, page: Page, name: string, { height = 900 } = {}): Promise<void> {
  if (process.env.PICTURES !== '1') return;
  const storageState = await page.context().storageState();
  for (const [language, locale] of [
    ['de', 'de-DE'],
    ['en', 'en-GB'],
  ] as const) {
    const twin = await room.visitor({ storageState, locale, viewport: { width, height } });
    await twin.goto(page.url());
    await twin.waitForLoadState('networkidle');
    const full = await twin.evaluate(() => document.documentElement.scrollHeight);
    mkdirSync(new URL(`${language}/`, folder), { recursive: true });
    const bytes = await twin.screenshot({
      path: new URL(`${language}/${name}.png`, folder).pathname,
      clip: { x: 0, y: 0, width, height: Math.min(height, full) },
    });
    expect(bytes.length, `${language}/${name}.png`).toBeLessThan(150 * 1024);
    await twin.context().close();
  }
}
