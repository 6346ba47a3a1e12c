import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { makeTwoHundred, signIn } from '../support/at-desk.ts';
import { noBrowser, useBrowser, welcomesEverybody } from '../support/browser.ts';

const desktop = { width: 1280, height: 900 };
const phone = { width: 375, height: 800 };

/** One story; each test goes on where the last one ended. */
describe.skipIf(noBrowser)('the review of a pairing of two hundred people', () => {
  const room = useBrowser();
  let home = '';
  let desk: Page;
  let run: string;
  let newest: string;

  const press = (label: string | RegExp) => desk.getByRole('button', { name: label }).first().click();
  const pairs = () => desk.locator('table.pairs tbody');
  const shot = async (name: string) => {
    const { SHOTS } = process.env;
    if (!SHOTS) return;
    for (const width of [1280, 375]) {
      await desk.setViewportSize({ width, height: 900 });
      await desk.screenshot({ path: `${SHOTS}/${name}-${width}.png`, fullPage: true });
    }
    await desk.setViewportSize(desktop);
  };

  it('has them all in a cohort', async () => {
    desk = await room.visitor({ viewport: desktop });
    await signIn(room, desk);
    home = await makeTwoHundred(room, desk);
    await desk.goto(`${room.origin}${home}/people`);
    await desk.getByText('1–50 of 200').waitFor();
  });

  it('computes a pairing, and says how good it is', async () => {
    await desk.goto(`${room.origin}${home}/runs`);
    await welcomesEverybody(desk);
    await shot('runs-empty');
    run = await compute('Compute a pairing');
    expect(await desk.locator('.objective').first().textContent()).toMatch(/people get a partner/);
    expect(await pairs().count()).toBe(50);
    await shot('review');
  });

  it('sorts, filters and pages by its address alone', async () => {
    await desk.getByRole('link', { name: 'Total', exact: true }).click();
    await desk.getByRole('link', { name: 'Total', exact: true }).click();
    const totals = await desk.locator('table.pairs td.number strong').allTextContents();
    expect(totals.map(Number)).toEqual(totals.map(Number).toSorted((a, b) => a - b));
    await desk.getByLabel('Name, unit, site or role').fill('research lyon');
    await press('Apply');
    const found = await pairs().count();
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(50);
    await shot('filtered');
    await desk.getByRole('link', { name: 'Show everything' }).click();
    await desk.getByRole('link', { name: 'Next' }).click();
    await desk.getByText('Page 2 of').first().waitFor();
    expect(await desk.getByText('Page 2 of').count()).toBe(1);
    await desk.getByRole('combobox', { name: 'Show' }).selectOption('unmatched');
    await press('Apply');
    expect(await desk.getByRole('heading', { name: 'Without a partner' }).count()).toBe(1);
    expect(await pairs().count()).toBe(0);
    await shot('unmatched');
  });

  it('says what an alternative costs, at least and exactly', async () => {
    await look('?text=research');
    await pairs().first().locator('summary').click();
    await welcomesEverybody(desk);
    await desk.setViewportSize(phone);
    await welcomesEverybody(desk);
    await desk.setViewportSize(desktop);
    await shot('details');
    await pairs().first().getByRole('link', { name: 'Exactly?' }).first().click();
    await desk.getByRole('heading', { name: 'What exactly it would cost' }).waitFor();
    await welcomesEverybody(desk);
    await shot('exact');
    await desk.getByRole('link', { name: 'Back to the pairing' }).click();
  });

  it('takes pins and blocks, and shows what they change', async () => {
    await pairs().first().locator('summary').click();
    await pairs().first().getByRole('button', { name: 'Keep these two together' }).click();
    await desk.getByText('The rules have changed since this pairing').waitFor();
    await pairs().nth(1).locator('summary').click();
    await pairs().nth(1).getByRole('button', { name: 'Not these two' }).click();
    await desk.getByText('keep apart').waitFor();
    expect(await desk.getByRole('button', { name: /^Approve/ }).count()).toBe(0);
    await shot('edited');
    newest = await compute('Compute again');
    await desk.getByRole('heading', { name: 'Compared with the pairing before' }).waitFor();
    await shot('compared');
    await desk.goto(`${room.origin}${newest}?text=research`);
    await welcomesEverybody(desk);
    expect(await desk.getByText(/^\d+ pairs stay the same/).count()).toBe(1);
    await desk.goto(`${room.origin}${run}`);
    await desk.getByText('replaced by a newer one').waitFor();
  });

  it('previews other rules, and keeps them only when they are saved', async () => {
    await desk.goto(`${room.origin}${home}/rules`);
    await welcomesEverybody(desk);
    await shot('rules');
    await desk.getByLabel('Least gap between levels').fill('4');
    await press('See what would change');
    await desk.getByRole('heading', { name: 'What would change' }).waitFor();
    await welcomesEverybody(desk);
    await shot('preview');
    await desk.getByRole('link', { name: 'Back', exact: true }).click();
    expect(await desk.getByLabel('Least gap between levels').inputValue()).toBe('4');
  });

  it('approves what was seen, and says what happens next and until when', async () => {
    await desk.goto(`${room.origin}${home}/runs`);
    await shot('runs');
    await desk.goto(`${room.origin}${newest}`);
    await press(/^Approve \d+ pairs/);
    await desk.getByRole('heading', { name: 'Approved: what happens next' }).waitFor();
    // Fourteen working days from that Monday, at nine.
    await desk.getByText('Until 30 Jan 2026, 09:00').waitFor();
    await shot('approved');
    if (process.env.SHOTS) {
      for (const [name, path] of [
        ['de-run', newest],
        ['de-rules', `${home}/rules`],
      ]) {
        await desk.goto(`${room.origin}${path}?lang=de`);
        await shot(name ?? '');
      }
    }
  });

  /** Until the proposal is there; answers its path. */
  async function compute(button: string): Promise<string> {
    await press(button);
    await desk.waitForURL(/\/runs\/run_/);
    await room.stage.settle();
    await desk.reload();
    await desk.getByRole('heading', { name: 'Proposed pairs' }).waitFor();
    return new URL(desk.url()).pathname;
  }

  const look = async (query = '') => {
    await desk.goto(`${room.origin}${run}${query}`);
    await desk.getByRole('heading', { name: 'Proposed pairs' }).waitFor();
  };
});
