import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { beforeEach, describe, expect, it } from 'vitest';
import { PairId, TaskId } from '../../../events/ids.ts';
import { csvOf, packedCsv, type Row } from '../../../functions/records/exports/csv.ts';
import { exports } from '../../../functions/records/exports/kinds.ts';
import { checkInIdOf, checkIns } from '../../../shared/check-in/check-in.ts';
import { cohorts } from '../../../shared/cohort/cohort.ts';
import { pairs } from '../../../shared/pair/pair.ts';
import { type Participant, participants } from '../../../shared/participant/participant.ts';
import { sessionIdOf, sessions } from '../../../shared/session/session.ts';
import { unnumbered } from '../../../shared/table/aggregate.ts';
import { tasks } from '../../../shared/task/task.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import { at, cohort, cohortId, command, runId } from './sample.ts';
import { someone } from './someone.ts';

let desk: Desk;
let browser: Awaited<ReturnType<Desk['signedIn']>>;
const home = `/desk/cohorts/${cohortId}`;
const evil = someone(1, { name: '=HYPERLINK("http://x")', state: 'confirmed' });
const senior = someone(2, { name: 'Müller; "Hans"\nDr.', role: 'senior' });
const pairId = PairId.parse('pair_0a1b2c3d4e5f');
const enrol = (person: Participant) =>
  desk.table.change(participants, person, command, () => ({ to: unnumbered(person) }));

async function taken(what: string) {
  const reply = await browser.post(`${home}/exports`, { what }, { headers: { 'accept-encoding': 'gzip, br' } });
  const text = gunzipSync(reply.bytes ?? new Uint8Array()).toString('utf8');
  return { reply, text, rows: parse(text, { bom: true, delimiter: ';' }) as string[][] };
}

beforeEach(async () => {
  desk = await openDesk();
  browser = await desk.signedIn();
  await desk.table.change(cohorts, { cohortId }, command, () => ({ to: unnumbered(cohort) }));
  for (const person of [evil, senior]) await enrol(person);
  return () => desk.close();
});

/** A pair of a run that is not settled, with all that could hang on it. */
async function hiddenPair() {
  const pair = { cohortId, pairId, junior: evil.personId, senior: senior.personId, runId, points: {}, total: 1 };
  await desk.table.change(pairs, pair, command, () => ({
    to: { ...pair, state: 'formed' as const, sessions: 1, formedAt: at, months: { junior: 0, senior: 0 } },
  }));
  const session = { cohortId, pairId, sessionId: sessionIdOf(pairId, '2026-03-01'), date: '2026-03-01', logs: {} };
  await desk.table.change(sessions, session, command, () => ({ to: { ...session, state: 'logged' as const } }));
  const checkInId = checkInIdOf(pairId, 'junior', 'month-01');
  const checkIn = { cohortId, pairId, checkInId, personId: evil.personId, role: 'junior' as const, askAt: at };
  await desk.table.change(checkIns, checkIn, command, () => ({
    to: {
      ...checkIn,
      state: 'answered' as const,
      questions: ['P1' as const],
      answers: { P1: 'yes' },
      sealed: 'SEALED',
    },
  }));
  const task = { cohortId, taskId: TaskId.parse('task_01jqa2b3c4d5'), about: { pairId }, why: 'x', note: '=1+1' };
  await desk.table.change(tasks, task, command, () => ({
    to: { ...task, kind: 'rule-broken' as const, state: 'open' as const, createdAt: at },
  }));
}

describe('a file for Excel', () => {
  it('holds no formula, and every cell as it was', async () => {
    const { reply, text, rows } = await taken('participants');
    expect(reply.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-encoding': 'gzip',
      'content-disposition': 'attachment; filename="participants-2026-03-02.csv"',
    });
    expect(text.startsWith('\u{feff}employee_id;name;')).toBe(true);
    expect(rows.map((row) => row[1]).sort()).toEqual(['\'=HYPERLINK("http://x")', 'Müller; "Hans"\nDr.', 'name']);
    for (const start of ['=', '+', '-', '@', '\t', '\r']) expect(csvOf([[`${start}1`]])).toMatch(/^"?'/);
  });

  it('never holds topics, nor whom somebody does not want', async () => {
    await enrol(someone(3, { self: { ...evil.self, topics: ['lived experience'], pleaseNot: ['f'.repeat(32)] } }));
    const { text } = await taken('participants');
    expect(text).not.toContain('lived experience');
    expect(text).not.toContain('ffff');
  });

  it('holds nobody whom an undo has taken back', async () => {
    await enrol(someone(3, { name: 'Bert Irrtum', state: 'taken-back', hr: undefined }));
    expect((await taken('participants')).text).not.toContain('Irrtum');
  });

  it('is split at its semicolons alone, also by an Excel that splits at commas or tabs', async () => {
    // Where the list separator is a comma, an unquoted one begins a cell, and the cell could begin with a formula.
    for (const between of [',', '\t']) {
      expect(csvOf([[`Anna${between}=1+cmd|' /C calc'!A0`]]).trim()).toBe(`"Anna${between}=1+cmd|' /C calc'!A0"`);
    }
  });

  it('tells nothing of a pair before its run is settled, and never what is sealed', async () => {
    await hiddenPair();
    expect((await taken('pairs')).rows.slice(1)).toEqual([expect.arrayContaining(['waiting', '', ''])]);
    for (const what of ['sessions', 'check-ins', 'tasks']) expect((await taken(what)).rows).toHaveLength(1);
    for (const what of Object.keys(exports)) expect((await taken(what)).text).not.toContain('SEALED');
  });

  it('of 10,000 people stays far below what an answer may hold', async () => {
    async function* many(): AsyncGenerator<Row> {
      for (let at = 0; at < 10_000; at++) {
        yield [`E-${at}`, `Person number ${(at * 7919) % 10_007}`, `p${at}.${at * 31}@example.org`, 'junior', at % 9];
      }
    }
    const { bytes, lines } = await packedCsv(['id', 'name', 'email', 'role', 'level'], many());
    expect(lines).toBe(10_000);
    expect(bytes.length).toBeLessThan(1_000_000);
  });

  it('leaves a row of who took what, and goes to nobody who may only read', async () => {
    await taken('pairs');
    expect(await desk.table.log.newest(cohortId, { limit: 9 })).toContainEqual(
      expect.objectContaining({ command: 'export', why: 'pairs: 0' }),
    );
    const reader = await desk.signedInAs({ role: 'reader', cohorts: [cohortId] });
    for (const page of ['exports', 'audit']) expect((await reader.get(`${home}/${page}`)).status).toBe(404);
    expect((await reader.post(`${home}/exports`, { what: 'pairs' })).status).toBe(404);
    expect((await reader.get(`${home}/people`)).body).not.toContain(`${home}/audit`);
    expect((await browser.post(`${home}/exports`, { what: 'constructor' })).status).toBe(404);
  });

  it('is sent unpacked to what cannot unpack', async () => {
    const reply = await browser.post(`${home}/exports`, { what: 'tasks' });
    expect(reply.headers?.['content-encoding']).toBeUndefined();
    expect(Buffer.from(reply.bytes ?? []).toString('utf8')).toContain('kind;about_id');
  });
});

describe('the audit of a cohort', () => {
  it('names to a coordinator nobody who works on other cohorts alone', async () => {
    await desk.signedInAs({ role: 'reader', cohorts: [] }, 'elsewhere@example.org');
    await desk.signedInAs({ role: 'reader', cohorts: [cohortId] }, 'beside@example.org');
    const coordinator = await desk.signedInAs({ role: 'coordinator', cohorts: [cohortId] });
    const { body } = await coordinator.get(`${home}/audit`);
    expect(body).toContain('beside@example.org');
    expect(body).toContain('hanna@example.org');
    expect(body).not.toContain('elsewhere@example.org');
    expect((await browser.get(`${home}/audit`)).body).toContain('elsewhere@example.org');
  });

  it('shows looks, deeds and exports with their reasons, by member and by person', async () => {
    const person = `${home}/people/${senior.personId}`;
    await browser.get(person);
    await browser.post(`${person}/leave`, { why: 'left the <company>' });
    await taken('participants');
    const page = await browser.get(`${home}/audit`);
    for (const said of [
      'looked at: a person',
      'left the &lt;company>',
      'exported',
      'participants: 2',
      'hanna@example.org',
    ]) {
      expect(page.body).toContain(said);
    }
    const about = (await browser.get(`${home}/audit?person=${senior.personId}`)).body;
    expect(about).toContain('looked at: a person');
    expect(about).not.toContain('participants: 2');
    const carla = await desk.signedInAs({ role: 'coordinator', cohorts: [cohortId] });
    await carla.get(`${home}/pairs`);
    const memberId = (await desk.keys.identity()).memberId('coordinator@example.org');
    const hers = (await carla.get(`${home}/audit?member=${memberId}&what=seen`)).body;
    expect(hers).toContain('looked at: pairs');
    expect(hers).not.toContain('looked at: a person');
    expect((await carla.get('/desk/audit')).status).toBe(404);
    expect((await browser.get('/desk/audit')).status).toBe(200);
  });

  it('goes on to older rows until there are none', async () => {
    for (let number = 0; number < 60; number++) {
      const row = { pk: `log#${cohortId}`, sk: `2026-02-01T08:00:${String(number).padStart(2, '0')}.000Z#x` };
      await desk.table.log.note({ ...row, by: 'hr:mem_0a1b2c3d4e5f', at: at, command: `step ${number}`, why: '' });
    }
    let page = (await browser.get(`${home}/audit`)).body;
    const older = /href="([^"]*before=[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(page).toContain('step 59');
    expect(page).not.toContain('>step 3<');
    page = (await browser.get(older)).body;
    expect(page).toContain('>step 3<');
    expect(page).not.toContain('step 59');
  });
});
