import { expect, it } from 'vitest';
import { valuesOf } from '../../../functions/cohorts/settings/fields.ts';
import { cohorts } from '../../../shared/cohort/cohort.ts';
import { openDesk } from '../../support/desk.ts';
import { cohortId, settings } from './sample.ts';

it('says why a cohort cannot be launched while the pages have no address of the company, and launches none', async () => {
  const desk = await openDesk(undefined, { mayLaunch: false });
  const browser = await desk.signedIn();
  await browser.post('/desk/cohorts/new', { ...valuesOf(settings), cohort: cohortId });
  const page = `/desk/cohorts/${cohortId}/launch`;
  const shown = await browser.get(page);
  expect(shown.status).toBe(200);
  expect(shown.body).toContain('the pages have no address of your company');
  expect((await browser.get(page, { language: 'de' })).body).toContain('keine Adresse Ihres Unternehmens');
  const pressed = await browser.post(page, { typed: settings.name });
  expect(pressed.status).toBe(409);
  expect(pressed.body).toContain('links to a strange address look like phishing');
  expect((await desk.table.get(cohorts, { cohortId }))?.launchedAt).toBeUndefined();
  desk.close();
});
