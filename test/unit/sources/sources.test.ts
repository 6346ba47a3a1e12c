import { beforeEach, describe, expect, it } from 'vitest';
import { participants } from '../../../shared/participant/participant.ts';
import { providers, sources } from '../../../shared/source/source.ts';
import { partitionsOf, prefixOf } from '../../../shared/table/keys.ts';
import { mappings } from '../../support/hooks.ts';
import { cohortId } from '../desk/sample.ts';
import { type Connected, hidden, home, mappingForm, openConnected } from './connected.ts';

let here: Connected;
beforeEach(async () => {
  here = await openConnected();
  return () => here.desk.close();
});
const means = Object.fromEntries(mappings.microsoft.map(({ key, field }) => [key, field]));
const role = mappings.microsoft.find(({ field }) => field === 'role')?.key ?? '';
const translated = { [role]: 'Ich zeige etwas = junior\nIch lerne etwas = senior' };

describe('connecting a form', () => {
  it('says step by step, in German and English, how each provider is set up', async () => {
    for (const provider of providers) {
      const { path, page, secret } = await here.connect(provider);
      expect(page.body.includes(secret) && secret !== '').toBe(provider !== 'formbricks');
      for (const lang of ['de', 'en']) {
        const shown = await here.browser.get(path, { query: new URLSearchParams({ lang }) });
        expect(shown.status).toBe(200);
        expect(shown.body).toContain('https://mentoring.example/hooks/src_');
        expect(shown.body.match(/<li>/g)?.length).toBeGreaterThan(1);
      }
    }
  });

  it('shows the secret once and keeps it where no page reads it', async () => {
    const { path, secret } = await here.connect('microsoft');
    expect(secret).toMatch(/^whsec_.{40,}$/);
    expect((await here.browser.get(path)).body).not.toContain(secret);
    expect(JSON.stringify([...(await here.desk.everything()).values()])).not.toContain(secret);
  });

  it('makes one of two presses, and says that the secret was shown', async () => {
    const source = hidden((await here.browser.get(`${home}/sources`)).body, 'source');
    const form = { source, provider: 'tally', name: 'Twice' };
    await here.browser.post(`${home}/sources`, form);
    expect(await here.browser.post(`${home}/sources`, form)).toMatchObject({ status: 303 });
    expect(await Array.fromAsync(here.desk.table.list(sources, ['sources'], prefixOf.source))).toHaveLength(1);
  });

  it('loses nothing that was typed', async () => {
    const reply = await here.browser.post(`${home}/sources`, { source: 'x', provider: 'tally', name: 'My <form>' });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('value="My &lt;form>"');
    expect(reply.body).toMatch(/<option value="tally" selected/);
  });

  it('takes the secret that Formbricks made, and no other words for one', async () => {
    const { path, sourceId } = await here.connect('formbricks');
    const version = hidden((await here.browser.get(path)).body, 'version');
    const bad = await here.browser.post(path, { what: 'rotate', version, secret: 'too short' });
    expect([bad.status, bad.body.includes('value="too short"')]).toEqual([422, true]);
    const given = `whsec_${Buffer.from('what formbricks has made of it').toString('base64')}`;
    const good = await here.browser.post(path, { what: 'rotate', version, secret: given });
    expect(good.status).toBe(303);
    expect(await here.fillIn('formbricks', sourceId, given)).toMatchObject({ status: 200, outcome: 'rejected' });
  });

  it('rotates a secret: both count until HR ends the old one', async () => {
    const { path, sourceId, secret } = await here.connect('tally');
    const version = hidden((await here.browser.get(path)).body, 'version');
    const rotated = await here.browser.post(path, { what: 'rotate', version, secret: '' });
    const [fresh = ''] = /whsec_[A-Za-z0-9+/=]+/.exec(rotated.body) ?? [];
    expect(fresh).not.toBe(secret);
    // The same press again makes no third one.
    expect(await here.browser.post(path, { what: 'rotate', version, secret: '' })).toMatchObject({ status: 303 });
    expect((await here.fillIn('tally', sourceId, secret)).status).toBe(200);
    expect((await here.fillIn('tally', sourceId, fresh)).status).toBe(200);
    await here.browser.post(path, { what: 'end', number: '1' });
    expect((await here.fillIn('tally', sourceId, secret)).status).toBe(401);
    expect((await here.fillIn('tally', sourceId, fresh)).status).toBe(200);
    expect(await here.desk.secrets.of(sourceId)).toHaveLength(1);
    // The last one cannot be ended: that is what switching off is for.
    await here.browser.post(path, { what: 'end', number: version });
    expect(await here.desk.secrets.of(sourceId)).toHaveLength(1);
  });

  it('switches a form off and on again', async () => {
    const { path, sourceId, secret } = await here.connect('tally');
    await here.browser.post(path, { what: 'off' });
    expect((await here.fillIn('tally', sourceId, secret)).status).toBe(401);
    await here.browser.post(path, { what: 'on' });
    expect((await here.fillIn('tally', sourceId, secret)).status).toBe(200);
  });

  it('has no page for a form of another cohort, or for none', async () => {
    const { path } = await here.connect('tally');
    const other = path.replace(cohortId, 'coh_00000000000');
    for (const asked of [other, `${home}/sources/src_00000000000`, `${home}/sources/nonsense`]) {
      expect((await here.browser.get(asked)).status).toBe(404);
    }
  });
});

describe('mapping questions', () => {
  it('waits for a first answer, then shows each question with it, and proposes what it can', async () => {
    const { path, sourceId, secret } = await here.connect('microsoft');
    expect((await here.browser.get(`${path}/mapping`)).body).toContain('Something must arrive first');
    expect(await here.fillIn('microsoft', sourceId, secret)).toMatchObject({ status: 200, outcome: 'rejected' });
    const page = await here.browser.get(`${path}/mapping`);
    expect(page.body).toContain('Soziale Medien | Junge Kundschaft');
    expect(page.body).toMatch(/jonas\.weber@example\.com[\s\S]*?<option value="email" selected/);
    expect((await here.browser.get(path)).body).toContain('not taken in yet');
  });

  it('says beside the question what is wrong, and keeps what was typed', async () => {
    const { path, sourceId, secret } = await here.connect('microsoft');
    await here.fillIn('microsoft', sourceId, secret);
    const page = await here.browser.get(`${path}/mapping`);
    const post = (form: Record<string, string>) => here.browser.post(`${path}/mapping`, form);
    expect((await post(mappingForm(page.body, { [role]: 'role' }))).body).toContain('must be the email address');
    const unread = await post(mappingForm(page.body, means, { [role]: 'Ich zeige etwas' }));
    expect([unread.status, unread.body.includes('cannot be read: Ich zeige etwas')]).toEqual([422, true]);
    const boss = await post(mappingForm(page.body, means, { [role]: 'Ich zeige etwas = boss' }));
    expect(boss.body).toContain('Unknown role “boss”');
    expect(boss.body).toContain('Ich zeige etwas = boss</textarea>');
    const twice = await post(mappingForm(page.body, { ...means, [role]: 'capacity' }));
    expect(twice.body).toContain('Another question has this field already');
    const [source] = await Array.fromAsync(here.desk.table.list(sources, ['sources'], prefixOf.source));
    expect(source?.mapping).toBeUndefined();
  });

  it('reads again what came before it, and takes it in', async () => {
    const { path, sourceId, secret } = await here.connect('microsoft');
    await here.fillIn('microsoft', sourceId, secret);
    const page = await here.browser.get(`${path}/mapping`);
    expect(await here.browser.post(`${path}/mapping`, mappingForm(page.body, means, translated))).toMatchObject({
      status: 303,
    });
    const shown = await here.browser.get(path);
    expect(shown.body).toContain('Role: junior');
    expect(shown.body).toContain('Read one rejected submission again');
    expect((await here.browser.post(path, { what: 'again' })).body).toContain('1 taken in, 0 stay rejected');
    const all = await here.submissions();
    expect(all.map(({ state }) => state).sort()).toEqual(['corrected', 'received']);
    expect(all.find(({ state }) => state === 'received')?.told).toMatchObject({ role: 'junior', capacity: 2 });
    // The words as they came are not kept a second time.
    expect(all.every(({ answers }) => answers === undefined)).toBe(true);
  });
});

it('enrols a late joiner of Microsoft Forms, once HR has added its facts', async () => {
  const { path, sourceId, secret } = await here.connect('microsoft');
  await here.fillIn('microsoft', sourceId, secret);
  const page = await here.browser.get(`${path}/mapping`);
  await here.browser.post(`${path}/mapping`, mappingForm(page.body, means, translated));
  await here.browser.post(path, { what: 'again' });
  await here.react();
  const waiting = (await here.submissions()).find(({ state }) => state === 'waits-for-hr');
  const one = `${home}/submissions/${waiting?.submissionId}`;
  expect((await here.browser.get(`${home}/submissions?state=waits-for-hr`)).body).toContain(one);
  const facts = {
    what: 'accept',
    employee_id: 'E7',
    name: 'Jonas Weber',
    email: 'jonas.weber@example.com',
    role: 'junior',
    level: '2',
  };
  const unknown = await here.browser.post(one, { ...facts, manager_id: 'nobody' });
  expect([
    unknown.status,
    unknown.body.includes('Nobody with the employee id nobody'),
    unknown.body.includes('value="E7"'),
  ]).toEqual([422, true, true]);
  const elsewhere = await here.browser.post(one, { ...facts, email: 'j@example.com', manager_id: '-' });
  expect(elsewhere.body).toContain('The form came from jonas.weber@example.com');
  await here.browser.post(one, { ...facts, manager_id: '-' });
  await here.browser.post(one, { ...facts, manager_id: '-' });
  await here.react();
  const people = await Array.fromAsync(
    here.desk.table.list(participants, partitionsOf(cohortId), prefixOf.participant),
  );
  expect(people).toMatchObject([
    {
      state: 'enrolled',
      address: 'jonas.weber@example.com',
      role: 'junior',
      hr: { level: 2 },
      self: { capacity: 2, topics: ['Soziale Medien', 'Junge Kundschaft'] },
    },
  ]);
  const states = (await here.submissions()).map(({ source, state }) => `${source} ${state}`).sort();
  expect(states).toEqual(['hook accepted', 'hook corrected', 'hr accepted']);
});
