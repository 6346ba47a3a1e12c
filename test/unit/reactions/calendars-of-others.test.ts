import { describe, expect, it } from 'vitest';
import { AssistantChanged } from '../../../events/assistant-changed.ts';
import type { PairId, PersonId } from '../../../events/ids.ts';
import { react as leave } from '../../../functions/on-participant-left/react.ts';
import { react } from '../../../functions/on-session-planned/react.ts';
import { planLetter } from '../../../shared/letter/plan.ts';
import { exitPair } from '../../../shared/pair/end.ts';
import { pairs } from '../../../shared/pair/pair.ts';
import { reassisted } from '../../../shared/participant/assistant.ts';
import { participants } from '../../../shared/participant/participant.ts';
import { unnumbered } from '../../../shared/table/aggregate.ts';
import { triggerAt } from '../../support/browser-without-browser.ts';
import { brief, entry, envelope, may, now, planned, told, written } from '../../support/calendars.ts';
import { cohortId, junior, noon, pair, pairId, participant, senior } from '../../support/programme.ts';

describe('who schedules no more, or leaves', () => {
  it('hands the meetings ahead over when somebody else schedules: out of one calendar, into the other, once', async () => {
    const memory = now(entry({ sequence: 2 }));
    const before = await memory.table.get(participants, { cohortId, personId: senior });
    if (!before) throw new Error('nobody');
    const schedule = async (address: string | undefined) => {
      const command = triggerAt(noon).command('correct');
      const result = await memory.table.change(participants, before, command, (current) => {
        if (!current) return { refused: 'nobody' };
        const { schedulingContact: _until, ...self } = current.self;
        return reassisted(current, {
          ...unnumbered(current),
          self: { ...self, ...(address ? { schedulingContact: address } : {}) },
        });
      });
      expect(result.ok).toBe(true);
      const said = memory.said().filter(({ detailType }) => detailType === AssistantChanged.detailType);
      for (const { detail } of said) {
        await react(
          { ...AssistantChanged.detail.parse(detail), detailType: AssistantChanged.detailType },
          memory,
          triggerAt(noon),
        );
      }
    };
    const told = async () =>
      Promise.all(
        (await planned(memory)).map(async (letter) => {
          const { to, calendar, verdict, subject } = await written(letter, memory);
          expect(verdict).toEqual({ go: true });
          expect(calendar?.content).toContain('SEQUENCE:2');
          return `${calendar?.method} ${to.address} ${/^[^:]+/.exec(subject)?.[0]}`;
        }),
      );
    await schedule('zwei@example.com');
    expect((await told()).sort()).toEqual([
      'CANCEL assistenz@example.com Nicht mehr zuständig',
      'REQUEST zwei@example.com Termin von Dr. Sabine Hoffmann',
    ]);
    await schedule(undefined);
    expect(await planned(memory)).toHaveLength(3);
    await schedule('zwei@example.com');
    expect(await planned(memory)).toHaveLength(4);
    expect((await told()).filter((each) => each.startsWith('CANCEL')).sort()).toEqual([
      'CANCEL assistenz@example.com Nicht mehr zuständig',
      'CANCEL zwei@example.com Nicht mehr zuständig',
    ]);
  });

  it('takes the meeting out of the calendar of whoever leaves with the one receipt', async () => {
    const memory = now(entry(), { junior: { state: 'left', invitedAt: noon } });
    await exitPair(memory.table, triggerAt(noon).command('end pair'), { cohortId, pairId }, junior);
    expect(memory.said().map(({ detailType }) => detailType)).toEqual(['session.cancelled.v1']);
    await react(told(entry({ sequence: 1, state: 'cancelled' })), memory, triggerAt(noon));
    expect((await planned(memory)).map(brief)).toEqual([
      ['assistant-invitation', senior, 'cancelled', 1],
      ['invitation', senior, 'cancelled', 1],
    ]);
    const receipt = { scope: cohortId, kind: 'leave-receipt', to: { personId: junior }, subject: { pairId } } as const;
    await planLetter(memory.table, triggerAt(noon).command('plan receipt'), receipt);
    const letter = (await planned(memory)).find(({ kind }) => kind === 'leave-receipt');
    const mail = letter && (await written(letter, memory));
    expect(mail?.calendar).toMatchObject({ method: 'CANCEL', content: expect.stringContaining('SEQUENCE:1') });
    expect(mail?.alsoInCalendar).toEqual([]);
    expect(mail?.text).toMatch(/Sabine: Mittwoch, 1\. April 2026/);
  });

  it('takes the meetings of all pairs out of it, with the same one receipt', async () => {
    const other = { pairId: 'pair_ffffffffffff' as PairId, senior: 'per_00000000000000000000000000000003' as PersonId };
    const slots = { [pairId]: 'held', [other.pairId]: 'held' } as const;
    const memory = now(entry(), { junior: { state: 'left', invitedAt: noon, slots, capacity: 2 } });
    memory.has(
      participants,
      { cohortId, personId: other.senior },
      {
        ...participant('senior'),
        personId: other.senior,
        name: 'Karla Dritte',
        self: { ...participant('senior').self, callName: 'Karla' },
      },
    );
    memory.has(
      pairs,
      { cohortId, pairId: other.pairId },
      { ...pair(), ...other, entry: entry({ startsAt: may, sequence: 4 }) },
    );
    const left = { ...envelope, cohortId, personId: junior, detailType: 'participant.left.v1' as const };
    await leave(left, memory, triggerAt(noon));
    await leave(left, memory, triggerAt(noon));
    const [letter, ...more] = (await planned(memory)).filter(({ kind }) => kind === 'leave-receipt');
    expect(more).toEqual([]);
    const mail = letter && (await written(letter, memory));
    const parts = mail?.calendar ? [mail.calendar, ...(mail.alsoInCalendar ?? [])] : [];
    const field = (name: string, content: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(content)?.[1];
    expect(parts.map(({ method, content }) => [method, field('UID', content), field('SEQUENCE', content)])).toEqual([
      ['CANCEL', `${pairId}.1@appointments`, '1'],
      ['CANCEL', `${other.pairId}.1@appointments`, '5'],
    ]);
    expect(mail?.text).toMatch(/Karla: Mittwoch, 6\. Mai 2026, 18:00/);
  });
});
