import { describe, expect, it } from 'vitest';
import { consent } from '../../../../functions/consent/consent.ts';
import type { Question } from '../../../../shared/pair/consent.ts';
import { type Pair, pairs } from '../../../../shared/pair/pair.ts';
import { runs } from '../../../../shared/pairing/run.ts';
import type { Draft } from '../../../../shared/table/aggregate.ts';
import { makePreview, mintWith } from '../../../../shared/token/open-link.ts';
import { filled, request, triggerAt } from '../../../support/browser-without-browser.ts';
import type { MemoryTable } from '../../../support/memory-table.ts';
import {
  after,
  cohort,
  cohortId,
  junior,
  noon,
  pairId,
  programme,
  pair as sample,
  senior,
} from '../../../support/programme.ts';

const { runId } = sample();
const asked: Question = { askedAt: noon, closesAt: '2026-03-11T08:00:00.000Z' };
const said = (answer: 'yes' | 'no'): Question => ({ ...asked, answer, answeredAt: noon });

function between(pair: Partial<Draft<Pair>> = {}, more: Parameters<typeof programme>[0] = {}): MemoryTable {
  const consent = { junior: asked };
  const memory = programme({
    ...more,
    junior: { slots: {}, ...more.junior },
    senior: { slots: {}, ...more.senior },
    pair: { state: 'proposed', formedAt: undefined, consent, ...pair },
  });
  memory.has(
    runs,
    { cohortId, runId },
    {
      cohortId,
      runId,
      state: 'approved',
      rules: cohort.rules,
      seed: 1,
      requestedAt: noon,
      pages: 1,
      consentDueAt: '2026-03-20T08:00:00.000Z',
    },
  );
  return memory;
}

async function visit(memory: MemoryTable, person = junior, token?: string) {
  const claims = { cohort: cohortId, pair: pairId, person };
  const path = `/consent/${token ?? (await mintWith(memory.keys, 'consent', claims, '2026-05-20T00:00:00.000Z'))}`;
  const needs = { table: memory.table, keys: memory.keys, stage: 'prod' };
  const get = (at: string, query = '') => consent(request('GET', `${path}${query}`), needs, triggerAt(at));
  const post = (at: string, form: URLSearchParams, headers = {}) =>
    consent(request('POST', path, { form, headers }), needs, triggerAt(at));
  return {
    get,
    post,
    /** Reads the page for half a minute and presses Save. */
    says: async (answer: 'yes' | 'no', at = noon) => post(after(at, 30), filled(await get(at, `?answer=${answer}`))),
    pair: () => memory.table.get(pairs, { cohortId, pairId }),
  };
}

describe('the question about a pair', () => {
  it('names the other, has the choice of the link selected, and saves nothing by being opened', async () => {
    const memory = between();
    const { get } = await visit(memory);
    const no = await get(noon, '?answer=no');
    expect(no.body).toContain('Dr. Sabine Hoffmann');
    expect(no.body).toMatch(/value="no"[^>]*checked/);
    expect((await get(noon, '?answer=yes')).body).toMatch(/value="yes"[^>]*checked/);
    expect((await get(noon)).body).not.toMatch(/checked/);
    expect(memory.commits()).toBe(0);
  });

  it('takes the junior’s yes, and says by when they would be introduced', async () => {
    const memory = between();
    const { says, pair } = await visit(memory);
    const reply = await says('yes');
    expect(reply).toMatchObject({ status: 200, body: expect.stringContaining('Freitag, 20. März 2026') });
    expect(await pair()).toMatchObject({ state: 'accepted-by-junior', consent: { junior: { answer: 'yes' } } });
    expect(memory.said().map(({ detailType }) => detailType)).toEqual(['pair.accepted.v1']);
  });

  it('takes a no, moves nothing and tells nobody', async () => {
    const memory = between();
    const { says, pair } = await visit(memory);
    expect((await says('no')).status).toBe(200);
    expect(await pair()).toMatchObject({ state: 'proposed', consent: { junior: { answer: 'no' } } });
    expect(memory.said()).toEqual([]);
    expect(memory.text()).not.toMatch(/"command":"[^"]*(no|decline)[^"]*"/);
  });

  it('writes once for the same answer, however often it is pressed', async () => {
    const memory = between();
    const { get, post } = await visit(memory);
    const form = filled(await get(noon, '?answer=yes'));
    for (const seconds of [30, 31, 60]) expect((await post(after(noon, seconds), form)).status).toBe(200);
    expect(memory.commits()).toBe(1);
  });

  it('lets a mind be changed', async () => {
    const { says, pair } = await visit(between());
    await says('yes');
    await says('no', after(noon, 300));
    expect((await pair())?.consent?.junior.answer).toBe('no');
  });

  it('asks for an answer where none was chosen', async () => {
    const { get, post } = await visit(between());
    expect((await post(after(noon, 30), filled(await get(noon)))).status).toBe(422);
  });

  it('shows the senior the same pages, whatever the junior says meanwhile', async () => {
    const worlds = await Promise.all(
      (['yes', 'no'] as const).map(async (answer) => {
        const memory = between({ state: 'accepted-by-junior', consent: { junior: said(answer), senior: asked } });
        const { get, says } = await visit(memory, senior);
        return [await get(noon), await says('no'), await get(after(noon, 600)), await says('yes', after(noon, 900))];
      }),
    );
    expect(worlds[0]).toEqual(worlds[1]);
    expect(worlds[0]?.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });

  describe('after the senior’s yes', () => {
    const [yes, closed] = [said('yes'), asked.closesAt];
    const rules = { rules: ['level-gap'], at: after(noon, 60), times: 1 };
    /** What becomes of a pair to which the junior had said yes; `undefined` while nothing has. */
    const worlds: Record<string, Partial<Draft<Pair>>> = {
      formed: { state: 'formed', formedAt: noon, consent: { junior: yes, senior: yes } },
      'on its way': { state: 'active', formedAt: noon, consent: { junior: yes, senior: yes } },
      'stopped once it had formed': {
        state: 'blocked',
        blocked: rules,
        formedAt: noon,
        consent: { junior: yes, senior: yes },
      },
      'without a place': { state: 'accepted-by-junior', consent: { junior: yes, senior: yes } },
      'taken back by the junior': { state: 'accepted-by-junior', consent: { junior: said('no'), senior: yes } },
      'stopped by a rule': { state: 'blocked', blocked: rules, consent: { junior: yes, senior: yes } },
      'stopped by a rule, and forgotten': { state: 'blocked', blocked: rules, consent: undefined, yesUntil: closed },
    };

    /** Everything that the senior can open or send, until the question closes and afterwards. */
    async function seen(pair: Partial<Draft<Pair>>) {
      const memory = between({ state: 'accepted-by-junior', consent: { junior: yes, senior: asked } });
      const { get, post, says } = await visit(memory, senior);
      const form = filled(await get(noon, '?answer=no'));
      const thanked = await says('yes');
      memory.has(pairs, { cohortId, pairId }, sample({ formedAt: undefined, ...pair }), 5);
      const commits = memory.commits();
      const open = [
        await get(after(noon, 60)),
        await get(after(noon, 61), '?answer=no'),
        await post(after(noon, 62), form),
        await post(after(noon, 63), new URLSearchParams()),
        await get(after(closed, -1)),
      ];
      const late = [await get(closed), await post(after(closed, 60), form)];
      expect(memory.commits()).toBe(commits);
      return { thanked, open, late };
    }

    it.each(Object.entries(worlds))(
      'is the same page until the question closes, and then another: %s',
      async (_, pair) => {
        const { thanked, open, late } = await seen(pair);
        expect(thanked).toMatchObject({ status: 200, body: expect.stringContaining('Danke für dein Ja') });
        expect(thanked.body).not.toMatch(/<form|Antwort ändern/);
        for (const reply of open) expect(reply).toEqual(thanked);
        for (const reply of late)
          expect(reply).toEqual({ status: 410, body: expect.stringContaining('abgeschlossen') });
        expect(late[0]).toEqual(late[1]);
        const { thanked: another, late: later } = await seen(worlds.formed ?? {});
        expect([thanked, ...late]).toEqual([another, ...later]);
      },
    );

    it('is the answer also to a no that was on its way', async () => {
      const memory = between({ state: 'accepted-by-junior', consent: { junior: said('no'), senior: asked } });
      const [one, other] = [await visit(memory, senior), await visit(memory, senior)];
      const no = filled(await other.get(noon, '?answer=no'));
      const thanked = await one.says('yes');
      expect(await other.post(after(noon, 31), no)).toEqual(thanked);
      expect((await one.pair())?.consent?.senior?.answer).toBe('yes');
    });
  });

  it('tells the senior beforehand that a yes is final, and the junior nothing of the kind', async () => {
    const memory = between({ state: 'accepted-by-junior', consent: { junior: said('yes'), senior: asked } });
    expect((await (await visit(memory, senior)).get(noon)).body).toContain('Ein Ja gilt');
    expect((await (await visit(memory)).get(noon)).body).not.toContain('Ein Ja gilt');
  });

  it('is closed kindly, and alike, whatever has happened', async () => {
    const closed = '2026-03-11T08:00:00.000Z';
    const replies = await Promise.all([
      visit(between()).then(({ get }) => get(closed)),
      visit(between({ consent: { junior: said('no') } })).then(({ get }) => get(closed)),
      visit(between({ state: 'formed', formedAt: noon })).then(({ get }) => get(noon)),
      visit(between({ state: 'not-formed', consent: undefined })).then(({ get }) => get(noon)),
      visit(between({ state: 'blocked' })).then(({ get }) => get(noon)),
      visit(between({}, { cohort: { state: 'closing' } })).then(({ get }) => get(noon)),
      visit(between({}, { junior: { state: 'left' } })).then(({ get }) => get(noon)),
      visit(between()).then(({ post }) => post(closed, new URLSearchParams({ answer: 'yes' }))),
    ]);
    expect(new Set(replies.map(({ status, body }) => `${status} ${body}`)).size).toBe(1);
    expect(replies[0]).toMatchObject({ status: 410, body: expect.stringContaining('Diese Frage ist abgeschlossen') });
  });

  it('is asked of nobody before their turn, nor of anybody else', async () => {
    const before = await visit(between(), senior);
    expect((await before.get(noon)).status).toBe(410);
    const stranger = await visit(between(), 'per_00000000000000000000000000000003' as typeof senior);
    expect((await stranger.get(noon)).status).toBe(404);
  });

  it('is asked of each as what they are in the pair, also where HR’s file turns the roles round meanwhile', async () => {
    const memory = between(
      { state: 'accepted-by-junior', consent: { junior: said('yes'), senior: asked } },
      { junior: { role: 'senior' }, senior: { role: 'junior' } },
    );
    const [mine, theirs] = [await visit(memory), await visit(memory, senior)];
    expect((await theirs.get(noon)).body).not.toMatch(/checked/);
    await mine.says('no', after(noon, 60));
    expect((await mine.pair())?.consent).toMatchObject({ junior: { answer: 'no' } });
    expect((await mine.pair())?.consent?.senior?.answer).toBeUndefined();
    await theirs.says('yes', after(noon, 120));
    expect((await mine.pair())?.consent).toMatchObject({ junior: { answer: 'no' }, senior: { answer: 'yes' } });
  });

  it('does not count a machine that presses Save', async () => {
    const { get, post, says, pair } = await visit(between());
    const hurried = await post(after(noon, 1), filled(await get(noon, '?answer=no')));
    expect(hurried.status).toBe(409);
    const hidden = filled(await get(after(noon, 60), '?answer=no'));
    hidden.set('by', 'machine');
    expect((await post(after(noon, 90), hidden)).status).toBe(409);
    expect((await pair())?.consent?.junior).toMatchObject({ suspectAt: after(noon, 90) });
    expect((await pair())?.consent?.junior.answer).toBeUndefined();
    expect((await says('yes', after(noon, 120))).status).toBe(200);
  });

  it('refuses another site, and saves nothing for a preview', async () => {
    const memory = between();
    const { get, post } = await visit(memory);
    const form = filled(await get(noon, '?answer=yes'));
    expect((await post(after(noon, 30), form, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const claims = { cohort: cohortId, pair: pairId, person: junior };
    const link = await makePreview(memory.keys, 'https://x.example', 'consent', claims, '2026-05-20T00:00:00.000Z');
    const preview = await visit(memory, junior, link.split('/consent/')[1]);
    expect((await preview.get(noon)).status).toBe(200);
    await preview.post(after(noon, 30), form);
    expect(memory.commits()).toBe(0);
  });
});
