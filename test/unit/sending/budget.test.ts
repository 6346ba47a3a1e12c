import { describe, expect, it } from 'vitest';
import { type CheckInId, LetterId, type PairId } from '../../../events/ids.ts';
import { checkIns } from '../../../shared/check-in/check-in.ts';
import { allowedFrom, budgets, freshBudget, holderOf } from '../../../shared/letter/budget.ts';
import { ring } from '../../../shared/letter/ledger.ts';
import { letters } from '../../../shared/letter/letter.ts';
import type { LetterPlan } from '../../../shared/letter/plan.ts';
import { pairs } from '../../../shared/pair/pair.ts';
import { unnumbered } from '../../../shared/table/aggregate.ts';
import type { MemoryTable } from '../../support/memory-table.ts';
import { checkIn, checkInId, cohortId, junior, pair, pairId, programme } from '../../support/programme.ts';
import { aSender } from '../../support/sender.ts';

const id = (number: number) => LetterId.parse(`let_00000000000${number}`);
const otherPair = 'pair_00000000ffff' as PairId;
const otherCheckIn = `${otherPair}.junior.month-01` as CheckInId;
const question = (id: CheckInId, more: Partial<LetterPlan> = {}): LetterPlan => ({
  scope: cohortId,
  kind: 'check-in',
  to: { personId: junior },
  subject: { checkInId: id },
  notAfter: '2026-03-16T08:00:00.000Z',
  ...more,
});
const reminder = question(checkInId, { kind: 'check-in-reminder' });

/** The junior is in two pairs and asked about both. */
function two(): MemoryTable {
  const memory = programme({ junior: { slots: { [pairId]: 'held', [otherPair]: 'held' } } });
  memory.has(pairs, { cohortId, pairId: otherPair }, pair({ pairId: otherPair }));
  const asked = checkIn({ pairId: otherPair, checkInId: otherCheckIn });
  memory.has(checkIns, asked, asked);
  return memory;
}

/** Rings a letter's timer, as the moment does. */
async function rung(memory: MemoryTable, letterId: LetterId, at: string) {
  const letter = await memory.table.get(letters, { letterId, scope: cohortId });
  if (!letter) throw new Error('no such letter');
  const step = ring(letter, at);
  if ('refused' in step) throw new Error(step.refused);
  memory.has(letters, letter, unnumbered({ ...letter, ...step.to, dueAt: undefined }), letter.version + 1);
}

describe('the mail budget', () => {
  it('has room again in the morning of the third day, on the clock of the reader', () => {
    const spent = {
      ...freshBudget(junior),
      last: { counts: { letterId: id(1), at: '2026-03-27T21:30:00.000Z' } },
    };
    const letter = { kind: 'check-in', letterId: id(2) } as const;
    expect(allowedFrom(spent, letter, 'Europe/Berlin')).toBe('2026-03-30T07:00:00.000Z');
    expect(allowedFrom(spent, letter, 'Pacific/Auckland')).toBe('2026-03-30T20:00:00.000Z');
    expect(allowedFrom(spent, { ...letter, kind: 'introduction' }, 'Europe/Berlin')).toBeUndefined();
    expect(allowedFrom(spent, { ...letter, letterId: id(1) }, 'Europe/Berlin')).toBeUndefined();
  });

  it('is counted by day for a coordinator', () => {
    expect(holderOf({ scope: cohortId, to: { contact: 'coordinator', place: 0 } })).toBe(`${cohortId}/coordinator-0`);
    const spent = {
      ...freshBudget('x'),
      last: { 'counts per day': { letterId: id(1), at: '2026-03-02T12:00:00.000Z' } },
    };
    const task = { kind: 'task', letterId: id(2) } as const;
    expect(allowedFrom(spent, task, 'Europe/Berlin')).toBe('2026-03-03T08:00:00.000Z');
  });

  it('puts a second letter off and lets an exempt one pass', async () => {
    const sender = aSender(programme());
    const first = sender.plan(question(checkInId));
    const second = sender.plan(reminder);
    const introduction = sender.plan({ ...reminder, kind: 'introduction', subject: { pairId } });
    await sender.bring([{ letterId: first, scope: cohortId }]);
    await sender.bring([second, introduction].map((letterId) => ({ letterId, scope: cohortId })));
    expect(sender.sent).toEqual([[first], [introduction]]);
    expect(await sender.letter(second, cohortId)).toMatchObject({
      state: 'planned',
      why: 'over the mail budget',
      dueAt: '2026-03-05T08:00:00.000Z',
    });
  });

  it('drops a letter that expires before there is room', async () => {
    const sender = aSender(programme());
    const first = sender.plan(question(checkInId));
    const second = sender.plan({ ...reminder, notAfter: '2026-03-04T08:00:00.000Z' });
    for (const letterId of [first, second]) await sender.bring([{ letterId, scope: cohortId }]);
    expect(await sender.letter(second, cohortId)).toMatchObject({
      state: 'dropped',
      why: 'the mail budget had no room before it expired',
    });
  });

  it('lets one of two senders pass that have both found room', async () => {
    const memory = programme();
    const sender = aSender(memory);
    const first = sender.plan(question(checkInId));
    const second = sender.plan(reminder);
    let go = () => {};
    const both = new Promise<void>((resolve) => {
      go = resolve;
    });
    let arrived = 0;
    const together = {
      quota: async () => {
        arrived += 1;
        if (arrived === 2) go();
        await both;
        return { perSecond: 14, perDay: 1_000, sent: 0 };
      },
    };
    const mailer = { ...sender.needs.mailer, ...together };
    await Promise.all([first, second].map((letterId) => sender.bring([{ letterId, scope: cohortId }], { mailer })));
    expect(sender.sent).toHaveLength(1);
    const states = [await sender.letter(first, cohortId), await sender.letter(second, cohortId)];
    expect(states.map((letter) => letter?.state).sort()).toEqual(['accepted', 'planned']);
  });
});

describe('letters that are due together', () => {
  it('become one: the oldest leads, and the others are dropped into it', async () => {
    const memory = two();
    const sender = aSender(memory);
    const first = sender.plan(question(checkInId));
    sender.now('2026-03-02T12:00:30.000Z');
    const second = sender.plan(question(otherCheckIn));
    for (const letterId of [second, first]) await sender.bring([{ letterId, scope: cohortId }]);
    expect(sender.sent).toEqual([]);
    sender.now('2026-03-02T12:02:00.000Z');
    for (const letterId of [first, second]) await rung(memory, letterId, '2026-03-02T12:02:00.000Z');
    // Whichever comes first from the queue, once or twice.
    for (const letterId of [second, first, second]) await sender.bring([{ letterId, scope: cohortId }]);
    expect(sender.sent).toEqual([[first, second]]);
    expect(await sender.letter(first, cohortId)).toMatchObject({ state: 'accepted', carries: [second] });
    expect(await sender.letter(second, cohortId)).toMatchObject({ state: 'dropped', mergedInto: first });
    expect(await memory.table.get(budgets, { holder: junior })).toMatchObject({ waiting: [] });
  });

  it('stay together when SES does not take them at once, without what was answered meanwhile', async () => {
    const memory = two();
    const sender = aSender(memory);
    const first = sender.plan(question(checkInId));
    sender.now('2026-03-02T12:00:30.000Z');
    const second = sender.plan(question(otherCheckIn));
    await sender.bring([first, second].map((letterId) => ({ letterId, scope: cohortId })));
    sender.now('2026-03-02T12:02:00.000Z');
    for (const letterId of [first, second]) await rung(memory, letterId, '2026-03-02T12:02:00.000Z');
    const refuse = {
      ...sender.needs.mailer,
      send: async () => ({ outcome: 'refused', because: 'rate', why: 'x' }) as const,
    };
    await sender.bring([{ letterId: first, scope: cohortId }], { mailer: refuse });
    expect(await sender.letter(first, cohortId)).toMatchObject({ state: 'planned', carries: [second] });
    const answered = checkIn({ state: 'answered' });
    memory.has(checkIns, answered, answered, 2);
    sender.now('2026-03-02T12:04:00.000Z');
    await rung(memory, first, '2026-03-02T12:04:00.000Z');
    await sender.bring([{ letterId: first, scope: cohortId }]);
    expect(sender.sent).toEqual([[second]]);
  });
});
