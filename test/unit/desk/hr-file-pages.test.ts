import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { HrFileCommitted } from '../../../events/hr-file-committed.ts';
import type { HrFileUndone } from '../../../events/hr-file-undone.ts';
import { UploadId } from '../../../events/ids.ts';
import type { SubmissionReceived } from '../../../events/submission-received.ts';
import { valuesOf } from '../../../functions/cohorts/settings/fields.ts';
import { importFile } from '../../../functions/on-hr-file-committed/import-file.ts';
import { undoFile } from '../../../functions/on-hr-file-committed/undo-file.ts';
import { enrol } from '../../../functions/on-submission-received/enrol.ts';
import { allParticipants } from '../../../shared/desk/all-of.ts';
import type { LetterKindName } from '../../../shared/letter/kinds.ts';
import { letters } from '../../../shared/letter/letter.ts';
import { draftOf } from '../../../shared/letter/plan.ts';
import { pairIdOf, pairs } from '../../../shared/pair/pair.ts';
import { type Run, runs } from '../../../shared/pairing/run.ts';
import type { EventOf } from '../../../shared/runtime/on-event.ts';
import { lineSubmissionId } from '../../../shared/submission/receive.ts';
import type { Draft } from '../../../shared/table/aggregate.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import { pair as aPair } from '../../support/programme.ts';
import { event, trigger } from './event.ts';
import { cohortId, runId, settings } from './sample.ts';

let desk: Desk;
let browser: Awaited<ReturnType<Desk['signedIn']>>;
const home = `/desk/cohorts/${cohortId}`;
const columns = 'employee_id,name,email,role,level,manager_id';
const houseFile = readFileSync(new URL('../../data/hr-files/headers-of-a-house-windows-1252.csv', import.meta.url));

beforeEach(async () => {
  desk = await openDesk();
  browser = await desk.signedIn();
  await browser.post('/desk/cohorts/new', { ...valuesOf(settings), cohort: cohortId });
  return () => desk.close();
});
const upload = async (file: Uint8Array | string) => {
  const reply = await browser.upload(`${home}/upload`, file);
  return reply.headers?.location ?? '';
};

describe('a file whose headers and levels are a house’s own', () => {
  it('is asked about once, and never again', async () => {
    const place = await upload(houseFile);
    expect(place).toMatch(/\/columns$/);
    const asked = await browser.get(place);
    expect(asked.body).toContain('Dienst-Mail');
    expect(asked.body).toContain('joerg.weiss@example.org');
    expect(asked.body).toContain('Required and not assigned yet');

    const said = {
      'column-0': 'employee_id',
      'column-1': 'name',
      'column-2': 'email',
      'column-3': 'role',
      'column-4': 'level',
      'column-5': 'manager_id',
      'column-6': '',
    };
    const levels = await browser.post(place, said);
    expect(levels.status).toBe(422);
    expect(levels.body).toContain('value="1. Ebene"');
    expect(levels.body).toMatch(/<option value="email" selected/);

    const numbers = { 'level-text-0': 'Fachebene', 'level-0': '2', 'level-text-1': '1. Ebene', 'level-1': '6' };
    const half = await browser.post(place, { ...said, ...numbers });
    expect(half.status).toBe(422);
    expect(half.body).toMatch(/value="6"/);
    const whole = await browser.post(place, {
      ...said,
      ...numbers,
      'level-text-2': 'Bereichsleitung',
      'level-2': '5',
    });
    expect(whole.status).toBe(303);
    const preview = await browser.get(whole.headers?.location ?? '');
    expect(preview.body).toContain('Windows-1252');
    expect(preview.body).toContain('Süße, Bodo');
    expect(preview.body).toContain('Kostenstelle');
    expect(preview.body).not.toContain('badge care');

    expect(await upload(houseFile)).toMatch(/\/uploads\/upl_[^/]+$/);
  });

  it('is not asked about for a single mistake among numbers', async () => {
    const lines = ['1,Ann,ann@example.org,junior,2,9', '2,Bo,bo@example.org,senior,E5,9', '9,Cy,,,,-'];
    const place = await upload([columns, ...lines].join('\n'));
    expect((await browser.get(place)).body).toContain('The level “E5” is not a whole number');
  });

  it('is asked about where two headers mean the same, and cannot be left so', async () => {
    const place = await upload(`${columns},E-Mail\n1,Ann,ann@example.org,junior,2,-,a@b.de`);
    expect(place).toMatch(/\/columns$/);
    expect((await browser.post(place, { anyway: 'yes' })).body).toContain('Assigned twice: Email');
    expect((await browser.post(place, { 'column-6': '' })).status).toBe(303);
  });

  it('may be left as it is: what lacks something required is rejected line by line', async () => {
    const place = await upload('employee_id,name,email,role,manager_id,Rang\n1,Ann,ann@example.org,junior,-,x');
    const reply = await browser.post(place, { 'column-5': '', anyway: 'yes' });
    expect((await browser.get(reply.headers?.location ?? '')).body).toContain('is missing from the file');
  });

  it.each([
    ['no header line', '1;Ann;ann@example.org;junior;2;-\n2;Bo;bo@example.org;senior;5;-', 'header line is missing'],
    ['no people', 'colour;size\nred;1', 'none of the required columns'],
  ])('is refused with %s', async (_, file, why) => {
    const reply = await browser.upload(`${home}/upload`, file);
    expect(reply.status).toBe(422);
    expect(reply.body).toContain(why);
  });
});

describe('a file that is committed', () => {
  it('leaves its rejected lines on the page until the next one, without their addresses', async () => {
    const place = await upload(`${columns}\n1,Ann,ann(at)example.org,junior,2,-\n2,Bo,bo@example.org,senior,E5,1`);
    await browser.post(place);
    const page = await browser.get(`${home}/upload`);
    expect(page.body).toContain('2 rejected lines of the last file');
    expect(page.body).toContain('The level “E5” is not a whole number');
    expect(page.body).not.toContain('ann(at)example');

    await browser.post(await upload(`${columns}\n1,Ann,ann@example.org,junior,2,-`));
    expect((await browser.get(`${home}/upload`)).body).not.toContain('rejected lines');
  });
});

/** What a commit causes, for one line of the file. */
async function takenIn(place: string, line: number) {
  const uploadId = UploadId.parse(place.split('/').at(-1));
  await browser.post(place);
  await importFile(event<EventOf<typeof HrFileCommitted>>({ uploadId }), desk, trigger);
  const submissionId = lineSubmissionId(uploadId, line);
  await enrol(event<EventOf<typeof SubmissionReceived>>({ submissionId }), desk, trigger);
}

describe('who is enrolled already', () => {
  it('is missing from a file that lacks them, and not from one with a bad line of theirs', async () => {
    await takenIn(await upload(`${columns}\n1,Ann,ann@example.org,junior,2,-`), 2);
    const without = await browser.get(await upload(`${columns}\n2,Bo,bo@example.org,senior,5,-`));
    expect(without.body).toContain('Missing from the file');
    const bad = await browser.get(await upload(`${columns}\n1,Ann,nobody,junior,2,-\n2,Bo,bo@example.org,senior,5,-`));
    expect(bad.body).toContain('“nobody” in “email” is not an email address');
    expect(bad.body).not.toContain('Missing from the file');
  });
});

describe('the undo of the last file', () => {
  it('is a button once all lines are in, as long as nothing was mailed', async () => {
    const place = await upload(`${columns}\n1,Ann,ann@example.org,junior,2,-\n2,Bo,,senior,5,1`);
    const uploadId = UploadId.parse(place.split('/').at(-1));
    await browser.post(place);
    expect((await browser.post(`${place}/undo`)).body).toContain('still being processed');

    await importFile(event<EventOf<typeof HrFileCommitted>>({ uploadId }), desk, trigger);
    const submissionId = lineSubmissionId(uploadId, 2);
    await enrol(event<EventOf<typeof SubmissionReceived>>({ submissionId }), desk, trigger);
    const page = await browser.get(place);
    expect(page.body).toContain(`action="${place}/undo"`);
    expect(page.body).toContain('1 rejected line of the last file');

    const letter = {
      scope: cohortId,
      kind: 'goodbye' as const,
      to: { contact: 'coordinator' as const, place: 0 },
      subject: {},
    };
    const { letter: planned } = draftOf({ ...letter, sequence: 0 }, trigger.at);
    await desk.table.change(letters, planned, trigger.command('plan'), () => ({ to: planned }));
    expect((await browser.post(`${place}/undo`)).body).toContain('are on their way since the commit');
    expect((await browser.get(place)).body).not.toContain(`${place}/undo`);
    await desk.table.change(letters, planned, trigger.command('drop'), () => ({
      to: { ...planned, state: 'dropped' as const },
    }));

    expect((await browser.post(`${place}/undo`)).status).toBe(303);
    expect((await browser.get(place)).body).toContain('being taken back');
    expect((await browser.post(`${place}/undo`)).status).toBe(409);
    await undoFile(event<EventOf<typeof HrFileUndone>>({ uploadId }), desk, trigger);
    expect((await browser.get(place)).body).toContain('Everybody is as they were before this file');
    expect(await allParticipants(desk.table, cohortId)).toEqual([]);
    expect((await browser.get(`${home}/upload`)).body).not.toContain('rejected line');
  });

  it('stays while the two of a pair are asked, whatever they answer, and goes when somebody gets a letter about the file', async () => {
    const place = await upload(`${columns}\n1,Ann,ann@example.org,junior,2,-\n2,Bo,bo@example.org,senior,5,-`);
    const uploadId = UploadId.parse(place.split('/').at(-1));
    await browser.post(place);
    await importFile(event<EventOf<typeof HrFileCommitted>>({ uploadId }), desk, trigger);
    for (const line of [2, 3]) {
      const submissionId = lineSubmissionId(uploadId, line);
      await enrol(event<EventOf<typeof SubmissionReceived>>({ submissionId }), desk, trigger);
    }
    const people = await allParticipants(desk.table, cohortId);
    const [junior, senior] = (['junior', 'senior'] as const).map((role) => people.find((each) => each.role === role));
    if (!junior || !senior) throw new Error('two people were to be taken in');
    const run: Draft<Run> = {
      ...{ cohortId, runId, state: 'approved', rules: settings.rules, seed: 1, requestedAt: trigger.at, pages: 1 },
      consentDueAt: '2026-03-20T08:00:00.000Z',
    };
    await desk.table.change(runs, run, trigger.command('approve'), () => ({ to: run }));
    const pairId = pairIdOf(cohortId, junior.personId, senior.personId);
    const two = { junior: junior.personId, senior: senior.personId };
    const pair = aPair({ ...two, cohortId, pairId, runId, state: 'proposed', formedAt: undefined });
    await desk.table.change(pairs, pair, trigger.command('propose'), () => ({ to: pair }));
    const mayUndo = async () => (await browser.get(place)).body.includes(`action="${place}/undo"`);
    const planned = async (kind: LetterKindName, to: typeof junior, subject: object) => {
      const { letter } = draftOf({ scope: cohortId, kind, to: { personId: to.personId }, subject }, trigger.at);
      await desk.table.change(letters, letter, trigger.command('plan'), () => ({ to: letter }));
    };

    expect(await mayUndo()).toBe(true);
    await planned('consent-reminder', junior, { pairId });
    expect(await mayUndo()).toBe(true);
    await planned('consent-senior', senior, { pairId });
    await planned('consent-closed', junior, { pairId });
    await planned('introduction', junior, { pairId });
    expect(await mayUndo()).toBe(true);
    await planned('leave-receipt', junior, {});
    expect(await mayUndo()).toBe(false);
  });
});
