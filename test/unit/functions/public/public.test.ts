import { expect, it } from 'vitest';
import { answer } from '../../../../functions/public/public.ts';
import { stylesheetPath } from '../../../../shared/web/compiled/stylesheet.js';
import { request } from '../../../support/browser-without-browser.ts';

const open = (path: string, language: 'de' | 'en' = 'de') =>
  answer(request('GET', path, { language }), { stage: 'prod' });

it('serves the style sheet under the name of its content, for ever', async () => {
  expect((await open('/')).body).toContain(`href="${stylesheetPath}"`);
  const sheet = await open(stylesheetPath);
  expect(sheet.headers).toEqual({
    'content-type': 'text/css; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  expect(sheet.body).not.toContain('data:');
});

it('serves today’s sheet to a page of yesterday, and does not let that be kept', async () => {
  expect((await open('/assets/styles.000000000000.css')).headers?.['cache-control']).toBe('no-cache');
});

it('says in the reader’s language that there is nothing', async () => {
  expect(await open('/nowhere')).toMatchObject({
    status: 404,
    body: expect.stringContaining('Diese Seite gibt es nicht'),
  });
  expect((await open('/nowhere', 'en')).body).toContain('This page does not exist');
  expect((await open('/?lang=en')).body).toContain('lang="en"');
});
