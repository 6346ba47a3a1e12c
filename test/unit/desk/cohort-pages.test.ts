import { beforeEach, describe, expect, it } from 'vitest';
import { UploadId } from '../../../events/ids.ts';
import { valuesOf } from '../../../functions/cohorts/settings/fields.ts';
import { cohorts } from '../../../shared/cohort/cohort.ts';
import { letters } from '../../../shared/letter/letter.ts';
import { draftOf } from '../../../shared/letter/plan.ts';
import { pairs } from '../../../shared/pair/pair.ts';
import { runs } from '../../../shared/pairing/run.ts';
import { parkedItems } from '../../../shared/parked/parked.ts';
import { uploads } from '../../../shared/submission/upload.ts';
import { readUpload, readUploadPage } from '../../../shared/submission/upload-pages.ts';
import { outboxPartitions } from '../../../shared/table/keys.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import { noon, pair } from '../../support/programme.ts';
import { cohort, cohortId, settings } from './sample.ts';

let desk: Desk;
let browser: Awaited<ReturnType<Desk['signedIn']>>;
const home = `/desk/cohorts/${cohortId}`;
const form = { ...valuesOf(settings), cohort: cohortId };
const columns = 'employee_id,name,email,role,level,manager_id';

beforeEach(async () => {
  desk = await openDesk();
  browser = await desk.signedIn();
  await browser.post('/desk/cohorts/new', form);
  return () => desk.close();
});

async function said(): Promise<string[]> {
  const names: string[] = [];
  for (const pk of outboxPartitions) {
    for await (const { events } of desk.table.rows(pk, '')) {
      for (const event of Array.isArray(events) ? events : []) names.push(String(event.detailType));
    }
  }
  return names;
}
const saidOf = async (name: string) => (await said()).filter((each) => each === name).length;

describe('making a cohort', () => {
  it('makes one of two presses', async () => {
    await browser.post('/desk/cohorts/new', form);
    const made = await Array.fromAsync(desk.table.list(cohorts, ['cohorts'], 'cohort#'));
    expect(made).toMatchObject([{ cohortId, state: 'enrolling', dueAt: made[0]?.endsAt }]);
    expect(await desk.keys.sealingKey(cohortId)).toHaveLength(32);
  });

  it('loses nothing that was typed, and says beside the field what is wrong', async () => {
    const reply = await browser.post('/desk/cohorts/new', { ...form, name: 'Spring <b>', end: 'soon' });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('value="Spring &lt;b>"');
    expect(reply.body).toMatch(/name="end"[^>]*aria-invalid="true"/);
    expect(reply.body).toContain('There is no such date.');
  });

  it('leads from the top of the form to each field that is wrong, by its name', async () => {
    const wrong = { ...form, end: 'soon', topics: '', 'independent-address-0': 'nobody' };
    const { body } = await browser.post('/desk/cohorts/new', wrong);
    expect(body).toContain('3 fields are missing or do not fit.');
    for (const [field, name] of [
      ['end', 'End'],
      ['topics', 'Topics'],
      ['independent-address-0', 'Independent, Email address'],
    ]) {
      expect(body).toContain(`<a href="#${field}">${name}</a>: `);
      expect(body).toContain(`id="${field}"`);
    }
  });

  it('refuses an independent contact who works at the desk', async () => {
    const reply = await browser.post('/desk/cohorts/new', { ...form, 'independent-address-0': 'hanna@example.org' });
    expect(reply.body).toContain('is not independent');
  });
});

describe('an HR file', () => {
  const file = `${columns},shoe_size\n1,Ann,ann@example.org,junior,2,9,38\n2,Bo,bo@example.org,boss,5,-,44\n9,Cy,,,,-,\n`;

  it.each([
    ['larger than 4 MB', new Uint8Array(5 * 1024 * 1024).fill(65), 'larger than 4 MB'],
    ['binary', new Uint8Array([0, 1, 2, 3, 255, 0, 7]), 'not a text file'],
    ['empty', new Uint8Array(), 'is empty'],
  ])('is refused when it is %s, with the reason', async (_, bytes, why) => {
    const reply = await browser.upload(`${home}/upload`, bytes);
    expect(reply.status).toBe(422);
    expect(reply.body).toContain(why);
  });

  it('is shown line by line before anything changes', async () => {
    const before = await said();
    const checked = await browser.upload(`${home}/upload`, file);
    const preview = await browser.get(checked.headers?.location ?? '');
    expect(preview.body).toContain('Unknown role “boss”');
    expect(preview.body).toContain('shoe_size');
    expect(preview.body).toContain('Ann');
    expect(await said()).toEqual(before);
    expect((await browser.get(`${home}/people`)).body).toContain('Nobody yet');
  });

  it('leaves nothing behind before the commit but its own pages, which expire', async () => {
    const before = await desk.everything();
    const checked = await browser.upload(`${home}/upload`, file);
    await browser.get(checked.headers?.location ?? '');
    const after = await desk.everything();
    const fresh = [...after].filter(([key]) => !before.has(key));
    expect([...before].filter(([key, item]) => JSON.stringify(after.get(key)) !== JSON.stringify(item))).toEqual([]);
    expect(fresh.filter(([key]) => !/^(upload|log)#/.test(key)).map(([key]) => key)).toEqual([]);
    const pages = fresh.filter(([, { page }]) => page !== undefined);
    expect(pages.map(([key]) => key.split('/')[1]).sort()).toEqual(['page#0000', 'raw-page#0000']);
    const nextDay = Date.parse('2026-03-03T08:00:00.000Z') / 1000;
    expect(pages.map(([, { expiresAt }]) => expiresAt)).toEqual([nextDay, nextDay]);
  });

  it('of 10,000 good lines is shown and committed like any other', { timeout: 60_000 }, async () => {
    const lines = Array.from({ length: 10_000 }, (_, at) => `p${at},Ann Ash,p${at}@example.org,junior,2,9`);
    const checked = await browser.upload(`${home}/upload`, [columns, '9,Cy,,,,-', ...lines].join('\n'));
    const place = checked.headers?.location ?? '';
    const preview = await browser.get(place);
    expect(preview.status).toBe(200);
    expect(preview.body).toContain('10,000');
    expect(preview.body).toContain('Page 1 of 100');
    // The gateway lets 6 MB through.
    expect(preview.body.length).toBeLessThan(200_000);
    expect((await browser.get(place, { query: new URLSearchParams({ page: '100' }) })).body).toContain('>10002<');
    await browser.post(place);
    expect((await browser.get(place)).body).toContain('0 of 10000 lines');
  });

  it('is committed once, however often the button is pressed', async () => {
    const checked = await browser.upload(`${home}/upload`, file);
    const place = checked.headers?.location ?? '';
    await browser.post(place);
    await browser.post(place);
    expect(await saidOf('hr-file.committed.v1')).toBe(1);
    const uploadId = UploadId.parse(place.split('/').at(-1));
    expect(await desk.table.get(uploads, { uploadId })).toMatchObject({ state: 'committed', good: 2, rejected: 1 });
    expect((await browser.get(place)).body).toContain('0 of 1 lines');
  });

  it('is not mixed with another file that comes by the same form, by way of the back button', async () => {
    const send = (text: string) => {
      const bytes = new TextEncoder().encode(text);
      const files = new Map([['file', { name: 'people.csv', bytes }]]);
      return browser.post(`${home}/upload`, { upload: 'upl_0a1b2c3d4e5f' }, { files });
    };
    const first = await send(file);
    await browser.post(first.headers?.location ?? '');
    const second = await send(`${columns}\n7,Dora,dora@example.org,senior,6,-\n`);
    expect(second.headers?.location).not.toBe(first.headers?.location);
    expect((await browser.get(second.headers?.location ?? '')).body).toContain('Dora');
    const uploadId = UploadId.parse('upl_0a1b2c3d4e5f');
    const { rows } = await readUpload(desk.table, { uploadId, pages: 1 });
    expect(JSON.stringify(rows)).toContain('ann@example.org');
  });

  it('is not taken in as empty where a page of it is gone', async () => {
    const uploadId = UploadId.parse('upl_00000000');
    await expect(readUploadPage(desk.table, uploadId, 0)).rejects.toThrow('missing');
  });

  it('is gone after a day', async () => {
    const checked = await browser.upload(`${home}/upload`, file);
    desk.later(24 * 60);
    browser = await desk.signedIn();
    expect((await browser.get(checked.headers?.location ?? '')).status).toBe(404);
  });
});

describe('what needs people', () => {
  it('refuses to launch, to pair a stranger’s run and to ask a round without them', async () => {
    const typed = { typed: settings.name };
    expect((await browser.post(`${home}/launch`, typed)).body).toContain('nobody who would be written to');
    expect((await browser.post(`${home}/round`)).status).toBe(409);
    expect((await browser.get(`${home}/runs/run_00000000`)).status).toBe(404);
    expect(await saidOf('cohort.launched.v1')).toBe(0);
  });
});

describe('what is parked', () => {
  const park = (name: string, eventId: string, payload: string) => {
    const at = '2026-03-02T08:00:00.000Z';
    const item = { function: name, eventId, payload, firstParkedAt: at, attempts: 0, error: 'Error: x' };
    return desk.table.change(
      parkedItems,
      item,
      { name: 'test', by: 'test', at, why: '', correlationId: 'test' },
      () => ({
        to: { ...item, state: 'waiting' as const },
      }),
    );
  };

  it('tells nobody at the desk that somebody called for help', async () => {
    const letter = JSON.stringify({ detail: { scope: 'help', eventId: 'evt_2' } });
    await park('reverse-mentoring-test-on-help-requested', 'evt_1', '{}');
    await park('reverse-mentoring-test-send-letters', 'evt_2', JSON.stringify({ Records: [{ body: letter }] }));
    expect((await browser.get('/desk')).body).toContain('Nothing is parked.');
    await park('reverse-mentoring-test-send-letters', 'evt_3', JSON.stringify({ Records: [{ body: '{}' }] }));
    const { body } = await browser.get('/desk');
    expect(body).toContain('evt_3');
    expect(body).not.toMatch(/evt_[12]/);
  });

  it('tells nobody that something failed about a pair before its run is settled', async () => {
    const kept = pair({ cohortId });
    const { runId } = kept;
    const letter = draftOf(
      { scope: cohortId, kind: 'introduction', to: { personId: kept.junior }, subject: { pairId: kept.pairId } },
      noon,
    ).letter;
    const asking = { cohortId, runId, state: 'approved' as const, rules: cohort.rules, seed: 1 };
    const run = { ...asking, requestedAt: noon, pages: 1, consentDueAt: noon };
    const command = { name: 'test', by: 'test', at: noon, why: '', correlationId: 'test' };
    await desk.table.change(runs, run, command, () => ({ to: run }));
    await desk.table.change(pairs, kept, command, () => ({ to: kept }));
    await desk.table.change(letters, letter, command, () => ({ to: letter }));
    const detail = (about: object) => JSON.stringify({ detail: { cohortId, ...about } });
    await park('on-session-logged', 'evt_11', detail({ pairId: kept.pairId }));
    await park('on-moment-due', 'evt_12', detail({ checkInId: `${kept.pairId}.junior.month-01` }));
    const queued = JSON.stringify({ detail: { scope: cohortId, letterId: letter.letterId } });
    await park('send-letters', 'evt_13', JSON.stringify({ Records: [{ body: queued }] }));
    await park('on-session-logged', 'evt_14', JSON.stringify({ detail: { pairId: kept.pairId } }));
    await park('on-round-requested', 'evt_15', detail({ roundId: 'rnd_00000000' }));
    const shown = async () => [...new Set((await browser.get('/desk')).body.match(/evt_1[1-5]/g))].sort();
    expect(await shown()).toEqual(['evt_15']);
    await desk.table.change(runs, run, command, () => ({ to: { ...run, settledAt: noon } }));
    expect(await shown()).toEqual(['evt_11', 'evt_12', 'evt_13', 'evt_15']);
  });
});

describe('the end', () => {
  it('comes now only with the name typed', async () => {
    expect((await browser.post(`${home}/end`, { what: 'now', typed: 'yes' })).status).toBe(422);
    await browser.post(`${home}/end`, { what: 'now', typed: settings.name });
    expect(await desk.table.get(cohorts, { cohortId })).toMatchObject({ state: 'closing' });
    expect(await saidOf('cohort.ended.v1')).toBe(1);
  });

  it('moves to another day', async () => {
    await browser.post(`${home}/end`, { what: 'move', end: '2027-01-31' });
    expect(await desk.table.get(cohorts, { cohortId })).toMatchObject({ dueAt: '2027-02-01T08:00:00.000Z' });
  });
});
