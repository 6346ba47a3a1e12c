import { beforeEach, describe, expect, it } from 'vitest';
import { PairId, RunId } from '../../../events/ids.ts';
import { cohorts } from '../../../shared/cohort/cohort.ts';
import { letters } from '../../../shared/letter/letter.ts';
import { draftOf, planLetter } from '../../../shared/letter/plan.ts';
import { pairs } from '../../../shared/pair/pair.ts';
import { type Participant, participants } from '../../../shared/participant/participant.ts';
import { aliases } from '../../../shared/person/person.ts';
import { unnumbered } from '../../../shared/table/aggregate.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import { annaIn, factsForm as form } from './one-person.ts';
import { at, cohort, cohortId, command } from './sample.ts';
import { someone } from './someone.ts';

let desk: Desk;
let browser: Awaited<ReturnType<Desk['signedIn']>>;
let anna: Participant;
const other = someone(2, { name: 'Bernd Beispiel', role: 'senior' });
const pageOf = ({ personId }: Participant) => `/desk/cohorts/${cohortId}/people/${personId}`;
const now = async (who = anna) => desk.table.get(participants, { cohortId, personId: who.personId });
const enrol = (person: Participant) =>
  desk.table.change(participants, person, command, () => ({ to: unnumbered(person) }));

beforeEach(async () => {
  desk = await openDesk();
  browser = await desk.signedIn();
  anna = await annaIn(desk);
  await enrol(anna);
  await enrol(other);
  return () => desk.close();
});

describe('a correction by hand', () => {
  it('keeps the person under a new name and address, and can be taken back', async () => {
    const sent = await browser.post(
      `${pageOf(anna)}/facts`,
      form(anna, { name: 'Anna Neu', email: 'Neu@Example.org' }),
    );
    expect(sent.headers?.location).toBe(`${pageOf(anna)}?done=corrected`);
    expect(await now()).toMatchObject({ personId: anna.personId, name: 'Anna Neu', address: 'neu@example.org' });
    const hash = (await desk.keys.identity()).addressKey('neu@example.org');
    expect(await desk.table.get(aliases, { hash })).toMatchObject({ personId: anna.personId });
    expect((await browser.get(`${pageOf(anna)}?done=corrected`)).body).toContain('Undo');
    await browser.post(`${pageOf(anna)}/undo`);
    expect(await now()).toMatchObject({ name: 'Anna Alt', address: 'p1@example.org' });
    expect((await browser.post(`${pageOf(anna)}/undo`)).status).toBe(409);
  });

  it('says beside the field what is wrong, and loses nothing', async () => {
    const reply = await browser.post(
      `${pageOf(anna)}/facts`,
      form(anna, { name: ' ', email: 'nowhere', level: '77', hours: 'always', site: 'Ulm <b>' }),
    );
    expect(reply.status).toBe(422);
    for (const name of ['name', 'email', 'level', 'hours', 'why']) {
      expect(reply.body).toMatch(new RegExp(`<input[^>]*name="${name}"[^>]*aria-invalid="true"`));
    }
    expect(reply.body).toContain('value="Ulm &lt;b>"');
    expect(await now()).toEqual(expect.objectContaining({ version: 1 }));
  });

  it('asks for a reason where HR’s facts change, and keeps it', async () => {
    expect((await browser.post(`${pageOf(anna)}/facts`, form(anna, { level: '4' }))).status).toBe(422);
    await browser.post(`${pageOf(anna)}/facts`, form(anna, { level: '4', why: 'promoted in March' }));
    expect(await now()).toMatchObject({ hr: { level: 4, toldAt: at } });
    const page = await browser.get(pageOf(anna));
    expect(page.body).toContain('promoted in March');
    expect(page.body).toContain('corrected the facts');
  });

  it('checks the pairs again where a rule may break', async () => {
    await desk.table.change(cohorts, { cohortId }, command, (current) => ({
      to: { ...unnumbered(current ?? cohort), state: 'active' as const },
    }));
    await browser.post(`${pageOf(anna)}/facts`, form(anna, { level: '4', why: 'promoted' }));
    const events = [...(await desk.everything()).entries()].filter(([key]) => key.startsWith('outbox#'));
    expect(JSON.stringify(events)).toContain('hr-facts.changed.v1');
  });

  it.each([
    ['an address of somebody else', { email: 'p2@example.org' }, 'email'],
    ['a manager whom nobody knows', { manager_id: 'E-9999', why: 'new manager' }, 'manager_id'],
    ['oneself as manager', { manager_id: 'E-0001', why: 'new manager' }, 'manager_id'],
  ])('refuses %s', async (_, more, field) => {
    const names = await desk.keys.identity();
    const hash = names.addressKey('p2@example.org');
    await desk.table.change(aliases, { hash }, command, () => ({ to: { hash, personId: other.personId } }));
    const facts = { ...someone(1).hr, employeeKey: names.employeeKey('E-0001') };
    await desk.table.change(participants, anna, command, (current) => ({
      to: { ...unnumbered(current ?? anna), hr: { ...anna.hr, ...facts } as NonNullable<Participant['hr']> },
    }));
    const reply = await browser.post(`${pageOf(anna)}/facts`, form(anna, more));
    expect(reply.status).toBe(422);
    expect(reply.body).toMatch(new RegExp(`name="${field}"[^>]*aria-invalid="true"`));
  });

  it('leaves alone what the person said in person', async () => {
    await desk.table.change(participants, anna, command, (current) => ({
      to: { ...unnumbered(current ?? anna), self: { ...anna.self, callName: 'Anni' }, ownWords: ['callName'] },
    }));
    expect((await browser.get(pageOf(anna))).body).toContain('who alone can change it');
    await browser.post(`${pageOf(anna)}/facts`, form(anna, { call_name: 'Änne', name: 'Anna B' }));
    expect(await now()).toMatchObject({ name: 'Anna B', self: { callName: 'Anni' } });
  });

  it('takes part-time hours and an assistant', async () => {
    await browser.post(
      `${pageOf(anna)}/facts`,
      form(anna, { hours: 'Mo-We 09:00-13:00', scheduling_contact: 'assist@example.org' }),
    );
    expect(await now()).toMatchObject({
      self: {
        hours: [{ weekday: 1 }, { weekday: 2 }, { weekday: 3, to: '13:00' }],
        schedulingContact: 'assist@example.org',
      },
    });
    expect((await browser.get(pageOf(anna))).body).toContain('Mo,Tu,We 09:00-13:00');
  });

  it('does not change the role of somebody who may have a pair, whatever was answered', async () => {
    const pairId = PairId.parse('pair_0a1b2c3d4e5f');
    const runId = RunId.parse('run_01jqa2b3c4d5');
    await desk.table.change(pairs, { cohortId, pairId }, command, () => ({
      to: {
        ...{
          cohortId,
          pairId,
          junior: anna.personId,
          senior: other.personId,
          runId,
          state: 'proposed' as const,
          points: {},
        },
        ...{ total: 1, sessions: 0, months: { junior: 0, senior: 0 } },
      },
    }));
    const reply = await browser.post(`${pageOf(anna)}/facts`, form(anna, { role: 'senior', why: 'wrong in the file' }));
    expect(reply.status).toBe(422);
    expect((await browser.get(pageOf(anna))).body).toContain('waiting');
  });
});

describe('a late joiner', () => {
  it('waits for HR’s own send, and the page says where', async () => {
    const late = someone(5, { state: 'enrolled' });
    await enrol(late);
    expect((await browser.get(pageOf(late))).body).toContain(`href="/desk/cohorts/${cohortId}/launch"`);
    expect((await browser.get(pageOf(anna))).body).not.toContain('has not been written to yet');
  });
});

describe('the steps that HR takes for somebody', () => {
  it('note an absence and end it', async () => {
    expect((await browser.post(`${pageOf(anna)}/absence`, { from: '2026-04-10', to: '2026-04-01' })).status).toBe(422);
    await browser.post(`${pageOf(anna)}/absence`, { from: '2026-04-01', to: '2026-04-10' });
    expect(await now()).toMatchObject({ hr: { away: { from: '2026-04-01', to: '2026-04-10' } } });
    expect((await browser.get(`/desk/cohorts/${cohortId}/people`)).body).toContain('away');
    await browser.post(`${pageOf(anna)}/absence`);
    expect((await now())?.hr?.away).toBeUndefined();
  });

  it('withdraw somebody before there are pairs, with a reason and the effect said before', async () => {
    expect((await browser.get(pageOf(anna))).body).toContain('Nobody but HR learns of it');
    expect((await browser.post(`${pageOf(anna)}/leave`, { why: '' })).status).toBe(422);
    await browser.post(`${pageOf(anna)}/leave`, { why: 'asked us by phone' });
    expect(await now()).toMatchObject({ state: 'withdrawn' });
    const page = await browser.get(`${pageOf(anna)}?done=left`);
    expect(page.body).toContain('asked us by phone');
    expect(page.body).not.toContain('Correct the facts');
  });

  it('pause somebody and let them go on', async () => {
    await browser.post(`${pageOf(other)}/pause`);
    expect(await now(other)).toMatchObject({ state: 'paused' });
    await browser.post(`${pageOf(other)}/resume`);
    expect(await now(other)).toMatchObject({ state: 'confirmed' });
    expect((await browser.post(`${pageOf(other)}/resume`)).status).toBe(409);
  });

  it('ask once more whether they take part: the same press twice is one letter', async () => {
    const plan = { scope: cohortId, kind: 'confirm', to: { personId: anna.personId }, subject: {} } as const;
    await planLetter(desk.table, command, { ...plan, notAfter: cohort.endsAt });
    const { letter } = draftOf(plan, at);
    await desk.table.change(letters, letter, command, () => ({ to: { ...letter, state: 'delivered' as const } }));
    const why = 'never saw it';
    await browser.post(`${pageOf(anna)}/confirm-letter`, { why });
    // A second press finds the second copy on its way.
    expect((await browser.post(`${pageOf(anna)}/confirm-letter`, { why })).status).toBe(409);
    const second = draftOf({ ...plan, sequence: 2 }, at).letter;
    expect(await desk.table.get(letters, second)).toMatchObject({ state: 'planned' });
    expect((await browser.get(pageOf(anna))).body).toContain('invitation');
  });

  it('are not a reader’s', async () => {
    const reader = await desk.signedInAs({ role: 'reader', cohorts: [cohortId] });
    const page = await reader.get(pageOf(anna));
    expect(page.body).toContain('Anna Alt');
    expect(page.body).not.toContain('<button type="submit">Save');
    expect(page.body).not.toContain('hanna@example.org');
    expect((await reader.post(`${pageOf(anna)}/pause`)).status).toBe(409);
  });
});

it('shows nothing of a person who is not of the cohort', async () => {
  expect((await browser.get(pageOf(someone(77)))).status).toBe(404);
  expect((await browser.get(`/desk/cohorts/${cohortId}/people/per_../x`)).status).toBe(404);
});
