import type { Page } from 'playwright-core';
import { CohortId } from '../../events/ids.ts';
import { stages } from '../../infra/config.ts';
import type { Room } from './browser.ts';
import { settleTwoHundred } from './two-hundred.ts';

const hr = stages.local.firstAdmin;

/** HR in a browser, by the mailed link. */
export async function signIn({ stage, origin, letter }: Room, page: Page): Promise<void> {
  await page.goto(`${origin}/desk`);
  await page.getByLabel('Email address').fill(hr);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await page.getByRole('heading', { name: 'Please look at your inbox' }).waitFor();
  await stage.settle();
  await page.goto((await letter(hr, /\/desk\/sign-in\//)).link(/\/desk\/sign-in\//));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}

/** Makes a cohort from the defaults, with two hundred people in it; answers its path. */
export async function makeTwoHundred({ stage, origin }: Room, page: Page): Promise<string> {
  await page.goto(`${origin}/desk/cohorts/new`);
  await page.getByLabel('Name of the cohort').fill('Spring 2026');
  const independent = page.getByRole('group', { name: 'Independent' });
  await independent.getByLabel('Name').first().fill('Uwe Hansen');
  await independent.getByLabel('Email address').first().fill('uwe.hansen@ombuds.example');
  await page.getByRole('button', { name: 'Create the cohort' }).click();
  await page.getByRole('heading', { name: 'Next' }).waitFor();
  const home = new URL(page.url()).pathname;
  await settleTwoHundred(stage, CohortId.parse(home.split('/').at(-1)));
  return home;
}
