import { describe, expect, it } from 'vitest';
import { answer } from '../../../../functions/me/me.ts';
import { pairs } from '../../../../shared/pair/pair.ts';
import { mintWith } from '../../../../shared/token/open-link.ts';
import { filled, request, triggerAt } from '../../../support/browser-without-browser.ts';
import type { MemoryTable } from '../../../support/memory-table.ts';
import { after, cohortId, junior, noon, pairId, participant, programme, senior } from '../../../support/programme.ts';

async function visit(memory: MemoryTable, person = junior) {
  const token = await mintWith(memory.keys, 'me', { cohort: cohortId, person }, '2026-11-29T00:00:00.000Z');
  const needs = { table: memory.table, keys: memory.keys, posts: memory.posts, stage: 'prod' };
  const get = (page: string, at = noon) => answer(request('GET', `/me/${token}${page}`), needs, triggerAt(at));
  const post = (page: string, form: URLSearchParams, at: string) =>
    answer(request('POST', `/me/${token}${page}`, { form }), needs, triggerAt(at));
  const send = async (page: string, choices: Record<string, string> = {}, at = noon) =>
    post(page, filled(await get(page, at), choices), after(at, 30));
  return { get, post, send };
}

const said = (memory: MemoryTable) => memory.said().map(({ detailType }) => detailType);

describe('the next meeting', () => {
  const pairIn = (memory: MemoryTable) => memory.table.get(pairs, { cohortId, pairId });

  it('is set, moved and cancelled by either side, at an hour of their own zone', async () => {
    const memory = programme({ senior: { self: { ...participant('senior').self, timeZone: 'Europe/London' } } });
    const [first, second] = [await visit(memory), await visit(memory, senior)];
    expect((await first.send('/next', { date: '2026-04-01', time: '10:00' })).status).toBe(303);
    expect(await pairIn(memory)).toMatchObject({
      nextSession: '2026-04-01',
      entry: { number: 1, sequence: 0, startsAt: '2026-04-01T08:00:00.000Z', state: 'set' },
    });
    const { body } = await second.get('/next');
    expect(body).toMatch(/value="2026-04-01"[\s\S]*value="09:00"/);
    await second.send('/next', { date: '2026-04-02', time: '10:00' }, after(noon, 60));
    expect((await first.get('')).body).toContain('Donnerstag, 2. April 2026, 11:00');
    await first.send('/next', { plan: 'none' }, after(noon, 120));
    expect(await pairIn(memory)).toMatchObject({ entry: { number: 1, sequence: 2, state: 'cancelled' } });
    expect(said(memory)).toEqual(['session.planned.v1', 'session.planned.v1', 'session.cancelled.v1']);
  });

  it('may be told while a meeting is logged', async () => {
    const memory = programme();
    const { send } = await visit(memory);
    await send('/session', { next: '2026-04-01', nextTime: '10:00' });
    expect(said(memory).sort()).toEqual(['session.logged.v1', 'session.planned.v1']);
  });

  it.each([
    ['a day that is over', { date: '2026-03-01' }],
    ['a day that no calendar has', { date: '2026-02-30' }],
    ['no day', { time: '10:00' }],
    ['an hour that is over', { date: '2026-03-02', time: '08:00' }],
    ['an hour that no clock has', { date: '2026-04-01', time: '25:00' }],
  ])('refuses %s and keeps what was filled in', async (_what, wrong) => {
    const memory = programme();
    const { send } = await visit(memory);
    const reply = await send('/next', wrong);
    expect(reply.status).toBe(422);
    for (const value of Object.values(wrong)) expect(reply.body).toContain(`value="${value}"`);
    expect(memory.commits()).toBe(0);
  });

  it('does not count a machine, and has no form for somebody without a pair', async () => {
    const memory = programme();
    const { get, post } = await visit(memory);
    const form = filled(await get('/next'), { date: '2026-04-01' });
    expect((await post('/next', form, after(noon, 1))).status).toBe(409);
    expect(memory.said()).toEqual([]);
    const { get: alone } = await visit(programme({ junior: { slots: {} } }));
    expect((await alone('/next')).body).not.toContain('<form');
  });
});
