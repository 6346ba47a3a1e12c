import { describe, expect, it } from 'vitest';
import { CohortLaunched } from '../../../events/cohort-launched.ts';
import { ParticipantLeft } from '../../../events/participant-left.ts';
import { ParticipantPaused } from '../../../events/participant-paused.ts';
import { react as launched } from '../../../functions/on-cohort-launched/react.ts';
import { react as accepted } from '../../../functions/on-pair-accepted/react.ts';
import { react as went } from '../../../functions/on-participant-left/react.ts';
import { cohorts } from '../../../shared/cohort/cohort.ts';
import { pairs } from '../../../shared/pair/pair.ts';
import { participants } from '../../../shared/participant/participant.ts';
import type { Table } from '../../../shared/table/table.dynamodb.ts';
import { triggerAt } from '../../support/browser-without-browser.ts';
import type { MemoryTable } from '../../support/memory-table.ts';
import { cohort, cohortId, junior, noon, pairId, participant, programme, senior } from '../../support/programme.ts';

const envelope = { eventId: `evt_${'0'.repeat(32)}`, occurredAt: noon, correlationId: 'test' };
const pairOf = ({ table }: MemoryTable) => table.get(pairs, { cohortId, pairId });
const personOf = ({ table }: MemoryTable, personId = junior) => table.get(participants, { cohortId, personId });
const writtenTo = (memory: MemoryTable) => memory.said().filter(({ detailType }) => detailType === 'letter.due.v1');

describe('a pause', () => {
  const paused = { ...envelope, detailType: ParticipantPaused.detailType, cohortId, personId: junior, version: 1 };

  it('ends for the pair too when the person is back before the pair has heard of it', async () => {
    const memory = programme({ junior: { state: 'paused', pauses: 1 }, pair: { state: 'active' } });
    const change: Table['change'] = (noun, ref, command, decide) => {
      // Between our reading and our writing the person comes back, and that event finds nothing to do.
      if (command.name === 'pause pair') {
        memory.has(participants, { cohortId, personId: junior }, participant('junior', { pauses: 2 }), 2);
      }
      return memory.table.change(noun, ref, command, decide);
    };
    await went(paused, { table: { ...memory.table, change } }, triggerAt(noon));
    expect((await pairOf(memory))?.state).toBe('active');
  });

  it('pauses the pair', async () => {
    const memory = programme({ junior: { state: 'paused', pauses: 1 }, pair: { state: 'active' } });
    await went(paused, memory, triggerAt(noon));
    expect((await pairOf(memory))?.state).toBe('paused');
  });
});

describe('leaving', () => {
  const left = { ...envelope, detailType: ParticipantLeft.detailType, cohortId, personId: junior };
  const without = { pair: { state: 'not-formed' as const, formedAt: undefined } };

  it('is confirmed by one letter', async () => {
    const memory = programme({ junior: { state: 'withdrawn', slots: {}, invitedAt: noon }, ...without });
    await went(left, memory, triggerAt(noon));
    await went(left, memory, triggerAt(noon));
    expect(writtenTo(memory)).toHaveLength(1);
  });

  const partnersTold = (memory: MemoryTable) => kindsIn(memory).filter((kind) => kind === 'partner-left');
  const kindsIn = (memory: MemoryTable) => [...memory.text().matchAll(/"kind":"([a-z-]+)"/g)].map(([, kind]) => kind);

  it.each(['formed', 'active', 'paused', 'blocked'] as const)(
    'ends a pair that is %s, and tells the partner once',
    async (state) => {
      const memory = programme({ junior: { state: 'left', invitedAt: noon }, pair: { state } });
      await went(left, memory, triggerAt(noon));
      await went(left, memory, triggerAt(noon));
      expect(await pairOf(memory)).toMatchObject({ state: 'exited', endedBy: junior });
      expect(writtenTo(memory)).toHaveLength(2);
      expect(partnersTold(memory)).toHaveLength(1);
    },
  );

  it('tells the partner also where the first attempt ended the pair and no more', async () => {
    const memory = programme({ junior: { state: 'left', slots: {} }, pair: { state: 'exited', endedBy: junior } });
    await went(left, memory, triggerAt(noon));
    expect(partnersTold(memory)).toHaveLength(1);
  });

  it.each([
    ['that a coordinator has ended', { state: 'exited' as const }],
    ['that the partner’s leaving has ended', { state: 'exited' as const, endedBy: senior }],
    ['that is concluded', { state: 'concluded' as const }],
  ])('says nothing to the partner of a pair %s long ago', async (_, pair) => {
    const memory = programme({ junior: { state: 'left', slots: {}, invitedAt: noon }, pair });
    await went(left, memory, triggerAt(noon));
    expect(partnersTold(memory)).toEqual([]);
    expect(writtenTo(memory)).toHaveLength(1);
    expect(await pairOf(memory)).toMatchObject(pair);
  });

  it('is not written about to somebody whom nobody had written to', async () => {
    const memory = programme({ junior: { state: 'left', slots: {} }, ...without });
    await went(left, memory, triggerAt(noon));
    expect(writtenTo(memory)).toEqual([]);
  });
});

describe('a launch', () => {
  const launch = { ...envelope, detailType: CohortLaunched.detailType, cohortId };
  const hr = (toldAt: string) => ({
    employeeKey: '0'.repeat(32),
    level: 2,
    managerKey: 'top' as const,
    status: 'active' as const,
    toldAt,
  });

  it('said again invites nobody who came after it: they wait for HR’s own send', async () => {
    const memory = programme({
      junior: { state: 'enrolled', slots: {}, hr: hr('2026-01-19T08:00:00.000Z') },
      senior: { state: 'enrolled', slots: {}, hr: hr('2026-01-21T08:00:00.000Z') },
    });
    await launched(launch, memory, triggerAt(noon));
    expect((await personOf(memory))?.state).toBe('invited');
    expect((await personOf(memory, senior))?.state).toBe('enrolled');
    expect(writtenTo(memory)).toHaveLength(1);
  });
});

describe('a pair to which both have said yes', () => {
  it('does not form in a cohort that ends meanwhile', async () => {
    const question = { askedAt: noon, closesAt: noon, answer: 'yes' as const };
    const memory = programme({
      pair: { state: 'accepted-by-junior', formedAt: undefined, consent: { junior: question, senior: question } },
    });
    const transact: Table['transact'] = (decide) => {
      memory.has(cohorts, { cohortId }, { ...cohort, state: 'closing' });
      return memory.table.transact(decide);
    };
    await accepted(
      { ...envelope, cohortId, pairId, detailType: 'pair.accepted.v1' },
      { table: { ...memory.table, transact } },
      triggerAt(noon),
    );
    expect(await pairOf(memory)).toMatchObject({ state: 'accepted-by-junior', version: 1 });
  });
});
