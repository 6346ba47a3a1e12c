import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { stages } from '../../infra/config.ts';
import { diligent } from '../../infra/local/rehearse/character.ts';
import { type Rehearsal, rehearsal } from '../../infra/local/rehearse/rehearsal.ts';
import { fits, noBrowser, useBrowser, welcomesEverybody } from '../support/browser.ts';
import { tabbed } from '../support/keyboard.ts';
import { smallFile } from '../support/small-file.ts';

const hr = stages.local.firstAdmin;
/** The one who is us: she reads English letters and does everything by hand. */
const lea = 'junior2@nordwerk.example';
const name = 'Spring';
/** What a person takes to read a page, in milliseconds. */
const reading = 20_000;
const minute = 60_000;
const phone = { viewport: { width: 320, height: 640 } };

/** One story; each test goes on where the last one ended. */
describe.skipIf(noBrowser)('the road, in a real browser', () => {
  const room = useBrowser();
  const file = smallFile(2, 2);
  let desk: Page;
  let home: string;
  let people: Rehearsal;

  const press = (page: Page, label: string | RegExp) => page.getByRole('button', { name: label }).click();
  const read = () => room.stage.advanceBy(reading);

  it('lets HR in by the mailed link', async () => {
    desk = await room.visitor();
    await desk.goto(`${room.origin}/desk`);
    await welcomesEverybody(desk);
    await desk.getByLabel('Email address').fill(hr);
    await press(desk, 'Send the link');
    await desk.getByRole('heading', { name: 'Please look at your inbox' }).waitFor();
    await room.stage.settle();
    const letter = await room.letter(hr, /\/desk\/sign-in\//);
    await desk.goto(letter.link(/\/desk\/sign-in\//));
    await welcomesEverybody(desk);
    await press(desk, 'Sign in');
    await desk.getByRole('button', { name: 'Sign out' }).waitFor();
    await welcomesEverybody(desk);
  });

  it('makes a cohort from the defaults', async () => {
    await desk.goto(`${room.origin}/desk/cohorts/new`);
    await welcomesEverybody(desk);
    await desk.getByLabel('Name of the cohort').fill(name);
    const independent = desk.getByRole('group', { name: 'Independent' });
    await independent.getByLabel('Name').first().fill('Uwe Hansen');
    await independent.getByLabel('Email address').first().fill('uwe.hansen@ombuds.example');
    await press(desk, 'Create the cohort');
    await desk.getByRole('heading', { name: 'Next' }).waitFor();
    home = new URL(desk.url()).pathname;
    await welcomesEverybody(desk);
  });

  it('shows what an HR file would change, and takes it', async () => {
    await desk.getByRole('link', { name: 'Bring in people: upload an HR file' }).click();
    await welcomesEverybody(desk);
    await desk
      .getByLabel('File')
      .setInputFiles({ name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.bytes) });
    await press(desk, 'Check');
    await desk.getByRole('heading', { name: 'Preview of the file' }).waitFor();
    expect(await desk.getByRole('row', { name: /Lea Jung1.*new/ }).count()).toBe(1);
    await welcomesEverybody(desk);
    await press(desk, 'Commit');
    await desk.getByRole('heading', { name: 'File committed' }).waitFor();
    await room.stage.settle();
    await desk.reload();
    expect(await desk.getByRole('status').textContent()).toContain('All 4 lines');
    await welcomesEverybody(desk);
  });

  it('shows every letter as it will arrive, and sends one to HR for a look', async () => {
    await desk.goto(`${room.origin}${home}/launch`);
    await desk.getByRole('link', { name: /^To .*junior/i }).click();
    await desk.frameLocator('iframe.screen').getByText('Will you take part?').waitFor();
    await welcomesEverybody(desk);
    await press(desk, 'Send this one to me');
    expect(await desk.getByRole('status').textContent()).toContain(`on its way to ${hr}`);
    // Letters go out at the pace of SES.
    await room.stage.advanceBy(minute);
    const letter = await room.letter(hr, /\/confirm\//);
    expect(letter.subject).toMatch(/^Sample for .*: /);
    const page = await room.visitor();
    await page.goto(letter.link(/\/confirm\//));
    await press(page, 'Save');
    await page
      .getByText(/preview/i)
      .first()
      .waitFor();
  });

  it('launches when the name is typed, and not before', async () => {
    await desk.goto(`${room.origin}${home}/launch`);
    await welcomesEverybody(desk);
    const typed = desk.getByLabel('To confirm, type the name of the cohort');
    await typed.fill('Autumn');
    await press(desk, 'Launch and send 4 letters');
    await desk.getByText('The name does not match.').waitFor();
    await welcomesEverybody(desk);
    await typed.fill(name);
    await press(desk, 'Launch and send 4 letters');
    await desk.getByText('Launched. The invitations are going out now.').waitFor();
    // Letters go out at the pace of SES.
    await room.stage.advanceBy(minute);
  });

  it('takes a yes by the keyboard alone', async () => {
    const letter = await room.letter(lea, /\/confirm\//);
    const page = await room.visitor();
    await page.goto(letter.link(/\/confirm\//));
    await welcomesEverybody(page);
    await read();
    expect(await page.getByRole('radio', { name: /^Yes/ }).isChecked()).toBe(true);
    const focused = () => page.evaluate(() => document.activeElement?.tagName);
    for (let steps = 0; (await focused()) !== 'BUTTON'; steps++) {
      if (steps > 80) throw new Error('the keyboard does not reach Save');
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Good to have you' }).waitFor();
    await welcomesEverybody(page);
  });

  it('proposes pairs and forms them when HR approves', async () => {
    // All others are simulated: they read their mail and do what it asks.
    const characters = Object.fromEntries(file.people.map(({ address }) => [address, diligent]));
    people = rehearsal({
      stage: room.stage,
      origin: room.origin,
      hrAddress: hr,
      file,
      seed: 'browser',
      characters: { ...characters, [lea]: { ...diligent, confirms: 'never', answers: 0, answersReminder: 0, logs: 0 } },
    });
    await until(() => people.people.every(({ address, memory }) => address === lea || memory.confirmed === true));
    await signInAgain();
    await press(desk, 'Compute a pairing');
    await desk.getByRole('heading', { name: /^Pairing of/ }).waitFor();
    await room.stage.settle();
    await desk.reload();
    await welcomesEverybody(desk);
    await press(desk, 'Approve 2 pairs');
    await desk.getByText('Approved').first().waitFor();
    await room.stage.settle();
    await desk.goto(`${room.origin}${home}/pairs`);
    expect(await desk.getByRole('row').count()).toBe(3);
    await welcomesEverybody(desk);
    for (const tab of [
      '',
      '/people',
      '/runs',
      '/rules',
      '/letters',
      '/submissions',
      '/settings',
      '/exports',
      '/audit',
    ]) {
      await desk.goto(`${room.origin}${home}${tab}`);
      await welcomesEverybody(desk);
    }
    await desk.goto(`${room.origin}${home}/people`);
    await desk.getByRole('row').nth(1).getByRole('link').click();
    for (const closed of await desk.locator('details > summary').all()) await closed.click();
    await welcomesEverybody(desk);
    await desk.goto(`${room.origin}/desk`);
    await welcomesEverybody(desk);
  });

  it('takes an answer from a phone without script', async () => {
    const isCheckIn = /\/answer\//;
    await until(() => people.town.letters(lea).some(({ links }) => links.some(({ href }) => isCheckIn.test(href))));
    const letter = await room.letter(lea, isCheckIn);
    const [yes, date] = letter.links.filter(({ href }) => isCheckIn.test(href));
    const scripted = await room.visitor(phone);
    await scripted.goto(yes?.href ?? '');
    await welcomesEverybody(scripted);
    const page = await room.visitor({ ...phone, javaScriptEnabled: false });
    await page.goto(date?.href ?? '');
    await fits(page);
    expect(await page.getByRole('radio', { name: date?.label ?? '', exact: true }).isChecked()).toBe(true);
    await read();
    await press(page, 'Save');
    await page.getByRole('heading', { name: 'Thank you, saved' }).waitFor();
    await fits(page);
    await page.getByRole('link', { name: /change/i }).click();
    expect(await page.getByRole('radio', { name: date?.label ?? '', exact: true }).isChecked()).toBe(true);
  });

  it.each(['session', 'data', 'pause', 'leave', ''])('fits a phone: /me/…/%s', async (leaf) => {
    const letter = await room.letter(lea, /\/me\//);
    const [base] = /^.*\/me\/[^/]+/.exec(letter.links.find(({ href }) => /\/me\//.test(href))?.href ?? '') ?? [];
    const page = await room.visitor(phone);
    await page.goto(`${base}/${leaf}`.replace(/\/$/, ''));
    await welcomesEverybody(page);
    expect(await tabbed(page), `${leaf} by the keyboard`).toEqual([]);
  });

  async function until(done: () => boolean): Promise<void> {
    people.town.begin(() => Promise.resolve());
    expect(await people.town.live(done)).toBe(true);
  }

  /** The session at the desk lasts a working day, and days have gone by. */
  async function signInAgain(): Promise<void> {
    await desk.goto(`${room.origin}/desk`);
    await desk.getByLabel('Email address').fill(hr);
    await press(desk, 'Send the link');
    await desk.getByRole('heading', { name: 'Please look at your inbox' }).waitFor();
    await room.stage.settle();
    await desk.goto((await room.letter(hr, /\/desk\/sign-in\//)).link(/\/desk\/sign-in\//));
    await press(desk, 'Sign in');
    await desk.goto(`${room.origin}${home}`);
  }
});
