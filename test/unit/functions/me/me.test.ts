import { describe, expect, it } from 'vitest';
import { answer } from '../../../../functions/me/me.ts';
import { pairs } from '../../../../shared/pair/pair.ts';
import { participants } from '../../../../shared/participant/participant.ts';
import { sessionIdOf, sessions } from '../../../../shared/session/session.ts';
import { makePreview, mintWith } from '../../../../shared/token/open-link.ts';
import { filled, request, triggerAt } from '../../../support/browser-without-browser.ts';
import type { MemoryTable } from '../../../support/memory-table.ts';
import { after, cohortId, junior, noon, pairId, programme, senior } from '../../../support/programme.ts';

async function visit(memory: MemoryTable, person = junior) {
  const token = await mintWith(memory.keys, 'me', { cohort: cohortId, person }, '2026-11-29T00:00:00.000Z');
  const needs = { table: memory.table, keys: memory.keys, posts: memory.posts, stage: 'prod' };
  const get = (page: string, at = noon) => answer(request('GET', `/me/${token}${page}`), needs, triggerAt(at));
  const post = (page: string, form: URLSearchParams, at: string) =>
    answer(request('POST', `/me/${token}${page}`, { form }), needs, triggerAt(at));
  return {
    needs,
    token,
    get,
    post,
    /** Opens a page, fills it in and sends it half a minute later. */
    send: async (page: string, choices: Record<string, string | string[]> = {}, at = noon) =>
      post(page, filled(await get(page, at), choices), after(at, 30)),
    me: () => memory.table.get(participants, { cohortId, personId: person }),
  };
}

const said = (memory: MemoryTable) => memory.said().map(({ detailType }) => detailType);

describe('a participant’s own pages', () => {
  it('show how things are and where to go', async () => {
    const { get } = await visit(programme({ pair: { sessions: 2, nextSession: '2026-03-27' } }));
    const { body, status } = await get('');
    expect(status).toBe(200);
    expect(body).toContain('Hallo Jonas');
    expect(body).toContain('Freitag, 27. März 2026');
  });

  it('are one neutral page for another person’s guess, a wrong type and a page that is not there', async () => {
    const memory = programme();
    const { needs, get } = await visit(memory);
    const other = await mintWith(
      memory.keys,
      'answer',
      { cohort: cohortId, person: junior },
      '2026-11-29T00:00:00.000Z',
    );
    const replies = [
      await get('/constructor'),
      await get('/nowhere'),
      await answer(request('GET', `/me/${other}`), needs, triggerAt(noon)),
    ];
    expect(new Set(replies.map(({ status, body }) => `${status}${body}`)).size).toBe(1);
    expect(replies[0]?.status).toBe(404);
  });

  it('save nothing from a preview', async () => {
    const memory = programme();
    const { needs } = await visit(memory);
    const path = await makePreview(memory.keys, '', 'me', { cohort: cohortId, person: junior }, after(noon, 3600));
    expect((await answer(request('GET', `${path}/leave`), needs, triggerAt(noon))).status).toBe(200);
    expect((await answer(request('POST', `${path}/leave`), needs, triggerAt(after(noon, 30)))).body).toContain(
      'Vorschau',
    );
    expect(memory.commits()).toBe(0);
  });
});

describe('HR’s preview of them', () => {
  it('looks the same whether this person has a partner or not', async () => {
    const looks = await Promise.all(
      [programme(), programme({ junior: { slots: {} } })].map(async (memory) => {
        const { needs } = await visit(memory);
        const path = await makePreview(memory.keys, '', 'me', { cohort: cohortId, person: junior }, after(noon, 3600));
        const open = async (page: string) =>
          (await answer(request('GET', `${path}${page}`), needs, triggerAt(noon))).body;
        const pages = await Promise.all(['', '/session', '/next', '/pause', '/leave'].map(open));
        return pages.map((body) => body.replaceAll(path, '').replaceAll(/name="rendered" value="[^"]*"/g, ''));
      }),
    );
    expect(looks[0]).toEqual(looks[1]);
  });
});

describe('logging a session', () => {
  it('proposes today and an hour, and says the session once, whoever logs it', async () => {
    const memory = programme();
    const first = await visit(memory);
    const second = await visit(memory, senior);
    expect((await first.send('/session', { movedBy: 'partner', next: '2026-04-01' })).status).toBe(303);
    expect((await second.send('/session', { minutes: '45' })).status).toBe(303);
    expect(said(memory)).toEqual(['session.logged.v1']);
    const logged = await memory.table.get(sessions, { cohortId, pairId, sessionId: sessionIdOf(pairId, '2026-03-02') });
    expect(logged?.logs).toMatchObject({ junior: { minutes: 60, movedBy: 'partner' }, senior: { minutes: 45 } });
    expect(await memory.table.get(pairs, { cohortId, pairId })).toMatchObject({
      sessions: 1,
      nextSession: '2026-04-01',
      state: 'active',
    });
  });

  it('takes the date of the person’s own zone', async () => {
    const memory = programme();
    const { send } = await visit(memory);
    await send('/session', {}, '2026-03-02T23:30:00.000Z');
    expect((await memory.table.get(pairs, { cohortId, pairId }))?.lastSession).toBe('2026-03-03');
  });

  it.each([
    ['a date ahead', { date: '2026-03-03' }],
    ['a date that no calendar has', { date: '2026-02-30' }],
    ['a next date behind', { next: '2026-03-01' }],
    ['a meeting of a day', { minutes: '1440' }],
  ])('refuses %s and keeps what was filled in', async (_what, wrong) => {
    const memory = programme();
    const { send } = await visit(memory);
    const reply = await send('/session', { movedBy: 'both', ...wrong });
    expect(reply.status).toBe(422);
    expect(reply.body).toMatch(/value="both"[^>]*checked/);
    expect(memory.commits()).toBe(0);
  });

  it('does not count a machine', async () => {
    const memory = programme();
    const { get, post } = await visit(memory);
    const again = await post('/session', filled(await get('/session')), after(noon, 1));
    expect(again.status).toBe(409);
    // Nor when it follows to the page that asks it to press once more, and presses there a little later.
    expect((await post('/session', filled(again), after(noon, 5))).status).toBe(409);
    expect((await post('/session', filled(await get('/session', after(noon, 6))), after(noon, 9))).status).toBe(409);
    expect(said(memory)).toEqual([]);
    const page = await get('/session', after(noon, 12));
    expect((await post('/session', filled(page), after(noon, 20))).status).toBe(303);
  });
});

describe('pausing, going on, leaving', () => {
  it('pauses and goes on, each said with its own number', async () => {
    const memory = programme();
    const { send, me } = await visit(memory);
    await send('/pause');
    expect((await me())?.state).toBe('paused');
    await send('/resume', {}, after(noon, 60));
    expect(await me()).toMatchObject({ state: 'confirmed', pauses: 2 });
    expect(
      memory
        .said()
        .map(({ detailType, detail }) => [detailType, detail.version])
        .sort(),
    ).toEqual([
      ['participant.paused.v1', 1],
      ['participant.resumed.v1', 2],
    ]);
  });

  it('withdraws before the cohort has pairs, and leaves afterwards, whether one has formed or not', async () => {
    const alone = { junior: { slots: {} } };
    for (const [memory, state] of [
      [programme({ ...alone, cohort: { state: 'review' } }), 'withdrawn'],
      [programme({ ...alone, cohort: { state: 'consent' } }), 'left'],
      [programme({ cohort: { state: 'consent' } }), 'left'],
      [programme(), 'left'],
    ] as const) {
      const { send, me } = await visit(memory);
      expect((await send('/leave')).status).toBe(303);
      expect((await me())?.state).toBe(state);
      expect(said(memory)).toEqual(['participant.left.v1']);
    }
  });

  it('leads back where a step is not possible or was taken already', async () => {
    const { get, send } = await visit(programme({ junior: { state: 'left' } }));
    expect((await get('/pause')).status).toBe(303);
    expect((await get('/leave')).status).toBe(303);
    expect((await send('', {})).status).toBe(404);
  });
});

describe('one’s own data', () => {
  it('may be corrected where the person said it', async () => {
    const memory = programme();
    const { send, me } = await visit(memory);
    const choices = {
      callName: 'Jo',
      letterLanguage: 'en',
      timeZone: 'Europe/London',
      days: ['2', '4'],
      from: '10:00',
      to: '12:00',
    };
    expect((await send('/data', choices)).status).toBe(303);
    expect((await me())?.self).toMatchObject({
      callName: 'Jo',
      letterLanguage: 'en',
      timeZone: 'Europe/London',
      topics: ['Digitale Werkzeuge'],
      hours: [
        { weekday: 2, from: '10:00', to: '12:00' },
        { weekday: 4, from: '10:00', to: '12:00' },
      ],
    });
  });

  it('names what cannot be saved', async () => {
    const memory = programme();
    const { send } = await visit(memory);
    expect((await send('/data', { from: '12:00', to: '10:00' })).status).toBe(422);
    expect((await send('/data', { schedulingContact: 'nobody' })).status).toBe(422);
    expect(memory.commits()).toBe(0);
  });
});
