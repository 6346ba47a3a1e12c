import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { stages } from '../../infra/config.ts';
import { everyLetter } from '../../infra/letters/gallery.ts';
import { readHrFile } from '../../infra/local/rehearse/hr-file.ts';
import { rehearsal } from '../../infra/local/rehearse/rehearsal.ts';
import { makeTwoHundred, signIn } from '../support/at-desk.ts';
import { noBrowser, useBrowser } from '../support/browser.ts';

const cohort = new URL('../data/cohort.csv', import.meta.url);
const pictures = new URL('../../docs/pictures/', import.meta.url);
const day = 86_400_000;
const hr = stages.local.firstAdmin;
/** Her check-in is in the pictures; she reads English. */
const amara = 'amara.okafor@nordlicht.example';
const isAnswer = /\/answer\//;

/** `npm run pictures`: the README's pictures, from a cohort that lives on the stage for ten weeks. */
describe.skipIf(noBrowser || process.env.PICTURES !== '1')('the pictures of the README', () => {
  const room = useBrowser();

  it('shows the desk, a check-in letter and its answer page', { timeout: 300_000 }, async () => {
    const { stage, origin } = room;
    const file = readHrFile(basename(cohort.pathname), readFileSync(cohort));
    const {
      launch,
      pairUp,
      cohort: made,
      town,
    } = rehearsal({
      stage,
      origin,
      hrAddress: hr,
      file,
      seed: 'pictures',
      plan: { name: 'Spring 2026' },
      characters: { [amara]: { confirms: 'yes', answers: 0, answersReminder: 0 } },
    });
    const live = (days: number) => {
      const until = stage.now() + days * day;
      town.begin(() => Promise.resolve(), until);
      return town.live(() => stage.now() >= until);
    };
    await launch();
    await live(14);
    await pairUp();
    await live(75);

    const asked = town.letters(amara).filter(({ links }) => links.some(({ href }) => isAnswer.test(href)));
    const letter = asked.findLast(({ subject }) => /how is it going/.test(subject));
    const reader = await room.visitor({ viewport: { width: 700, height: 900 }, deviceScaleFactor: 1.5 });
    await reader.setContent(letter?.html ?? '');
    await save(reader, 'check-in-letter', reader.getByText('Questions? Want to talk?'));

    const [yes] = letter?.links.filter(({ href }) => isAnswer.test(href)) ?? [];
    const phone = await room.visitor({ viewport: { width: 390, height: 1200 }, deviceScaleFactor: 2 });
    await phone.goto(yes?.href ?? '');
    await save(phone, 'answer-page', phone.locator('form > fieldset').nth(1).locator('.tiles'));

    const desk = await room.visitor({ viewport: { width: 1320, height: 1200 }, deviceScaleFactor: 1.25 });
    await signIn(room, desk);
    await desk.goto(`${origin}${made().path}/pairs`);
    await save(desk, 'desk', desk.getByRole('row').nth(8));
  });

  it('shows the review of two hundred people', { timeout: 120_000 }, async () => {
    const desk = await room.visitor({ viewport: { width: 1320, height: 1200 }, deviceScaleFactor: 1.25 });
    // The desk writes to an address once in five minutes.
    await room.stage.advanceBy(6 * 60_000);
    await signIn(room, desk);
    const home = await makeTwoHundred(room, desk);
    await desk.goto(`${room.origin}${home}/runs`);
    await desk.getByRole('button', { name: 'Compute a pairing' }).click();
    await desk.waitForURL(/\/runs\/run_/);
    await room.stage.settle();
    await desk.goto(`${desk.url()}?sort=weakest`);
    await desk.locator('table.pairs summary').first().click();
    await save(desk, 'review', desk.locator('table.pairs tbody').nth(4));
  });

  it.each([
    { picture: 'invitation-letter', kind: 'confirm', colorScheme: 'light', width: 640 },
    { picture: 'suggestion-letter', kind: 'consent-junior', colorScheme: 'dark', width: 640 },
    { picture: 'introduction-letter', kind: 'introduction', colorScheme: 'light', width: 390 },
  ] as const)('shows the letter $kind', async ({ picture, kind, colorScheme, width }) => {
    const letter = everyLetter(null).find((each) => each.kind === kind && each.form === 'en');
    const reader = await room.visitor({ viewport: { width, height: 900 }, deviceScaleFactor: 1.5, colorScheme });
    await reader.setContent(letter?.html ?? '');
    await save(reader, picture, reader.getByText('Questions? Want to talk?'));
  });

  /** From the top of the page to just above something, so that nothing is cut in two. */
  async function save(page: Page, name: string, above: Locator): Promise<void> {
    const width = page.viewportSize()?.width ?? 0;
    const end = await above.boundingBox();
    const bytes = await page.screenshot({
      path: new URL(`${name}.png`, pictures).pathname,
      clip: { x: 0, y: 0, width, height: Math.floor(end?.y ?? 0) - 1 },
      fullPage: true,
    });
    expect(bytes.length, `${name}.png`).toBeLessThan(300 * 1024);
  }
});
