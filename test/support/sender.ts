import { read } from '../../functions/send-letters/read.ts';
import { type Needs, send } from '../../functions/send-letters/send.ts';
import { type Letter, letters } from '../../shared/letter/letter.ts';
import type { Sent } from '../../shared/letter/mailer.ses.ts';
import { draftOf, type LetterPlan } from '../../shared/letter/plan.ts';
import { identity } from '../../shared/person/identity.ts';
import { triggerAt } from './browser-without-browser.ts';
import type { MemoryTable } from './memory-table.ts';
import { noon } from './programme.ts';

/** The sender over a table in memory, with a mail service that takes everything and a clock that is told the time. */
export function aSender(memory: MemoryTable, more: Partial<Needs> = {}) {
  let at = noon;
  /** Each message: the letters that speak in it, the first of them as whom it goes. */
  const sent: (readonly string[])[] = [];
  let speaking: readonly string[] = [];
  const needs: Needs = {
    table: memory.table,
    mailer: {
      quota: async () => ({ perSecond: 14, perDay: 1_000, sent: 0 }),
      send: async (): Promise<Sent> => {
        sent.push(speaking);
        return { outcome: 'accepted', messageId: `m-${sent.length}` };
      },
    },
    rate: { reserve: async (_perSecond, now) => ({ startsAt: now, every: 0 }), giveBack: () => {} },
    mode: 'everyone',
    rateShare: 1,
    mailFrom: 'mentoring@example.com',
    read: (letter) =>
      read(letter, {
        table: memory.table,
        identity: async () => identity(new Uint8Array(32)),
        firstAdmin: 'hr@example.com',
      }),
    write: async (first, others) => {
      speaking = [first, ...others].map(({ letter }) => letter.letterId);
      return {
        subject: 'Hello',
        html: '<p>Hello</p>',
        text: 'Hello',
        to: { name: 'Jonas Weber', address: 'jonas.weber@example.com' },
        from: 'Reverse Mentoring',
        list: 'list.example.com',
      };
    },
    now: () => at,
    pause: async () => {},
    warn: () => {},
    ...more,
  };
  const message = ({ letterId, scope }: Pick<Letter, 'letterId' | 'scope'>) => ({
    messageId: letterId,
    body: JSON.stringify({
      detail: {
        letterId,
        scope,
        round: 1,
        eventId: `evt_${'0'.repeat(32)}`,
        occurredAt: at,
        correlationId: 'test',
      },
    }),
  });
  return {
    sent,
    needs,
    now: (time: string) => {
      at = time;
    },
    /** Puts a planned letter there. */
    plan(plan: LetterPlan): Letter['letterId'] {
      const { letter } = draftOf(plan, at);
      memory.has(letters, letter, letter);
      return letter.letterId;
    },
    /** Brings these letters from the queue, in one batch. */
    bring: (refs: readonly Pick<Letter, 'letterId' | 'scope'>[], with_: Partial<Needs> = {}) =>
      send(refs.map(message), { ...needs, ...with_ }, triggerAt(at)),
    letter: (letterId: Letter['letterId'], scope: Letter['scope']) => memory.table.get(letters, { letterId, scope }),
  };
}
