import { describe, expect, it } from 'vitest';
import { answer } from '../../../../functions/me/me.ts';
import { participants } from '../../../../shared/participant/participant.ts';
import { mostPosts } from '../../../../shared/token/limits.ts';
import { makePreview, mintWith } from '../../../../shared/token/open-link.ts';
import { filled, request, triggerAt } from '../../../support/browser-without-browser.ts';
import type { MemoryTable } from '../../../support/memory-table.ts';
import { after, cohortId, junior, noon, programme } from '../../../support/programme.ts';

async function visit(memory: MemoryTable) {
  const token = await mintWith(memory.keys, 'me', { cohort: cohortId, person: junior }, '2026-11-29T00:00:00.000Z');
  const needs = { table: memory.table, keys: memory.keys, posts: memory.posts, stage: 'prod' };
  const ask = (method: 'GET' | 'POST', page: string, at: string, form?: URLSearchParams) =>
    answer(request(method, `/me/${token}${page}`, form ? { form } : {}), needs, triggerAt(at));
  return {
    needs,
    get: (page: string, at = noon) => ask('GET', page, at),
    /** Opens a page, fills it in and sends it half a minute later. */
    send: async (page: string, choices: Record<string, string | string[]> = {}) =>
      ask('POST', page, after(noon, 30), filled(await ask('GET', page, noon), choices)),
    me: () => memory.table.get(participants, { cohortId, personId: junior }),
  };
}

describe('stopping letters', () => {
  const stopPath = async (memory: MemoryTable, kind = 'check-in') =>
    `/stop/${await mintWith(memory.keys, 'unsubscribe', { cohort: cohortId, person: junior, kind }, '2026-11-29T00:00:00.000Z')}`;

  it('takes one POST of a mail server, and a second one changes nothing', async () => {
    const memory = programme();
    const { needs, me } = await visit(memory);
    const path = await stopPath(memory);
    const oneClick = { form: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) };
    expect((await answer(request('POST', path, oneClick), needs, triggerAt(noon))).status).toBe(200);
    expect((await answer(request('POST', path, oneClick), needs, triggerAt(noon))).status).toBe(200);
    expect((await me())?.stopped).toEqual(['check-in', 'check-in-reminder']);
    expect(memory.commits()).toBe(1);
  });

  it('shows one button and stops nothing by being opened', async () => {
    const memory = programme();
    const { needs } = await visit(memory);
    expect((await answer(request('GET', await stopPath(memory)), needs, triggerAt(noon))).body).toContain(
      'Abbestellen</button>',
    );
    expect(memory.commits()).toBe(0);
  });

  it('stops nothing for a mail filter that presses its button, and does for the person who comes after it', async () => {
    const memory = programme();
    const { needs, me } = await visit(memory);
    const path = await stopPath(memory);
    const get = (at: string) => answer(request('GET', path), needs, triggerAt(at));
    const post = (form: URLSearchParams, at: string) => answer(request('POST', path, { form }), needs, triggerAt(at));
    for (const by of ['person', 'machine']) {
      const reply = await post(filled(await get(noon), { by }), after(noon, 1));
      expect(reply.status).toBe(409);
      expect(reply.body).toContain('noch einmal');
    }
    expect((await me())?.stopped).toEqual([]);
    expect((await post(filled(await get(after(noon, 60))), after(noon, 65))).status).toBe(200);
    expect((await me())?.stopped).toEqual(['check-in', 'check-in-reminder']);
  });

  it('takes no more POSTs by one link than any other page does, so that nobody fills the audit by it', async () => {
    const memory = programme();
    const { needs, me } = await visit(memory);
    const path = await stopPath(memory);
    const press = () =>
      answer(request('POST', path, { form: new URLSearchParams({ by: 'machine' }) }), needs, triggerAt(noon));
    for (let presses = 0; presses < mostPosts; presses++) expect((await press()).status).toBe(409);
    const before = memory.commits();
    expect((await press()).status).toBe(429);
    expect(memory.commits()).toBe(before);
    expect((await me())?.stopped).toEqual([]);
    expect((await answer(request('GET', path), needs, triggerAt(noon))).status).toBe(200);
  });

  it('leads HR from a preview to nothing by which she could act as the person', async () => {
    const memory = programme();
    const { needs, me } = await visit(memory);
    const claims = { cohort: cohortId, person: junior, kind: 'check-in' };
    const path = await makePreview(memory.keys, '', 'unsubscribe', claims, after(noon, 3600));
    const { body } = await answer(request('GET', path), needs, triggerAt(noon));
    const found = /href="(\/me\/[^"]+)\/letters"/.exec(body)?.[1] ?? '';
    expect((await answer(request('GET', `${found}/leave`), needs, triggerAt(noon))).status).toBe(200);
    const form = filled(await answer(request('GET', `${found}/leave`), needs, triggerAt(noon)), {});
    await answer(request('POST', `${found}/leave`, { form }), needs, triggerAt(after(noon, 30)));
    expect((await me())?.state).toBe('confirmed');
    expect(memory.commits()).toBe(0);
  });

  it('knows no kind that must come', async () => {
    const memory = programme();
    const { needs } = await visit(memory);
    expect((await answer(request('POST', await stopPath(memory, 'introduction')), needs, triggerAt(noon))).status).toBe(
      404,
    );
  });

  it('allows a kind again', async () => {
    const memory = programme({ junior: { stopped: ['check-in', 'check-in-reminder', 'training'] } });
    const { send, me } = await visit(memory);
    await send('/letters', { letters: ['check-in', 'guide', 'thanks', 'mid', 'closing', 'follow-up'] });
    expect((await me())?.stopped).toEqual(['training']);
  });
});
