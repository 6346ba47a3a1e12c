import { beforeEach, expect, it } from 'vitest';
import { cohorts } from '../../../shared/cohort/cohort.ts';
import { participants } from '../../../shared/participant/participant.ts';
import { unnumbered } from '../../../shared/table/aggregate.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import { cohort, cohortId, command } from './sample.ts';
import { someone } from './someone.ts';

let desk: Desk;
let browser: Awaited<ReturnType<Desk['signedIn']>>;
const page = `/desk/cohorts/${cohortId}/launch`;
const typed = cohort.name;
const said = async () =>
  [...(await desk.everything())].map(([, item]) => JSON.stringify(item)).filter((item) => item.includes('.invited.v1'));

beforeEach(async () => {
  desk = await openDesk();
  browser = await desk.signedIn();
  await desk.table.change(cohorts, { cohortId }, command, () => ({ to: unnumbered(cohort) }));
  const waiting = unnumbered(someone(1, { state: 'enrolled' }));
  await desk.table.change(participants, waiting, command, () => ({ to: waiting }));
  return () => desk.close();
});

it('launches once by two presses of the same button, and writes to no newcomer by the second', async () => {
  const first = await browser.post(page, { typed });
  const second = await browser.post(page, { typed });
  expect([first, second].map(({ headers }) => headers?.location)).toEqual([
    `/desk/cohorts/${cohortId}?done=launched`,
    `/desk/cohorts/${cohortId}?done=launched`,
  ]);
  expect(await said()).toEqual([]);
});

it('writes to no newcomer by a page that was opened before somebody else launched', async () => {
  await browser.post(page, { typed });
  desk.later(24 * 60);
  const stale = await (await desk.signedIn()).post(page, { typed: 'something else' });
  expect(stale.status).toBe(409);
  expect(stale.body).toContain('The cohort has been launched already.');
  expect(await said()).toEqual([]);
});
