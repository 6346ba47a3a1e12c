import { expect, it } from 'vitest';
import { valuesOf } from '../../../functions/cohorts/settings/fields.ts';
import { openDesk } from '../../support/desk.ts';
import { cohortId, settings } from './sample.ts';

const home = `/desk/cohorts/${cohortId}`;

it('keeps a file that was committed in its last minute whole for whoever takes it in a day later', async () => {
  const desk = await openDesk();
  const first = await desk.signedIn();
  await first.post('/desk/cohorts/new', { ...valuesOf(settings), cohort: cohortId });
  const file = 'employee_id,name,email,role,level,manager_id\n1,Ann,ann@example.org,junior,2,-';
  const place = (await first.upload(`${home}/upload`, file)).headers?.location ?? '';
  desk.later(24 * 60 - 1);
  await (await desk.signedIn()).post(place);
  desk.later(25 * 60);
  const late = await desk.signedIn();
  expect((await late.get(place)).body).toContain('0 of 1 lines');
  const uploadId = place.split('/').at(-1);
  const ends = [...(await desk.everything())].flatMap(([key, { expiresAt }]) =>
    key.startsWith(`upload#${uploadId}/`) && !/raw|audit/.test(key) ? [Number(expiresAt)] : [],
  );
  expect(ends.length).toBeGreaterThan(1);
  expect(Math.min(...ends)).toBe(Date.parse('2026-03-05T07:59:00.000Z') / 1000);
  // Its own cells are not: what its columns mean is settled.
  expect((await late.get(`${place}/columns`)).status).toBe(404);
  expect((await late.post(`${place}/sheet`, { sheet: '0' })).status).toBe(404);
  desk.close();
});
