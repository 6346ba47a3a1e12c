import { describe, expect, it } from 'vitest';
import { react } from '../../../functions/on-session-planned/react.ts';
import { mayGoOut } from '../../../functions/send-letters/may-go-out.ts';
import { pairs } from '../../../shared/pair/pair.ts';
import { triggerAt } from '../../support/browser-without-browser.ts';
import { april, brief, entry, material, may, now, planned, told, written } from '../../support/calendars.ts';
import { cohortId, junior, noon, pairId, participant, senior } from '../../support/programme.ts';

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
});
