import { describe, expect, it } from 'vitest';
import { enrol } from '../../../../functions/enrol/enrol.ts';
import { type Cohort, cohorts } from '../../../../shared/cohort/cohort.ts';
import { submissions } from '../../../../shared/submission/submission.ts';
import { partitionsOf } from '../../../../shared/table/keys.ts';
import { makePreview, mintWith } from '../../../../shared/token/open-link.ts';
import type { TokenType } from '../../../../shared/token/types.ts';
import type { Reply } from '../../../../shared/web/http.ts';
import { filled, request, triggerAt } from '../../../support/browser-without-browser.ts';
import { memoryTable } from '../../../support/memory-table.ts';
import { after, cohort, cohortId } from '../../../support/programme.ts';

const opened = '2026-02-10T09:00:00.000Z';
const expires = '2026-03-20T00:00:00.000Z';

/** Never the same twice, and the same in every run. */
let drawn = 0;
const randomBytes = (length: number) => new Uint8Array(length).fill(++drawn);

function stage(changes: Partial<Cohort> = {}) {
  const memory = memoryTable();
  memory.has(cohorts, { cohortId }, { ...cohort, state: 'enrolling', domains: ['example.com'], ...changes });
  const needs = { table: memory.table, keys: memory.keys, posts: memory.posts, stage: 'prod', randomBytes };
  const visit = (type: TokenType = 'cohort-form', claims: Record<string, string> = { cohort: cohortId }) => {
    const path = async () => `/enrol/${await mintWith(memory.keys, type, claims, expires)}`;
    return {
      get: async (at = opened, query = '') => enrol(request('GET', `${await path()}${query}`), needs, triggerAt(at)),
      post: async (form: URLSearchParams, at = after(opened, 60), headers = {}) =>
        enrol(request('POST', await path(), { form, headers }), needs, triggerAt(at)),
    };
  };
  const received = async () => {
    const all = [];
    for await (const each of memory.table.list(submissions, partitionsOf(cohortId), 'submission#')) all.push(each);
    return all;
  };
  return { memory, needs, visit, received };
}

const typed = {
  name: 'Ada Adler',
  email: 'Ada.Adler@mail.example.com',
  role: 'junior',
  topics: ['Soziale Medien', 'Erfundenes'],
  languages: ['de', 'en'],
  hours: 'Mo-Mi 09:00-13:00',
  pleaseNot: 'bo@example.com\ncy@example.com',
};
const form = (reply: Reply, changes: Record<string, string | string[]> = {}) => filled(reply, { ...typed, ...changes });

describe('the enrolment form', () => {
  it('saves nothing by being opened, in either language', async () => {
    const { memory, visit } = stage();
    const { get } = visit();
    expect((await get()).body).toContain('Hier meldest du dich an');
    expect((await get(opened, '?lang=en')).body).toContain('You sign up here');
    expect((await get()).body).not.toContain('<script');
    expect(memory.commits()).toBe(0);
  });

  it('becomes one submission, however often it is sent, and nobody is written to', async () => {
    const { memory, visit, received } = stage();
    const { get, post } = visit();
    const sent = form(await get());
    expect((await post(sent)).body).toContain('Danke, das ist angekommen');
    expect((await post(sent)).status).toBe(200);
    expect(await received()).toMatchObject([
      {
        state: 'received',
        source: 'form',
        told: {
          name: 'Ada Adler',
          address: 'ada.adler@mail.example.com',
          role: 'junior',
          topics: ['Soziale Medien'],
          hours: [{ weekday: 1 }, { weekday: 2 }, { weekday: 3 }],
          pleaseNot: ['bo@example.com', 'cy@example.com'],
        },
      },
    ]);
    expect(memory.said().map(({ detailType }) => detailType)).toEqual(['submission.received.v1']);
    expect(JSON.stringify(memory.said())).not.toContain('ada');
  });

  it.each([
    ['name', { name: '' }, 'Das fehlt noch.'],
    ['email', { email: 'ada' }, 'Das ist keine E-Mail-Adresse.'],
    ['email', { email: 'ada@example.org' }, 'Bitte eine Adresse bei example.com angeben.'],
    ['email', { email: 'ada@notexample.com' }, 'Bitte eine Adresse bei example.com angeben.'],
    ['role', { role: '' }, 'Das fehlt noch.'],
    ['role', { role: 'boss' }, 'Bitte eine der Möglichkeiten wählen.'],
    ['topics', { topics: ['Erfundenes'] }, 'Das fehlt noch.'],
    ['languages', { languages: ['xx'] }, 'Das fehlt noch.'],
    ['hours', { hours: '17-9' }, 'Bitte wie 09:00-17:00'],
    ['timeZone', { timeZone: 'Mars/Base' }, 'Diese Zeitzone gibt es nicht.'],
    ['capacity', { capacity: '99' }, 'Bitte eine der Möglichkeiten wählen.'],
    ['pleaseNot', { pleaseNot: 'bo' }, 'Das ist keine E-Mail-Adresse.'],
    ['schedulingContact', { schedulingContact: 'my assistant' }, 'Das ist keine E-Mail-Adresse.'],
  ])('says beside the field what is wrong and loses nothing: %s %o', async (field, changes, fault) => {
    const { memory, visit } = stage();
    const { get, post } = visit();
    const reply = await post(form(await get(), changes));
    expect(reply.status).toBe(422);
    expect(reply.body).toContain(fault);
    expect(reply.body).toContain(`href="#${field}"`);
    expect(reply.body).toContain(`id="${field}"`);
    if (field !== 'name') expect(reply.body).toContain('value="Ada Adler"');
    if (field !== 'pleaseNot') expect(reply.body).toContain('bo@example.com\ncy@example.com');
    expect(memory.commits()).toBe(0);
  });

  it('takes the first of what is sent twice, cuts what is huge, and ignores what it never asked', async () => {
    const { visit, received } = stage();
    const { get, post } = visit();
    const sent = form(await get(), { name: ['Ada Adler', 'Eve'], level: '9', managerId: '-', personId: 'x' });
    expect((await post(sent)).status).toBe(200);
    const [submission] = await received();
    expect(submission?.told).toMatchObject({ name: 'Ada Adler' });
    expect(Object.keys(submission?.told ?? {})).not.toContain('level');
    const huge = await post(form(await get(), { name: 'x'.repeat(300_000), topics: ['y'.repeat(300_000)] }));
    expect(huge.status).toBe(422);
    expect(huge.body.length).toBeLessThan(100_000);
  });

  it('is kept for later behind an address that says nothing of the person, and goes on from there', async () => {
    const { memory, needs, visit, received } = stage();
    const { get, post } = visit();
    const kept = await post(form(await get(), { keep: 'yes', email: '', hours: '17-9' }));
    const address = kept.headers?.location ?? '';
    expect(kept.status).toBe(303);
    expect(memory.text()).not.toMatch(/Adler|bo@example/);
    expect(await received()).toEqual([]);
    const open = (at: string) => enrol(request('GET', address), needs, triggerAt(at));
    const shown = await open(after(opened, 3_600));
    expect(shown.body).toContain('Gemerkt, noch nicht angemeldet');
    expect(shown.body).toContain('value="Ada Adler"');
    expect(shown.body).toContain('value="17-9"');
    const send = (changes: object, at: string) =>
      enrol(request('POST', address, { form: form(shown, changes as Record<string, string>) }), needs, triggerAt(at));
    expect((await send({ keep: 'yes', name: 'Ada A.' }, after(opened, 3_700))).headers?.location).toBe(address);
    expect((await open(after(opened, 3_800))).body).toContain('value="Ada A."');
    expect((await send({}, after(opened, 3_900))).body).toContain('Danke, das ist angekommen');
    expect(await received()).toHaveLength(1);
    const over = await open(after(opened, 4_000));
    expect(over.body).toContain('Hier ist nichts mehr gemerkt');
    expect(over.body).not.toContain('Adler');
    expect((await enrol(request('GET', address), needs, triggerAt('2026-02-15T23:30:00.000Z'))).status).toBe(410);
  });

  it('asks once more when a machine may have sent it', async () => {
    const { memory, visit } = stage();
    const { get, post } = visit();
    const again = await post(form(await get()), after(opened, 1));
    expect(again.status).toBe(409);
    // The page that asks is good for a person who waits, and not for a machine that goes on.
    expect((await post(filled(again), after(opened, 8))).status).toBe(409);
    expect((await post(form(await get(), { by: 'machine' }))).status).toBe(409);
    expect((await post(form(await get(), { rendered: 'forged' }))).status).toBe(409);
    expect((await post(form(await get()), after(opened, 60), { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect(memory.commits()).toBe(0);
  });

  it('is closed after the deadline, after the end, and where no domain is listed', async () => {
    expect((await stage().visit().get('2026-02-15T22:30:00.000Z')).status).toBe(200);
    const late = await stage().visit().get('2026-02-15T23:30:00.000Z');
    expect(late.status).toBe(410);
    expect(late.body).toContain('bis Sonntag, 15. Februar 2026');
    expect(late.body).toContain('href="mailto:petra.beispiel@example.com"');
    expect((await stage({ state: 'closed' }).visit().get()).status).toBe(410);
    expect((await stage({ domains: [] }).visit().get()).status).toBe(410);
  });

  it('is one neutral page for a link that is forged, of another type or of no cohort', async () => {
    const { visit, needs } = stage();
    const replies = [
      await enrol(request('GET', '/enrol/forged'), needs, triggerAt(opened)),
      await visit('me').get(),
      await visit('cohort-form', { cohort: 'coh_99999999' }).get(),
      await visit().get(expires),
    ];
    expect(new Set(replies.map(({ status, body }) => `${status} ${body}`)).size).toBe(1);
    expect(replies[0]?.status).toBe(404);
  });

  it('shows itself by a preview and saves nothing', async () => {
    const { memory, needs } = stage();
    const link = await makePreview(memory.keys, '', 'cohort-form', { cohort: cohortId }, expires);
    const shown = await enrol(request('GET', link), needs, triggerAt(opened));
    expect(shown.status).toBe(200);
    const reply = await enrol(request('POST', link, { form: form(shown) }), needs, triggerAt(after(opened, 60)));
    expect(reply.body).toContain('Vorschau');
    expect(memory.commits()).toBe(0);
  });
});
