import { describe, expect, it } from 'vitest';
import { HrFactsChanged } from '../../../events/hr-facts-changed.ts';
import type { SubmissionId, UploadId } from '../../../events/ids.ts';
import { PairBlocked } from '../../../events/pair-blocked.ts';
import { react as check } from '../../../functions/on-hr-facts-changed/react.ts';
import { react as stop } from '../../../functions/on-pair-blocked/react.ts';
import { checkIns } from '../../../shared/check-in/check-in.ts';
import { letters } from '../../../shared/letter/letter.ts';
import { pairs } from '../../../shared/pair/pair.ts';
import { type Recheck, rechecks } from '../../../shared/pair/recheck-round.ts';
import { type HrFacts, participants } from '../../../shared/participant/participant.ts';
import { sessionIdOf, sessions } from '../../../shared/session/session.ts';
import { submissions } from '../../../shared/submission/submission.ts';
import type { Draft } from '../../../shared/table/aggregate.ts';
import { partitionsOf, prefixOf } from '../../../shared/table/keys.ts';
import type { Table } from '../../../shared/table/table.dynamodb.ts';
import { tasks } from '../../../shared/task/task.ts';
import { triggerAt } from '../../support/browser-without-browser.ts';
import type { MemoryTable } from '../../support/memory-table.ts';
import {
  after,
  checkIn,
  cohortId,
  junior,
  noon,
  pairId,
  participant,
  programme,
  senior,
} from '../../support/programme.ts';

const envelope = { eventId: `evt_${'0'.repeat(32)}`, occurredAt: noon, correlationId: 'test' };
const [keyOfJunior, keyOfSenior, unknown] = ['1', '2', '3'].map((each) => each.repeat(32)) as [string, string, string];
const facts = (employeeKey: string, managerKey: string, level: number): HrFacts => ({
  employeeKey,
  managerKey,
  level,
  status: 'active',
});
const wanted: Draft<Recheck> = { cohortId, state: 'wanted', round: 1, wantedAt: noon, importing: {} };
const ofCohort = partitionsOf(cohortId);

type More = Parameters<typeof programme>[0];
/** The junior reports to `above`; a check of the pair is wanted. */
function changed(above: string, more: More = {}, recheck: Partial<Draft<Recheck>> = {}): MemoryTable {
  const memory = programme({
    ...more,
    junior: { hr: facts(keyOfJunior, above, 2), ...more?.junior },
    senior: { hr: facts(keyOfSenior, 'top', 6), ...more?.senior },
  });
  memory.has(rechecks, { cohortId }, { ...wanted, ...recheck });
  return memory;
}
const round = (memory: { table: Table }, at = noon) =>
  check({ ...envelope, detailType: HrFactsChanged.detailType, cohortId, round: 1 }, memory, triggerAt(at));
const blocked = (memory: MemoryTable, times = 1) =>
  stop({ ...envelope, detailType: PairBlocked.detailType, cohortId, pairId, times }, memory, triggerAt(noon));
const pairOf = ({ table }: MemoryTable) => table.get(pairs, { cohortId, pairId });
const lettersOf = ({ table }: MemoryTable) => Array.fromAsync(table.list(letters, ofCohort, prefixOf.letter));
const tasksOf = ({ table }: MemoryTable) => Array.fromAsync(table.list(tasks, ofCohort, prefixOf.task));
const saysBlocked = (memory: MemoryTable) =>
  memory.said().filter(({ detailType }) => detailType === PairBlocked.detailType);

describe('a re-check', () => {
  it('blocks a pair of which a rule broke, once', async () => {
    const memory = changed(keyOfSenior, { pair: { state: 'active', nextSession: '2026-03-10' } });
    expect(await round(memory)).toMatchObject({ outcome: 'checked', blocked: 1 });
    expect(await pairOf(memory)).toMatchObject({ state: 'blocked', blocked: { rules: ['reporting-line'], times: 1 } });
    expect((await pairOf(memory))?.nextSession).toBeUndefined();
    expect(await round(memory)).toMatchObject({ outcome: 'checked already' });
    expect(saysBlocked(memory)).toHaveLength(1);
  });

  it('waits while a line of the file is still on its way, but not for one that was given up', async () => {
    const memory = changed(keyOfSenior);
    const submissionId = 'sub_0a1b2c3d4e5f' as SubmissionId;
    const told = { name: 'Jonas Weber', address: 'jonas.weber@example.com' };
    memory.has(
      submissions,
      { cohortId, submissionId },
      { cohortId, submissionId, state: 'received', source: 'file', told, receivedAt: noon },
    );
    expect(await round(memory)).toMatchObject({ outcome: 'lines are still coming' });
    expect(await memory.table.get(rechecks, { cohortId })).toMatchObject({ state: 'wanted', dueAt: after(noon, 60) });
    expect((await pairOf(memory))?.state).toBe('formed');
    expect(await round(memory, after(noon, 86_400))).toMatchObject({ outcome: 'checked', blocked: 1 });
  });

  it('waits while another file is being taken in', async () => {
    const memory = changed(keyOfSenior, {}, { importing: { ['upl_0a1b2c3d4e5f' as UploadId]: noon } });
    expect(await round(memory)).toMatchObject({ outcome: 'lines are still coming' });
  });

  it('blocks nobody by facts that a newer file has begun to change', async () => {
    const memory = changed(keyOfSenior);
    const page: Table['page'] = (...args) => {
      memory.has(rechecks, { cohortId }, { ...wanted, round: 2 }, 9);
      return memory.table.page(...args);
    };
    expect(await round({ table: { ...memory.table, page } })).toMatchObject({ outcome: 'overtaken' });
    expect((await pairOf(memory))?.state).toBe('formed');
  });

  it('calls a coordinator where the rules cannot be checked, once, and leaves the pair alone', async () => {
    const memory = changed(unknown);
    await round(memory);
    memory.has(rechecks, { cohortId }, wanted, 9);
    await round(memory);
    expect((await pairOf(memory))?.state).toBe('formed');
    expect(await tasksOf(memory)).toMatchObject([
      { kind: 'rule-unchecked', about: { personId: junior }, why: 'manager-unknown', state: 'open' },
    ]);
  });

  it('notes on the task that the rules hold again, and takes the note back when they do not', async () => {
    const memory = changed(keyOfSenior);
    await round(memory);
    await blocked(memory);
    let version = 100;
    const again = async (above: string) => {
      memory.has(
        participants,
        { cohortId, personId: junior },
        participant('junior', { hr: facts(keyOfJunior, above, 2) }),
      );
      memory.has(rechecks, { cohortId }, wanted, version);
      version += 100;
      await round(memory);
      return (await tasksOf(memory))[0]?.holdsAgainAt;
    };
    expect(await again('top')).toBe(noon);
    expect(await again(keyOfSenior)).toBeUndefined();
  });
});

describe('a blocked pair', () => {
  const rules = { rules: ['reporting-line'], at: noon, times: 1 };

  it('is asked nothing more, is told once, and calls a coordinator', async () => {
    const memory = changed(keyOfSenior, { pair: { state: 'blocked', blocked: rules } });
    const session = { cohortId, pairId, sessionId: sessionIdOf(pairId, '2026-03-10') };
    memory.has(sessions, session, { ...session, date: '2026-03-10', state: 'planned', logs: {} });
    await blocked(memory);
    await blocked(memory);
    expect(await memory.table.get(checkIns, checkIn())).toMatchObject({ state: 'cancelled' });
    expect((await memory.table.get(checkIns, checkIn()))?.dueAt).toBeUndefined();
    expect(await memory.table.get(sessions, session)).toMatchObject({ state: 'cancelled' });
    const told = (await lettersOf(memory)).map(({ kind, to }) => ({ kind, ...to }));
    expect(told).toHaveLength(2);
    expect(told).toEqual(
      expect.arrayContaining([
        { kind: 'blocked', personId: junior },
        { kind: 'blocked', personId: senior },
      ]),
    );
    expect(await tasksOf(memory)).toMatchObject([
      { kind: 'rule-broken', about: { personId: junior, partnerId: senior, pairId }, why: 'reporting-line' },
    ]);
  });

  const question = { askedAt: noon, closesAt: after(noon, 86_400) };
  const yes = { ...question, answer: 'yes' as const, answeredAt: noon };
  const no = { ...question, answer: 'no' as const, answeredAt: noon };
  it.each([
    ['the junior who was asked', { junior: question }, [junior]],
    ['the junior who said yes, while the senior was not asked yet', { junior: yes }, [junior]],
    ['both while the senior thinks about it', { junior: yes, senior: question }, [junior, senior]],
    ['nobody after the junior’s no', { junior: no }, []],
    ['only the junior after the senior’s no', { junior: yes, senior: no }, [junior]],
    ['only the senior after the junior’s second thought', { junior: no, senior: question }, [senior]],
  ])('before it formed is told to %s, and forgets what was said', async (_, consent, expected) => {
    const state = { state: 'blocked' as const, blocked: rules, formedAt: undefined };
    const memory = changed(keyOfSenior, { pair: { ...state, consent } });
    await blocked(memory);
    const told = (await lettersOf(memory)).map(({ kind, to }) => ({ kind, ...to }));
    expect(told).toHaveLength(expected.length);
    expect(told).toEqual(expect.arrayContaining(expected.map((personId) => ({ kind: 'consent-closed', personId }))));
    expect((await pairOf(memory))?.consent).toBeUndefined();
    await blocked(memory);
    expect(await lettersOf(memory)).toHaveLength(expected.length);
  });

  it('before it formed keeps of what was said only how long the senior’s yes is thanked for', async () => {
    const state = { state: 'blocked' as const, blocked: rules, formedAt: undefined };
    const memory = changed(keyOfSenior, { pair: { ...state, consent: { junior: no, senior: yes } } });
    await blocked(memory);
    expect(await pairOf(memory)).toMatchObject({ yesUntil: question.closesAt });
    expect(await pairOf(memory)).not.toHaveProperty('consent');
  });

  it('is left alone by a block that is over', async () => {
    const memory = changed(keyOfSenior, { pair: { state: 'blocked', blocked: { ...rules, times: 2 } } });
    expect(await blocked(memory, 1)).toMatchObject({ outcome: 'overtaken' });
    expect(await lettersOf(memory)).toEqual([]);
  });
});
