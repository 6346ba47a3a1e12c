import { describe, expect, it } from 'vitest';
import { confirm } from '../../../../functions/confirm/confirm.ts';
import { participants } from '../../../../shared/participant/participant.ts';
import { makePreview, mintWith } from '../../../../shared/token/open-link.ts';
import { filled, request, triggerAt } from '../../../support/browser-without-browser.ts';
import type { MemoryTable } from '../../../support/memory-table.ts';
import { after, cohortId, junior, noon, programme } from '../../../support/programme.ts';

const claims = { cohort: cohortId, person: junior };
const invited = () =>
  programme({
    cohort: { state: 'enrolling' },
    junior: { state: 'invited', slots: {}, dueAt: '2026-03-05T08:00:00.000Z' },
  });

async function visit(memory: MemoryTable, token?: string) {
  const path = `/confirm/${token ?? (await mintWith(memory.keys, 'confirm', claims, '2026-03-20T00:00:00.000Z'))}`;
  const needs = { table: memory.table, keys: memory.keys, posts: memory.posts, stage: 'prod' };
  return {
    get: (at: string, query = '') => confirm(request('GET', `${path}${query}`), needs, triggerAt(at)),
    post: (at: string, form: URLSearchParams, headers = {}) =>
      confirm(request('POST', path, { form, headers }), needs, triggerAt(at)),
    me: () => memory.table.get(participants, { cohortId, personId: junior }),
  };
}

describe('the question whether one takes part', () => {
  it('has the choice of the link selected and saves nothing by being opened', async () => {
    const memory = invited();
    const { get } = await visit(memory);
    expect((await get(noon, '?answer=no')).body).toMatch(/value="no"[^>]*checked/);
    expect((await get(noon, '?answer=yes')).body).toMatch(/value="yes"[^>]*checked/);
    expect(memory.commits()).toBe(0);
  });

  it('takes a yes with what the person says of themself, and the reminder falls away', async () => {
    const { get, post, me } = await visit(invited());
    const form = filled(await get(noon, '?answer=yes'), {
      callName: 'Jojo',
      topics: ['Soziale Medien', 'Erfundenes'],
      languages: ['de', 'en'],
    });
    expect((await post(after(noon, 30), form)).status).toBe(200);
    const saved = await me();
    expect(saved).toMatchObject({ state: 'confirmed', confirmedAt: after(noon, 30) });
    expect(saved?.self).toMatchObject({
      callName: 'Jojo',
      topics: ['Soziale Medien'],
      languages: ['de', 'en'],
      timeZone: 'Europe/Berlin',
    });
    expect(saved?.dueAt).toBeUndefined();
  });

  it.each([true, false])(
    'takes what a form said meanwhile only if the person says that it is right (%s)',
    async (mine) => {
      const memory = programme({
        cohort: { state: 'enrolling' },
        junior: {
          state: 'invited',
          slots: {},
          typed: {
            at: noon,
            self: { callName: 'Joni', topics: ['Soziale Medien'], capacity: 2, schedulingContact: 'joker@example.com' },
          },
        },
      });
      const { get, post, me } = await visit(memory);
      const shown = await get(noon, '?answer=yes');
      expect(shown.body).toContain('joker@example.com');
      const form = filled(shown);
      expect(form.get('typed')).toBe(noon);
      if (!mine) form.delete('typed');
      expect((await post(after(noon, 30), form)).status).toBe(200);
      const saved = await me();
      expect(saved?.typed).toBeUndefined();
      expect(saved?.self).toMatchObject({ callName: 'Joni', topics: ['Soziale Medien'] });
      expect([saved?.capacity, saved?.self.schedulingContact]).toEqual(
        mine ? [2, 'joker@example.com'] : [1, undefined],
      );
    },
  );

  it('takes a no without a reason and leaves what the person said as it was', async () => {
    const memory = invited();
    const { get, post, me } = await visit(memory);
    const before = await me();
    const reply = await post(after(noon, 30), filled(await get(noon, '?answer=no'), { callName: 'Jojo' }));
    expect(reply.body).toContain('Danke für die klare Antwort');
    expect(await me()).toMatchObject({ state: 'declined', self: before?.self });
    expect(memory.said()).toEqual([]);
  });

  it('lets a mind be changed until there is a pair', async () => {
    const { get, post, me } = await visit(invited());
    await post(after(noon, 30), filled(await get(noon, '?answer=no')));
    await post(after(noon, 90), filled(await get(after(noon, 60), '?answer=yes')));
    expect((await me())?.state).toBe('confirmed');
    const paired = await visit(programme());
    expect((await paired.get(noon)).status).toBe(410);
  });

  it('counts from the first yes in a row, whatever else is saved with the next one', async () => {
    const { get, post, me } = await visit(invited());
    const says = async (answer: string, at: string) =>
      post(after(at, 30), filled(await get(at, `?answer=${answer}`), { callName: 'Jojo' }));
    await says('yes', noon);
    await says('yes', after(noon, 3600));
    expect(await me()).toMatchObject({ confirmedAt: after(noon, 30), decidedAt: after(noon, 3630) });
    await says('no', after(noon, 7200));
    await says('yes', after(noon, 9000));
    expect(await me()).toMatchObject({ confirmedAt: after(noon, 9030) });
  });

  it('asks for an answer where none was chosen', async () => {
    const memory = invited();
    const { get, post } = await visit(memory);
    expect((await post(after(noon, 30), filled(await get(noon)))).status).toBe(422);
    expect(memory.commits()).toBe(0);
  });

  it('does not count a machine that opens and sends both links', async () => {
    const { get, post, me } = await visit(invited());
    const [yes, no] = [await get(noon, '?answer=yes'), await get(noon, '?answer=no')];
    await post(after(noon, 0.5), filled(yes));
    expect((await post(after(noon, 4), filled(no))).status).toBe(409);
    expect((await me())?.state).toBe('invited');
    expect((await me())?.dueAt).toBe('2026-03-05T08:00:00.000Z');
    expect((await post(after(noon, 3630), filled(await get(after(noon, 3600), '?answer=yes')))).status).toBe(200);
    expect((await me())?.state).toBe('confirmed');
  });

  it('shows a preview and saves nothing through it', async () => {
    const memory = invited();
    const path = await makePreview(memory.keys, '', 'confirm', claims, after(noon, 3600));
    const { get, post } = await visit(memory, path.split('/').at(-1));
    const form = filled(await get(noon, '?answer=yes'));
    expect((await post(after(noon, 30), form)).body).toContain('Vorschau');
    expect(memory.commits()).toBe(0);
  });

  it('refuses what another site posts, and opens nothing without a true token', async () => {
    const memory = invited();
    const { get, post } = await visit(memory);
    expect(
      (await post(after(noon, 30), filled(await get(noon, '?answer=no')), { 'sec-fetch-site': 'cross-site' })).status,
    ).toBe(403);
    const forged = await visit(memory, 'forged');
    expect((await forged.get(noon)).status).toBe(404);
  });
});
