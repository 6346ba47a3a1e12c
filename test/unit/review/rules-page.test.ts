import { beforeEach, describe, expect, it } from 'vitest';
import { cohorts } from '../../../shared/cohort/cohort.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import { junior, senior } from '../../support/programme.ts';
import { cohortId, command, cohort as sample } from '../desk/sample.ts';
import { enrolTwo } from './enrol-two.ts';

let desk: Desk;
let browser: Awaited<ReturnType<Desk['signedIn']>>;
const here = `/desk/cohorts/${cohortId}/rules`;

beforeEach(async () => {
  desk = await openDesk();
  browser = await desk.signedIn();
  const { schema: _schema, version: _version, ...cohort } = sample;
  await desk.table.change(cohorts, { cohortId }, command, () => ({ to: cohort }));
  await enrolTwo(desk.table);
  return () => desk.close();
});

const rules = async () => (await desk.table.get(cohorts, { cohortId }))?.rules;
const saved = {
  minLevelGap: '2',
  minOverlapHours: '2',
  'weight-topicFit': '30',
  'weight-differentUnit': '20',
  'weight-differentSite': '10',
  'weight-hoursOverlap': '15',
  'weight-meetingMode': '10',
  'weight-waitlist': '10',
  'weight-levelSpread': '5',
};

describe('the rules page', () => {
  it('shows what would change before anything is saved, and saves it from there', async () => {
    const query = new URLSearchParams({ ...saved, minLevelGap: '4', seen: '1' });
    const preview = await browser.get(`${here}/preview`, { query });
    expect(preview.body).toContain('Pairs that would stay: 0. New pairs: 0.');
    expect(preview.body).toMatch(/People with a partner<\/td><td[^>]*>2<\/td><td[^>]*><strong>0</);
    expect(await rules()).toMatchObject({ version: 1, minLevelGap: 2 });
    const reply = await browser.post(here, Object.fromEntries(query));
    expect(reply).toMatchObject({ status: 303, headers: { location: `${here}?done=saved` } });
    expect(await rules()).toMatchObject({ version: 2, minLevelGap: 4 });
  });

  it('says beside the field what is wrong', async () => {
    const reply = await browser.get(`${here}/preview`, { query: new URLSearchParams({ minOverlapHours: '25' }) });
    expect(reply.status).toBe(422);
    expect(reply.body).toMatch(/name="minOverlapHours"[^>]*aria-invalid="true"/);
    expect(reply.body).toContain('At most 8.');
  });

  it('loses nothing when two people save at once', async () => {
    await browser.post(here, { ...saved, minLevelGap: '3', seen: '1' });
    const slower = await browser.post(here, { ...saved, minOverlapHours: '1.5', seen: '1' });
    expect(slower.status).toBe(409);
    expect(slower.body).toMatch(/name="minOverlapHours"[^>]*value="1.5"|value="1.5"[^>]*name="minOverlapHours"/);
    expect(slower.body).toContain('Saved by now: 3');
    expect(slower.body).toContain('name="seen" value="2"');
    expect(await rules()).toMatchObject({ version: 2, minLevelGap: 3, minOverlapHours: 2 });
  });

  it('lists pins and blocks by name, with their undo', async () => {
    await browser.post(`${here}/pairs`, { what: 'pin', junior, senior, back: here });
    expect(await rules()).toMatchObject({ pins: [[junior, senior]] });
    expect((await browser.get(here)).body).toContain('Jonas Weber · Dr. Sabine Hoffmann');
    const undone = await browser.post(`${here}/pairs`, {
      what: 'release',
      junior,
      senior,
      back: 'https://evil.example',
    });
    expect(undone.headers?.location).toBe(here);
    expect(await rules()).toMatchObject({ pins: [], version: 3 });
  });

  it('pins nobody who is not of this cohort', async () => {
    expect((await browser.post(`${here}/pairs`, { what: 'pin', junior: senior, senior: junior })).status).toBe(404);
  });

  it('is read by readers, and changed by others', async () => {
    const reader = await desk.signedInAs({ role: 'reader', cohorts: [cohortId] });
    expect((await reader.get(here)).status).toBe(200);
    expect((await reader.post(here, { ...saved, minLevelGap: '3', seen: '1' })).status).toBe(409);
    expect(await rules()).toMatchObject({ version: 1 });
  });

  it('asks whoever is not signed in for their address', async () => {
    expect((await desk.browser().get(here)).body).toContain('Send the link');
  });
});
