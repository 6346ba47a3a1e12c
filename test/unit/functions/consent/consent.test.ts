import { describe, expect, it } from 'vitest';
import { makePreview } from '../../../../shared/token/open-link.ts';
import { filled } from '../../../support/browser-without-browser.ts';
import { after, cohortId, junior, noon, pairId, senior } from '../../../support/programme.ts';
import { asked, between, said, visit } from './asked.ts';

const withoutTokens = (body: string) => body.replaceAll(/name="rendered" value="[^"]*"/g, '');

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

  it('shows in HR’s preview nothing of the pair that the two of a sample may be by now', async () => {
    const worlds = await Promise.all(
      [
        between(),
        between({ consent: { junior: said('no') } }),
        between({ state: 'accepted-by-junior', consent: { junior: said('yes'), senior: asked } }),
        between({ state: 'formed', formedAt: noon, consent: { junior: said('yes'), senior: said('yes') } }),
        between({ state: 'not-formed', consent: undefined }),
      ].map(async (memory) => {
        const pages = [junior, senior].map(async (person) => {
          const claims = { cohort: cohortId, pair: pairId, person };
          const link = await makePreview(memory.keys, '', 'consent', claims, '2026-05-20T00:00:00.000Z');
          return (await visit(memory, person, link.split('/consent/')[1])).get(noon);
        });
        return (await Promise.all(pages)).map(({ status, body }) => `${status} ${withoutTokens(body)}`);
      }),
    );
    for (const world of worlds) expect(world).toEqual(worlds[0]);
    expect(worlds[0]?.map((page) => page.slice(0, 3))).toEqual(['200', '200']);
    expect(worlds[0]?.join()).not.toMatch(/checked/);
  });
});
