import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { valuesOf } from '../../../functions/cohorts/settings/fields.ts';
import { cohorts } from '../../../shared/cohort/cohort.ts';
import { participants } from '../../../shared/participant/participant.ts';
import { unnumbered } from '../../../shared/table/aggregate.ts';
import { openDesk } from '../../support/desk.ts';
import { cohortId, command, settings } from './sample.ts';
import { someone } from './someone.ts';

const page = `/desk/cohorts/${cohortId}/settings/letters`;
let desk: Awaited<ReturnType<typeof openDesk>>;
let browser: Awaited<ReturnType<typeof desk.signedIn>>;
beforeEach(async () => {
  desk = await openDesk();
  browser = await desk.signedIn();
  await browser.post('/desk/cohorts/new', { ...valuesOf(settings), cohort: cohortId });
});
afterEach(() => desk.close());

const stored = async () => (await desk.table.get(cohorts, { cohortId }))?.letterTexts;
const words = { lang: 'de', opening: 'Wie schön.', introduction: '', closing: '<b>Bis bald</b>' };

describe('the page of HR’s own words', () => {
  it('shows them in real letters before they are saved, and keeps what we promise as it is', async () => {
    expect((await browser.get(page)).body).toContain('Once somebody is enrolled');
    const ann = unnumbered(someone(1, { state: 'enrolled', name: 'Ann Ash' }));
    await desk.table.change(participants, ann, command, () => ({ to: ann }));
    const shown = await browser.post(page, { ...words, what: 'preview' });
    expect(shown.body).toContain('nothing is saved yet');
    expect(shown.body).toContain('Ann Ash');
    expect(shown.body.match(/Wie schön\./g)).toHaveLength(2);
    expect(shown.body).not.toContain('<b>Bis bald');
    expect(shown.body).toContain('Vorgesetzte bekommen keinen Bericht.');
    expect(await stored()).toBeUndefined();
  });

  it('saves them by language, and takes one place back to the standard', async () => {
    expect((await browser.post(page, { ...words, what: 'save' })).headers?.location).toContain('lang=de');
    expect((await browser.post(page, { lang: 'en', opening: 'Welcome.', what: 'save' })).status).toBe(303);
    expect(await stored()).toEqual({
      de: { opening: 'Wie schön.', closing: '<b>Bis bald</b>' },
      en: { opening: 'Welcome.' },
    });
    await browser.post(page, { ...words, reset: 'opening' });
    expect((await stored())?.de).toEqual({ closing: '<b>Bis bald</b>' });
    await browser.post(`/desk/cohorts/${cohortId}/settings`, { ...valuesOf(settings), sponsor: 'Dr. Sven Sonne' });
    expect((await stored())?.en).toEqual({ opening: 'Welcome.' });
  });

  it('says beside the field what is wrong and loses nothing', async () => {
    const long = 'x'.repeat(700);
    const reply = await browser.post(page, { ...words, closing: long, what: 'save' });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('These are 700 characters');
    expect(reply.body).toContain(long);
    expect(reply.body).toContain('Wie schön.');
    expect((await browser.post(page, { ...words, opening: 'a\u0007b' })).body).toContain('no letter can show');
    expect(await stored()).toBeUndefined();
  });
});
