import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../../support/desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
  return () => desk.close();
});

describe('the door', () => {
  it('answers every address alike, and mails only who is on the list', async () => {
    const stranger = await desk.browser().post('/desk', { address: 'eve@example.org' });
    const hanna = await desk.browser().post('/desk', { address: 'Hanna@Example.org ' });
    expect(hanna.status).toBe(stranger.status);
    expect(hanna.body.replaceAll('hanna@example.org', '')).toBe(stranger.body.replaceAll('eve@example.org', ''));
    expect((await desk.letterList()).map(({ kind }) => kind)).toEqual(['sign-in']);
  });

  it('mails an address once in five minutes', async () => {
    const browser = desk.browser();
    for (const minutes of [0, 4, 2]) {
      desk.later(minutes);
      await browser.post('/desk', { address: 'hanna@example.org' });
    }
    expect(await desk.letterList()).toHaveLength(2);
  });

  it('opens once, by the button, in the browser that asked', async () => {
    const browser = desk.browser();
    await browser.post('/desk', { address: 'hanna@example.org' });
    const [letter] = await desk.letterList();
    const link = await desk.mailedLink(letter);

    const scanner = desk.browser();
    expect((await scanner.get(link)).status).toBe(404);
    expect((await scanner.post(link)).cookies ?? []).toEqual([]);
    expect((await browser.get(link)).status).toBe(200);

    const opened = await browser.post(link);
    expect(opened).toMatchObject({ status: 303, headers: { location: '/desk' } });
    expect(opened.cookies?.[0]).toMatch(/^__Host-desk=.*; Path=\/; Secure; HttpOnly; SameSite=Strict/);
    expect((await browser.get('/desk')).body).toContain('Begin: create a cohort');
    expect((await browser.post(link)).status).toBe(404);
  });

  it('asks to use the other browser', async () => {
    await desk.browser().post('/desk', { address: 'hanna@example.org' });
    const elsewhere = await desk.browser().get(await desk.mailedLink((await desk.letterList())[0]));
    expect(elsewhere.body).toContain('Please open it in the other browser');
  });

  it('ends the session everywhere when somebody signs out, and after eight hours', async () => {
    const browser = await desk.signedIn();
    desk.later(6);
    await browser.post('/desk/sign-out');
    expect((await browser.get('/desk')).body).toContain('Send the link');

    const again = await desk.signedIn();
    expect((await again.get('/desk')).body).toContain('Begin: create a cohort');
    desk.later(8 * 60);
    expect((await again.get('/desk')).body).toContain('Send the link');
  });

  it('shows strangers the same page for what exists and what does not', async () => {
    const stranger = desk.browser();
    const [known, unknown] = [await stranger.get('/desk/cohorts/new'), await stranger.get('/desk/no/such/page')];
    expect(known.status).toBe(unknown.status);
    expect(unknown.body).toContain('Send the link');
  });

  it('refuses what another site posts', async () => {
    const browser = await desk.signedIn();
    const reply = await browser.post('/desk/sign-out', {}, { headers: { 'sec-fetch-site': 'cross-site' } });
    expect(reply.status).toBe(403);
    expect((await browser.get('/desk')).body).toContain('Begin: create a cohort');
  });

  it('keeps the language that was chosen', async () => {
    const browser = desk.browser();
    await browser.get('/desk', { query: new URLSearchParams('lang=de') });
    expect((await browser.get('/desk')).body).toContain('Link schicken');
  });
});
