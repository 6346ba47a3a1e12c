import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { mayGoOut } from '../../../functions/send-letters/may-go-out.ts';
import * as blank from '../../../infra/ops/erase/blank.ts';
import { mustBeSomebody } from '../../../infra/ops/erase/erase.ts';
import { planOf } from '../../../infra/ops/erase/plan.ts';
import { markOf, mustBeOurs, receiptsIn } from '../../../infra/ops/erase/receipts.ts';
import { type Register, whoIs } from '../../../infra/ops/erase/who.ts';
import { sentences } from '../../../infra/ops/erase/words.ts';
import type { Stored } from '../../../infra/ops/export-lines.ts';
import { checkIns } from '../../../shared/check-in/check-in.ts';
import { cohorts } from '../../../shared/cohort/cohort.ts';
import { letters } from '../../../shared/letter/letter.ts';
import { pairs } from '../../../shared/pair/pair.ts';
import { type Participant, participants } from '../../../shared/participant/participant.ts';
import { erasures } from '../../../shared/person/erasure.ts';
import { identity } from '../../../shared/person/identity.ts';
import { sessions } from '../../../shared/session/session.ts';
import { submissions } from '../../../shared/submission/submission.ts';

const names = identity(new Uint8Array(32));
const golden = (name: string): Stored =>
  JSON.parse(readFileSync(new URL(`../../data/golden/items/${name}.1.json`, import.meta.url), 'utf8'));

const lea = 'lea.jung@example.org';
const stored: Participant = {
  ...participants.item.parse(golden('participant')),
  name: 'Lea Jung',
  address: lea,
  state: 'left',
};
const { personId } = stored;
const hash = names.addressKey(lea);
const own = (more: Partial<Register> = {}): Register => ({
  aliases: [{ schema: 1, version: 1, hash, personId }],
  participants: [stored],
  pairs: [],
  erasures: [],
  ...more,
});
const who = (more: Partial<Register> = {}) => whoIs({ address: lea }, names, own(more));
const plan = (...items: readonly object[]) =>
  planOf(
    (async function* () {
      yield* items as Stored[];
    })(),
    who(),
    new Date('2026-03-02T08:00:00.000Z'),
  );

describe('whoever is to be erased', () => {
  it('is found by address, by employee id and by an erasure of before, and is one person', () => {
    expect(who().personId).toBe(personId);
    expect(who().words).toEqual([lea, 'lea jung']);
    const receipt = { schema: 1, version: 1, personId, hashes: [hash], erasedAt: stored.invitedAt ?? '', lastAt: '' };
    expect(whoIs({ address: lea }, names, own({ aliases: [], erasures: [receipt] })).personId).toBe(personId);
    expect(whoIs({ before: receipt }, names, own({ aliases: [], participants: [] })).hashes).toEqual(new Set([hash]));
    const other = {
      schema: 1,
      version: 1,
      hash: names.employeeKey('E7'),
      personId: names.newPersonId({ address: 'x@y.z' }),
    };
    const both = own({ aliases: [...own().aliases, other] });
    expect(() => whoIs({ address: lea, employeeId: 'E7' }, names, both)).toThrow('several people');
    expect(() => whoIs({ personId: 'per_nobody' }, names, own())).toThrow('there is no person');
  });

  it('takes nothing of somebody else to whom an address leads that was theirs, and says who that is', () => {
    const ben = 'ben.alt@example.org';
    const his = names.newPersonId({ address: ben });
    const was = { name: stored.name, role: stored.role, address: ben, self: stored.self };
    const register = own({
      aliases: [...own().aliases, { schema: 1, version: 1, hash: names.addressKey(ben), personId: his }],
      participants: [{ ...stored, corrected: { was, at: '2026-03-02T08:00:00.000Z' } }],
    });
    const found = whoIs({ address: lea }, names, register);
    expect([found.is(ben), found.hashes.has(names.addressKey(ben)), found.others]).toEqual([false, false, [his]]);
    expect(found.words).not.toContain(ben);
    const line = submissions.item.parse({ ...golden('submission'), personId: his });
    expect(blank.submission({ ...line, told: { name: 'Ben Alt', address: ben } }, found)).toBeUndefined();
    const said = sentences({ who: found, plan: { blanked: [], deleted: [], filesUntil: [], waiting: [], byHand: [] } });
    expect(said.join('\n')).toContain(`--person ${his}`);
  });
});

describe('whoever is mistyped', () => {
  const nothing = { blanked: [], deleted: [], filesUntil: [], waiting: [], byHand: [] };
  const stranger = whoIs({ address: 'lea.jnug@example.org' }, names, own());

  it('is refused, and not said to be erased', () => {
    expect(() => mustBeSomebody({ who: stranger, plan: nothing }, undefined)).toThrow('nothing of them');
  });

  it('is nobody of whom there is a place, an alias or a receipt', () => {
    const alias = { pk: 'alias#x', sk: 'alias', kind: 'alias' };
    const receipt = erasures.item.parse(golden('erasure'));
    for (const [whom, plan, before] of [
      [who(), nothing, undefined],
      [stranger, { ...nothing, deleted: [alias] }, undefined],
      [stranger, nothing, receipt],
    ] as const) {
      expect(() => mustBeSomebody({ who: whom, plan }, before)).not.toThrow();
    }
  });
});

describe('an item of somebody who is erased', () => {
  it('keeps the place of a participant, and the two hashes of the chain', () => {
    const after = blank.participant(stored, who());
    expect(participants.item.parse({ ...after, schema: 1, version: 2 })).toMatchObject({ state: 'erased', personId });
    expect(JSON.stringify(after)).not.toMatch(/lea.jung/i);
    expect(Object.keys(after?.hr ?? {}).sort()).toEqual(['employeeKey', 'level', 'managerKey', 'status']);
    expect(after && blank.participant({ ...after, schema: 1, version: 2 }, who())).toBeUndefined();
  });

  it('names them no more as the one who schedules for somebody else', () => {
    const other: Participant = {
      ...stored,
      personId: names.newPersonId({ address: 'boss@example.org' }),
      name: 'Sabine Reif',
      address: 'boss@example.org',
      self: { ...stored.self, schedulingContact: lea },
      assistantsBefore: [{ change: 1, address: lea }],
    };
    const after = blank.participant(other, who());
    expect(after).toMatchObject({ name: 'Sabine Reif', assistantsBefore: [{ change: 1 }] });
    expect(JSON.stringify(after)).not.toContain(lea);
  });

  it('is a line without what it said, and lines of others without their name for a manager', () => {
    const line = submissions.item.parse({ ...golden('submission'), personId });
    const told = { name: 'Lea Jung', address: lea };
    expect(blank.submission({ ...line, told, state: 'rejected' }, who())).toMatchObject({ state: 'taken-back' });
    expect(blank.submission({ ...line, told, state: 'accepted' }, who())).not.toHaveProperty('told');
    const { personId: _theirs, ...others } = line;
    const saysMore = {
      name: 'Sabine Reif',
      address: 'boss@example.org',
      pleaseNot: [lea, 'E1'],
      schedulingContact: lea,
    };
    expect(blank.submission({ ...others, told: saysMore }, who())?.told).toEqual({
      name: 'Sabine Reif',
      address: 'boss@example.org',
      pleaseNot: ['E1'],
    });
    expect(blank.submission({ ...others, told: { name: 'X', address: 'x@example.org' } }, who())).toBeUndefined();
  });

  it('has no answers, no account of a meeting, and no letter that is still to go', () => {
    const checkIn = checkIns.item.parse({ ...golden('check-in'), personId, answers: { P1: 'yes' }, sealed: 'abc' });
    expect(blank.checkIn(checkIn, who())).not.toHaveProperty('sealed');
    expect(blank.checkIn(checkIn, who())).not.toHaveProperty('answers');
    const pair = { ...pairs.item.parse(golden('pair')), junior: personId };
    const log = { minutes: 45, movedBy: 'nobody', at: '2026-03-02T08:00:00.000Z' } as const;
    const session = {
      ...sessions.item.parse(golden('session')),
      pairId: pair.pairId,
      logs: { junior: log, senior: log },
    };
    expect(blank.session(session, who({ pairs: [pair] }))?.logs).toEqual({ senior: log });
    const letter = { ...letters.item.parse(golden('letter')), to: { personId }, state: 'planned' as const };
    expect(blank.letter(letter, who())).toMatchObject({ state: 'dropped', why: 'erased' });
    expect(blank.letter({ ...letter, state: 'delivered' }, who())).toBeUndefined();
  });
});

it('gets no letter any more, not even the receipt of leaving', () => {
  const cohort = { ...cohorts.item.parse(golden('cohort')), launchedAt: '2026-03-01T08:00:00.000Z' };
  const letter = { ...letters.item.parse(golden('letter')), kind: 'leave-receipt' as const, to: { personId } };
  const { notAfter: _never, ...receipt } = letter;
  const verdict = (participant: Participant) => mayGoOut(receipt, { cohort, participant }, '2026-03-02T08:00:00.000Z');
  expect(verdict({ ...stored, mail: 'ok' })).toEqual({ go: true });
  expect(verdict({ ...stored, mail: 'ok', state: 'erased' })).toEqual({ drop: 'erased' });
});

describe('the plan of an erasure', () => {
  const alias = { pk: `alias#${hash}`, sk: 'alias', hash, personId };
  const page = (list: unknown) => new Uint8Array(gzipSync(JSON.stringify(list)));
  const upload = (expiresAt: string) => ({
    pk: 'upload#upl_aaaaaaaaaaaa',
    sk: 'page#0000',
    page: page([{ line: 2, told: { name: 'Lea Jung', address: lea } }]),
    expiresAt: Date.parse(expiresAt) / 1000,
  });

  it('takes the aliases with their history, and a pairing’s whole input', async () => {
    const input = (number: number, person: string) => ({
      pk: 'cohort#coh_aaaaaaaaaaaa#1',
      sk: `run-input#run_aaaaaaaaaaaa#0123456789abcdef#page#000${number}`,
      page: page([{ candidate: { person } }]),
    });
    const { deleted } = await plan(
      alias,
      { pk: alias.pk, sk: 'audit#alias#000001', by: 'x' },
      input(0, 'per_somebodyelse'),
      input(1, personId),
    );
    expect(deleted.map(({ kind }) => kind)).toEqual(['alias', 'audit', 'run-input', 'run-input']);
  });

  it('takes name and address last of all, so that a second run after a crash still knows by what to look', async () => {
    const rejected = [{ line: 7, name: 'Lea Jung', reason: { code: 'missing-value', params: { column: 'level' } } }];
    const file = golden('hr-import');
    const { blanked } = await plan(
      { ...stored, pk: 'cohort#coh_aaaaaaaaaaaa#0', sk: `participant#${personId}` },
      { ...file, last: { ...Object(file.last), rejected } },
    );
    expect(blanked.map(({ kind }) => kind)).toEqual(['hr-import', 'participant']);
  });

  it('waits for an HR file that can still be undone, and takes one that was kept too long', async () => {
    expect((await plan(upload('2026-03-02T20:00:00.000Z'))).filesUntil).toEqual(['2026-03-02T20:00:00.000Z']);
    const late = await plan(upload('2026-03-02T07:00:00.000Z'));
    expect([late.filesUntil, late.deleted.length]).toEqual([[], 1]);
  });

  it('leaves to somebody’s hand what people wrote freely, and their own work at the desk', async () => {
    const { byHand } = await plan(
      { pk: 'desk', sk: 'member#mem_aaaaaaaaaaaa', address: lea },
      { pk: 'desk', sk: 'hand-over#hov_aaaaaaaaaaaa', note: 'Please call Lea Jung.' },
      { pk: 'desk', sk: 'member#mem_bbbbbbbbbbbb', address: 'hr@example.org' },
    );
    expect(byHand.map(({ kind }) => kind)).toEqual(['member', 'hand-over']);
  });
});

it('reads receipts from an export and from what was printed', () => {
  const item = golden('erasure');
  const line = JSON.stringify({ kind: 'erasure', item });
  const text = `{"kind":"export","format":1,"stage":"dev"}\n${line}\nper_x is erased.\n`;
  expect(receiptsIn(text, 'dev')).toMatchObject([{ hashes: item.hashes }]);
  expect(receiptsIn(line, 'prod')).toHaveLength(1);
  expect(() => receiptsIn('{"kind":"erasure","item":{}}', 'dev')).toThrow('line 1 of the receipts');
});

it('refuses receipts of another stage, and of one of the same name that had another pepper', () => {
  const line = JSON.stringify({ kind: 'erasure', item: golden('erasure') });
  expect(() => receiptsIn(`{"kind":"export","stage":"prod"}\n${line}`, 'dev')).toThrow(
    'these are receipts of stage prod: of stage dev they mean nobody',
  );
  const unmarked = receiptsIn(line, 'dev');
  const marked = unmarked.map((receipt) => ({ ...receipt, under: markOf(names) }));
  expect(() => mustBeOurs([...unmarked, ...marked], 'dev', names)).not.toThrow();
  expect(() => mustBeOurs([...unmarked, ...marked], 'dev', identity(new Uint8Array(32).fill(1)))).toThrow(
    '1 of 2 receipts are of another stage, or of one that was called dev before',
  );
});
