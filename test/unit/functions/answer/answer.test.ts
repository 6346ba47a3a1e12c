import { describe, expect, it } from 'vitest';
import { answer } from '../../../../functions/answer/answer.ts';
import { checkIns } from '../../../../shared/check-in/check-in.ts';
import { unseal } from '../../../../shared/check-in/seal.ts';
import { helpIdOf, helps } from '../../../../shared/help/help.ts';
import { makePreview, mintWith } from '../../../../shared/token/open-link.ts';
import type { TokenType } from '../../../../shared/token/types.ts';
import { filled, request, triggerAt } from '../../../support/browser-without-browser.ts';
import type { MemoryTable } from '../../../support/memory-table.ts';
import { after, checkInId, cohortId, noon, pairId, programme } from '../../../support/programme.ts';

const ref = { cohortId, pairId, checkInId };
const sealing = new Uint8Array(32).fill(7);

async function visit(memory: MemoryTable, type: TokenType = 'answer', expires = '2026-03-23T08:00:00.000Z') {
  const token = await mintWith(memory.keys, type, { cohort: cohortId, checkIn: checkInId }, expires);
  let nonce = 0;
  const needs = {
    table: memory.table,
    keys: memory.keys,
    posts: memory.posts,
    stage: 'prod',
    randomBytes: () => new Uint8Array(12).fill(++nonce),
  };
  return {
    token,
    get: (at: string, query = '') => answer(request('GET', `/answer/${token}${query}`), needs, triggerAt(at)),
    post: (at: string, form: URLSearchParams, headers = {}) =>
      answer(request('POST', `/answer/${token}`, { form, headers }), needs, triggerAt(at)),
    open: (path: string, at: string, method: 'GET' | 'POST' = 'GET') =>
      answer(request(method, path), needs, triggerAt(at)),
  };
}

describe('the check-in page', () => {
  it('has the choice of the link selected and saves nothing by being opened', async () => {
    const memory = programme();
    const { get } = await visit(memory);
    const page = await get(noon, '?p1=date');
    expect(page.status).toBe(200);
    expect(page.body).toMatch(/value="date"[^>]*checked/);
    expect(page.body).toContain('lang="de"');
    expect(page.body).toContain('Sabine');
    expect(memory.commits()).toBe(0);
  });

  it('says who reads which answer before it asks', async () => {
    const { get } = await visit(programme());
    const { body } = await get(noon);
    expect(body.indexOf('Das liest die Koordination')).toBeLessThan(body.indexOf('value="yes"'));
    expect(body.indexOf('für mindestens fünf Personen')).toBeLessThan(body.indexOf('name="P3"'));
    expect(body.indexOf('erfährt nur, wen du hier auswählst')).toBeLessThan(body.indexOf('name="P7"'));
  });

  it('saves operational answers in clear and seals the confidential ones', async () => {
    const memory = programme();
    const { get, post } = await visit(memory);
    const reply = await post(after(noon, 30), filled(await get(noon, '?p1=yes'), { P2: 'partner', P3: '2' }));
    expect(reply.status).toBe(200);
    const saved = await memory.table.get(checkIns, ref);
    expect(saved).toMatchObject({
      state: 'answered',
      answers: { P1: 'yes', P2: 'partner' },
      answeredAt: after(noon, 30),
    });
    expect(saved?.dueAt).toBeUndefined();
    expect(unseal(saved?.sealed ?? '', sealing, checkInId)).toEqual({ P3: '2' });
    expect(memory.text()).not.toContain('P3":');
  });

  it('shows operational answers again and never the confidential ones or the call', async () => {
    const memory = programme();
    const { get, post } = await visit(memory);
    await post(after(noon, 30), filled(await get(noon), { P1: 'no', P3: '4', P7: 'coordinator' }));
    const { body } = await get(after(noon, 60));
    expect(body).toMatch(/name="P1" value="no"[^>]*checked/);
    expect(body).not.toMatch(/name="P3"[^>]*checked/);
    expect(body).not.toMatch(/name="P7"[^>]*checked/);
  });

  it('lets the last answer win and keeps a confidential one that is left open', async () => {
    const memory = programme();
    const { get, post } = await visit(memory);
    await post(after(noon, 30), filled(await get(noon), { P1: 'no', P3: '4' }));
    await post(after(noon, 90), filled(await get(after(noon, 60)), { P1: 'yes' }));
    const saved = await memory.table.get(checkIns, ref);
    expect(saved?.answers).toEqual({ P1: 'yes' });
    expect(unseal(saved?.sealed ?? '', sealing, checkInId)).toEqual({ P3: '4' });
  });

  it('makes one request for help, however often Save is pressed, and keeps P7 nowhere else', async () => {
    const memory = programme();
    const { get, post } = await visit(memory);
    const form = filled(await get(noon), { P1: 'yes', P7: 'independent contact' });
    expect((await post(after(noon, 30), form)).body).toContain('Uwe Neutral');
    await post(after(noon, 31), form);
    const helpId = helpIdOf(checkInId, 'independent contact', 'call');
    expect(await memory.table.get(helps, { helpId })).toMatchObject({
      state: 'open',
      contact: 'independent contact',
      version: 1,
    });
    expect(memory.said().map(({ detailType, detail }) => [detailType, detail.helpId])).toEqual([
      ['help.requested.v1', helpId],
    ]);
    expect(memory.text()).not.toContain('P7":"');
  });

  it('asks for the fit after the first session and takes a wish to change as a request for help', async () => {
    const sessionCheckIn = `${pairId}.junior.session-2026-03-01` as typeof checkInId;
    const memory = programme({ pair: { sessions: 1 }, checkIn: { checkInId: sessionCheckIn } });
    const token = await mintWith(
      memory.keys,
      'answer',
      { cohort: cohortId, checkIn: sessionCheckIn },
      '2026-03-23T08:00:00.000Z',
    );
    const needs = {
      table: memory.table,
      keys: memory.keys,
      posts: memory.posts,
      stage: 'prod',
      randomBytes: () => new Uint8Array(12),
    };
    const page = await answer(request('GET', `/answer/${token}?p1=yes`), needs, triggerAt(noon));
    const form = filled(page, { fit: 'change: coordinator' });
    await answer(request('POST', `/answer/${token}`, { form }), needs, triggerAt(after(noon, 20)));
    expect(await memory.table.get(helps, { helpId: helpIdOf(sessionCheckIn, 'coordinator', 'fit') })).toMatchObject({
      about: 'fit',
    });
  });
});

describe('a machine that presses Save', () => {
  const p1Of = async (memory: MemoryTable) => (await memory.table.get(checkIns, ref))?.answers?.P1;

  it('does not count within two seconds of rendering', async () => {
    const memory = programme();
    const { get, post } = await visit(memory);
    const reply = await post(after(noon, 1), filled(await get(noon), { P1: 'yes' }));
    expect(reply.status).toBe(409);
    expect(reply.body).toContain('noch einmal auf „Speichern“');
    expect(await p1Of(memory)).toBeUndefined();
  });

  it('does not count by the hidden button, or without a signed render time', async () => {
    const memory = programme();
    const { get, post } = await visit(memory);
    expect((await post(after(noon, 30), filled(await get(noon), { P1: 'yes', by: 'machine' }))).status).toBe(409);
    expect((await post(after(noon, 60), new URLSearchParams({ P1: 'yes' }))).status).toBe(409);
    expect(await p1Of(memory)).toBeUndefined();
  });

  it('counts after that only from a page rendered ten seconds later', async () => {
    const memory = programme();
    const { get, post } = await visit(memory);
    await post(after(noon, 1), filled(await get(noon), { P1: 'yes' }));
    const tooNear = await get(after(noon, 5));
    expect((await post(after(noon, 40), filled(tooNear, { P1: 'no' }))).status).toBe(409);
    const later = await get(after(noon, 11));
    expect((await post(after(noon, 45), filled(later, { P1: 'no' }))).status).toBe(200);
    expect(await p1Of(memory)).toBe('no');
  });

  it('does not replace an answer by another one within ten seconds', async () => {
    const memory = programme();
    const { get, post } = await visit(memory);
    await post(after(noon, 3), filled(await get(noon), { P1: 'yes' }));
    expect((await post(after(noon, 6), filled(await get(noon), { P1: 'no' }))).status).toBe(409);
    expect(await p1Of(memory)).toBe('yes');
  });

  it('leaves the reminder where it was', async () => {
    const memory = programme();
    const { get, post } = await visit(memory);
    await post(after(noon, 1), filled(await get(noon), { P1: 'yes' }));
    expect((await memory.table.get(checkIns, ref))?.dueAt).toBe('2026-03-05T08:00:00.000Z');
  });
});

describe('a link that opens nothing', () => {
  it('is the same page, forged, cut off, expired or of another type', async () => {
    const memory = programme();
    const { token, open } = await visit(memory);
    const other = await visit(memory, 'me');
    const old = await visit(memory, 'answer', '2026-03-01T00:00:00.000Z');
    const replies = await Promise.all(
      [`${token}x`, token.slice(0, -3), other.token, old.token, 'nonsense'].map((each) =>
        open(`/answer/${each}`, noon),
      ),
    );
    expect(new Set(replies.map(({ status, body }) => `${status} ${body}`)).size).toBe(1);
    expect(replies[0]?.status).toBe(404);
  });

  it('answers kindly and saves nothing once the check-in has closed', async () => {
    const memory = programme();
    const { get, post } = await visit(memory);
    const form = filled(await get('2026-03-16T07:59:00.000Z'), { P1: 'yes' });
    const reply = await post('2026-03-16T08:00:00.000Z', form);
    expect(reply.status).toBe(410);
    expect(memory.commits()).toBe(0);
  });

  it('refuses what another site posts', async () => {
    const memory = programme();
    const { get, post } = await visit(memory);
    const form = filled(await get(noon), { P1: 'yes' });
    expect((await post(after(noon, 30), form, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect(memory.commits()).toBe(0);
  });

  it('shows a preview and saves nothing through it', async () => {
    const memory = programme();
    const { open } = await visit(memory);
    const claims = { cohort: cohortId, checkIn: checkInId };
    const path = await makePreview(memory.keys, '', 'answer', claims, after(noon, 3600));
    expect((await open(`${path}?p1=yes`, noon)).status).toBe(200);
    expect((await open(path, after(noon, 30), 'POST')).body).toContain('Vorschau');
    expect(memory.commits()).toBe(0);
  });
});
