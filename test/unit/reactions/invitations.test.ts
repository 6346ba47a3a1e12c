import { describe, expect, it } from 'vitest';
import { AssistantChanged } from '../../../events/assistant-changed.ts';
import type { PairId, PersonId } from '../../../events/ids.ts';
import { SessionCancelled } from '../../../events/session-cancelled.ts';
import { SessionPlanned } from '../../../events/session-planned.ts';
import { react as leave } from '../../../functions/on-participant-left/react.ts';
import { react } from '../../../functions/on-session-planned/react.ts';
import { mayGoOut } from '../../../functions/send-letters/may-go-out.ts';
import { read } from '../../../functions/send-letters/read.ts';
import { calendarPart, type Invitation } from '../../../shared/letter/invitation.ts';
import { type Letter, letters } from '../../../shared/letter/letter.ts';
import { planLetter } from '../../../shared/letter/plan.ts';
import { compose } from '../../../shared/letter/render/compose.ts';
import { writeLetter } from '../../../shared/letter/write.ts';
import { exitPair } from '../../../shared/pair/end.ts';
import { pairs } from '../../../shared/pair/pair.ts';
import { reassisted } from '../../../shared/participant/assistant.ts';
import { participants } from '../../../shared/participant/participant.ts';
import type { CalendarEntry } from '../../../shared/session/entry.ts';
import { unnumbered } from '../../../shared/table/aggregate.ts';
import { triggerAt } from '../../support/browser-without-browser.ts';
import type { MemoryTable } from '../../support/memory-table.ts';
import { cohortId, junior, noon, pair, pairId, participant, programme, senior } from '../../support/programme.ts';

const envelope = { eventId: `evt_${'0'.repeat(32)}`, occurredAt: noon, correlationId: 'test' };
const april = '2026-04-01T07:00:00.000Z';
const may = '2026-05-06T16:00:00.000Z';
const entry = (more: Partial<CalendarEntry> = {}): CalendarEntry => ({
  ...{ number: 1, sequence: 0, startsAt: april, minutes: 60, state: 'set' },
  ...more,
});
const about = ({ number, ...rest }: Omit<CalendarEntry, 'state'>) => ({
  ...envelope,
  pairId,
  cohortId,
  entry: number,
  ...rest,
});
const told = ({ state, ...rest }: CalendarEntry) => ({
  ...about(rest),
  detailType: state === 'set' ? SessionPlanned.detailType : SessionCancelled.detailType,
});

const assisted = { self: { ...participant('senior').self, schedulingContact: 'assistenz@example.com' } };
const now = (state: CalendarEntry, more: Parameters<typeof programme>[0] = {}) =>
  programme({ senior: assisted, ...more, pair: { entry: state, ...more.pair } });

async function planned(memory: MemoryTable): Promise<Letter[]> {
  const ids = memory
    .said()
    .flatMap(({ detailType, detail }) => (detailType === 'letter.due.v1' ? [detail.letterId] : []));
  const found = await Promise.all(
    ids.map((letterId) =>
      memory.table.get(letters, { scope: cohortId, letterId: String(letterId) as Letter['letterId'] }),
    ),
  );
  return found.filter((each) => each !== undefined).sort((a, b) => a.kind.localeCompare(b.kind));
}
const brief = ({ kind, to, subject }: Letter) => [
  kind,
  Object.values(to)[0],
  subject.meeting?.asks,
  subject.meeting?.sequence,
];

const material = (letter: Letter, { table }: MemoryTable) =>
  read(letter, { table, identity: () => Promise.reject(new Error('not asked')), firstAdmin: '' });

/** As the sender of letters writes it. */
async function written(letter: Letter, memory: MemoryTable) {
  const found = await material(letter, memory);
  const calendar = ({ from, ...rest }: Omit<Invitation, 'organizer'> & { readonly from: string }) =>
    calendarPart({ ...rest, organizer: { name: from, address: 'mail@example.com' } });
  const link = (type: string) => Promise.resolve(`https://mentoring.example.com/${type}/token`);
  const writing = { link, origin: 'https://mentoring.example.com', banner: null, draw: compose, calendar };
  return { verdict: mayGoOut(letter, found, noon), ...(await writeLetter(letter, found, writing)) };
}

describe('a planned meeting', () => {
  it('is told to both and to an assistant, once, however often it is said', async () => {
    const memory = now(entry());
    await react(told(entry()), memory, triggerAt(noon));
    await react(told(entry()), memory, triggerAt(noon));
    expect((await planned(memory)).map(brief)).toEqual([
      ['assistant-invitation', senior, 'set', 0],
      ['invitation', junior, 'set', 0],
      ['invitation', senior, 'set', 0],
    ]);
  });

  it('is told as it is last, in whatever order it was said', async () => {
    const [first, second] = [entry(), entry({ sequence: 1, startsAt: may })];
    for (const order of [
      [first, second],
      [second, first],
    ]) {
      const memory = now(second);
      for (const each of order) await react(told(each), memory, triggerAt(noon));
      const sequences = (await planned(memory)).map(({ subject }) => subject.meeting?.sequence);
      expect(sequences).toEqual([1, 1, 1]);
    }
  });

  it('is off even where another was planned meanwhile', async () => {
    const off = entry({ sequence: 1, state: 'cancelled' });
    const memory = now(entry({ number: 2, startsAt: may }));
    await react(told(off), memory, triggerAt(noon));
    const [, letter] = await planned(memory);
    expect(letter?.subject.meeting).toMatchObject({ asks: 'cancelled', number: 1 });
    expect(letter && (await written(letter, memory)).verdict).toEqual({ go: true });
  });

  it('is not told once it has begun, before the launch, and of a pair that has ended', async () => {
    for (const [memory, at] of [
      [now(entry()), april],
      [now(entry(), { cohort: { launchedAt: undefined } }), noon],
      [now(entry(), { pair: { state: 'exited' } }), noon],
    ] as const) {
      await react(told(entry()), memory, triggerAt(at));
      expect(await planned(memory)).toEqual([]);
    }
  });

  it('does not go out once a later change has overtaken it', async () => {
    const memory = now(entry());
    await react(told(entry()), memory, triggerAt(noon));
    const [, letter] = await planned(memory);
    const pair = await memory.table.get(pairs, { cohortId, pairId });
    if (!letter || !pair) throw new Error('nothing was planned');
    const moved = { ...(await material(letter, memory)), pair: { ...pair, entry: entry({ sequence: 1 }) } };
    expect(mayGoOut(letter, moved, noon)).toEqual({ drop: 'overtaken by a later date' });
  });
});

describe('what the mails say', () => {
  it('invites both by name, on the clock of each', async () => {
    const memory = now(entry(), { junior: { self: { ...participant('junior').self, timeZone: 'Europe/London' } } });
    await react(told(entry()), memory, triggerAt(noon));
    const [, toJunior, toSenior] = await planned(memory);
    const [one, other] = [toJunior && (await written(toJunior, memory)), toSenior && (await written(toSenior, memory))];
    expect(one?.subject).toBe('Sabine und du: Mittwoch, 1. April 2026');
    expect([one?.text, other?.text].map((text) => /\d\d:\d\d/.exec(text ?? '')?.[0])).toEqual(['08:00', '09:00']);
    expect(one?.calendar).toMatchObject({
      method: 'REQUEST',
      content: expect.stringContaining('SUMMARY:Reverse Mentoring: Sabine'),
    });
    expect(other?.calendar?.content).toContain('SUMMARY:Reverse Mentoring: Jonas');
    expect(one?.replyTo?.address).toBe('petra.beispiel@example.com');
  });

  it('tells an assistant day and hour, and nothing of the programme, the partner or a page', async () => {
    const memory = now(entry());
    await react(told(entry()), memory, triggerAt(noon));
    const [letter] = await planned(memory);
    const mail = letter && (await written(letter, memory));
    expect(mail?.to.address).toBe('assistenz@example.com');
    expect(mail?.verdict).toEqual({ go: true });
    const all = `${JSON.stringify(mail)}`;
    expect(all).toContain('Termin von Dr. Sabine Hoffmann');
    expect(all).not.toMatch(/Mentoring|reverse|Jonas|Weber|jonas|https:\/\/mentoring|Uwe|Junior|Senior/);
  });

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
