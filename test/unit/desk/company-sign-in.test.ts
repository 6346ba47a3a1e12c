import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { companyProvider } from '../../../functions/company-sign-in/provider.http.ts';
import { members } from '../../../shared/member/member.ts';
import { type Company, clientId, companySecret, openCompany } from '../../support/company.ts';
import { type Desk, openDesk } from '../../support/desk.ts';

const returnTo = 'https://mentoring.example/desk/company-sign-in/return';
const staff = {
  hanna: { email: 'Hanna@Example.org', email_verified: true },
  carla: { email: 'carla@example.org', email_verified: true },
  eve: { email: 'eve@example.org', email_verified: true },
  mallory: { email: 'hanna@example.org', email_verified: false },
  nobody: {},
};

let company: Company;
let desk: Desk;
beforeAll(async () => {
  company = await openCompany(staff, { returnTo, lean: true });
});
afterAll(() => company.close());
afterEach(() => desk.close());

const settings = () => ({ issuer: company.issuer, clientId, secret: async () => companySecret, returnTo });
const open = async (more: Partial<Parameters<typeof companyProvider>[0]> = {}) => {
  desk = await openDesk(undefined, { provider: companyProvider({ ...settings(), ...more }) });
  return desk.browser();
};
type Browser = Awaited<ReturnType<typeof open>>;

/** From our button to the company and back; answers the path and query that the company sent the browser to. */
async function goAndReturn(browser: Browser, login: string): Promise<string> {
  const { headers } = await browser.get('/desk/company-sign-in');
  const { pathname, search } = await company.signIn(headers?.location ?? '', login);
  return pathname + search;
}
const whoIn = (body: string) => /name="who" value="([^"]+)"/.exec(body)?.[1] ?? '';
const path = '/desk/company-sign-in/return';

describe('the company sign-in', () => {
  it('is offered where the company has one', async () => {
    const browser = await open();
    expect((await browser.get('/desk')).body).toContain('Sign in with the company account');
    await desk.close();
    desk = await openDesk();
    expect((await desk.browser().get('/desk')).body).not.toContain('company account');
  });

  it('signs in whom the list names, by one press after the way back, which alone writes nothing', async () => {
    const browser = await open();
    const back = await goAndReturn(browser, 'hanna');
    const before = await desk.everything();
    const page = await browser.get(back);
    expect(page.body).toContain('hanna@example.org');
    expect(await desk.everything()).toEqual(before);

    const opened = await browser.post(path, { who: whoIn(page.body) });
    expect(opened).toMatchObject({ status: 303, headers: { location: '/desk' } });
    expect((await browser.get('/desk')).body).toContain('Begin: create a cohort');
    const memberId = (await desk.keys.identity()).memberId('hanna@example.org');
    expect(await desk.table.get(members, { memberId })).toMatchObject({ signedInAt: '2026-03-02T08:00:00.000Z' });
  });

  it('accepts an invitation', async () => {
    const browser = await open();
    const admin = await desk.signedIn();
    const carla = { name: 'Carla', address: 'carla@example.org', role: 'reader', 'every-cohort': 'yes' };
    await admin.post('/desk/staff/invite', carla);
    const { body } = await browser.get(await goAndReturn(browser, 'carla'));
    await browser.post(path, { who: whoIn(body) });
    expect((await admin.get('/desk/staff')).body).toMatch(/Carla[\s\S]*active/);
  });

  it('knows nobody who is not on the list, nor whose address the company does not vouch for', async () => {
    const browser = await open();
    const stranger = await browser.get(await goAndReturn(browser, 'eve'));
    expect(stranger.status).toBe(403);
    expect(stranger.body).toContain('not on the list of the desk');
    const unverified = await browser.get(await goAndReturn(browser, 'mallory'));
    expect(unverified.body).toContain('no verified email address');
    expect((await browser.get(await goAndReturn(browser, 'nobody'))).status).toBe(403);
  });

  it('belongs to the browser that began it, and to one way there and back', async () => {
    const browser = await open();
    const back = await goAndReturn(browser, 'hanna');
    const other = desk.browser();
    expect((await other.get(back)).status).toBe(404);
    await other.get('/desk/company-sign-in');
    expect((await other.get(back)).status).toBe(403);

    const who = whoIn((await browser.get(back)).body);
    expect((await browser.get(back)).status).toBe(403);
    expect((await other.post(path, { who })).status).toBe(404);
    expect((await browser.post(path, { who: `${who}x` })).status).toBe(404);
    expect((await browser.post(path, { who })).status).toBe(303);
    expect((await browser.post(path, { who })).status).toBe(404);
  });

  it('is over when the button was pressed too late, or the access ended meanwhile', async () => {
    const browser = await open();
    const who = whoIn((await browser.get(await goAndReturn(browser, 'hanna'))).body);
    desk.later(5);
    expect((await browser.post(path, { who })).status).toBe(404);

    await desk.signedInAs({ role: 'reader', cohorts: 'all' }, 'carla@example.org');
    const hers = whoIn((await browser.get(await goAndReturn(browser, 'carla'))).body);
    const memberId = (await desk.keys.identity()).memberId('carla@example.org');
    await (await desk.signedIn()).post(`/desk/staff/${memberId}/end`);
    expect((await browser.post(path, { who: hers })).status).toBe(403);
  });

  it('tells when somebody cancels, when the company does not know us, and when it does not answer', async () => {
    const browser = await open();
    const { headers } = await browser.get('/desk/company-sign-in');
    const state = new URL(headers?.location ?? '').searchParams.get('state');
    expect((await browser.get(`${path}?error=access_denied&state=${state}`)).status).toBe(403);
    await desk.close();

    const wrong = await open({ secret: async () => 'not-the-secret' });
    expect((await wrong.get(await goAndReturn(wrong, 'hanna'))).status).toBe(403);
    await desk.close();

    const away = await open({ issuer: 'http://127.0.0.1:9' });
    expect((await away.get('/desk/company-sign-in')).status).toBe(503);
  });

  it('reads the address from the ID token, too', async () => {
    const fat = await openCompany(staff, { returnTo, lean: false });
    const browser = await open({ issuer: fat.issuer });
    const { headers } = await browser.get('/desk/company-sign-in');
    const { pathname, search } = await fat.signIn(headers?.location ?? '', 'hanna');
    expect((await browser.get(pathname + search)).body).toContain('hanna@example.org');
    await fat.close();
  });
});
