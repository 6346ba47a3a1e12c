import { beforeEach, expect, it } from 'vitest';
import type { HrFileCommitted } from '../../../events/hr-file-committed.ts';
import type { HrFileUndone } from '../../../events/hr-file-undone.ts';
import { UploadId } from '../../../events/ids.ts';
import type { SubmissionReceived } from '../../../events/submission-received.ts';
import { valuesOf } from '../../../functions/cohorts/settings/fields.ts';
import { importFile } from '../../../functions/on-hr-file-committed/import-file.ts';
import { undoFile } from '../../../functions/on-hr-file-committed/undo-file.ts';
import { enrol } from '../../../functions/on-submission-received/enrol.ts';
import { cohorts } from '../../../shared/cohort/cohort.ts';
import { participants } from '../../../shared/participant/participant.ts';
import type { EventOf } from '../../../shared/runtime/on-event.ts';
import { lineSubmissionId } from '../../../shared/submission/receive.ts';
import { unnumbered } from '../../../shared/table/aggregate.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import { event, trigger } from './event.ts';
import { cohortId, settings } from './sample.ts';
import { someone } from './someone.ts';

let desk: Desk;
let browser: Awaited<ReturnType<Desk['signedIn']>>;
let place: string;
let uploadId: UploadId;
const home = `/desk/cohorts/${cohortId}`;
const columns = 'employee_id,name,email,role,level,manager_id';
const launch = () => browser.post(`${home}/launch`, { typed: settings.name });
const upload = async (line: string) =>
  (await browser.upload(`${home}/upload`, `${columns}\n${line}`)).headers?.location;

/** A file is taken in, beside somebody who was there before it. */
beforeEach(async () => {
  desk = await openDesk();
  browser = await desk.signedIn();
  await browser.post('/desk/cohorts/new', { ...valuesOf(settings), cohort: cohortId });
  const before = unnumbered(someone(9, { state: 'enrolled' }));
  await desk.table.change(participants, before, trigger.command('enrol'), () => ({ to: before }));
  place = (await upload('1,Ann,ann@example.org,junior,2,-')) ?? '';
  uploadId = UploadId.parse(place.split('/').at(-1));
  await browser.post(place);
  await importFile(event<EventOf<typeof HrFileCommitted>>({ uploadId }), desk, trigger);
  await enrol(
    event<EventOf<typeof SubmissionReceived>>({ submissionId: lineSubmissionId(uploadId, 2) }),
    desk,
    trigger,
  );
  return () => desk.close();
});

it('writes to nobody, and takes no other file in, while a file is being taken back', async () => {
  const other = (await upload('2,Bo,bo@example.org,senior,5,-')) ?? '';
  await browser.post(`${place}/undo`);
  const refused = [await launch(), await browser.post(other)];
  expect(refused.map(({ status }) => status)).toEqual([409, 409]);
  for (const { body } of refused) expect(body).toContain('is being taken back just now');
  expect((await desk.table.get(cohorts, { cohortId }))?.launchedAt).toBeUndefined();

  await undoFile(event<EventOf<typeof HrFileUndone>>({ uploadId }), desk, trigger);
  expect((await launch()).headers?.location).toBe(`${home}?done=launched`);
  expect((await browser.post(other)).headers?.location).toBe(other);
});

it('takes no file back once HR has sent to newcomers, though no letter is planned yet', async () => {
  await desk.table.change(cohorts, { cohortId }, trigger.command('launch'), (current) =>
    current ? { to: { ...unnumbered(current), launchedAt: '2026-03-01T08:00:00.000Z' } } : { refused: 'gone' },
  );
  expect((await browser.get(place)).body).toContain(`${place}/undo`);
  const sent = await browser.post(`${home}/launch`, { round: 'rnd_0a1b2c3d4e5f' });
  expect(sent.headers?.location).toBe(`${home}?done=newcomers`);
  expect((await browser.get(place)).body).not.toContain(`${place}/undo`);
  expect((await browser.post(`${place}/undo`)).body).toContain('are on their way since the commit');
});

it('lets only one of the two through when a launch and an undo are pressed in the same moment', async () => {
  const replies = await Promise.all([launch(), browser.post(`${place}/undo`)]);
  expect(replies.map(({ status }) => status).sort()).toEqual([303, 409]);
});
