import { describe, expect, it } from 'vitest';
import { read } from '../../../functions/send-letters/read.ts';
import { type Needs, send } from '../../../functions/send-letters/send.ts';
import { type Letter, letters } from '../../../shared/letter/letter.ts';
import { draftOf, type LetterPlan } from '../../../shared/letter/plan.ts';
import { freshPerson } from '../../../shared/person/find.ts';
import { identity } from '../../../shared/person/identity.ts';
import { persons } from '../../../shared/person/person.ts';
import { triggerAt } from '../../support/browser-without-browser.ts';
import type { MemoryTable } from '../../support/memory-table.ts';
import { checkInId, cohortId, junior, noon, pairId, programme } from '../../support/programme.ts';

const introduction: LetterPlan = {
  scope: cohortId,
  kind: 'introduction',
  to: { personId: junior },
  subject: { pairId },
};
const question: LetterPlan = {
  scope: cohortId,
  kind: 'check-in',
  to: { personId: junior },
  subject: { checkInId },
};

function stage(memory: MemoryTable, plan: LetterPlan, more: Partial<Needs> = {}) {
  const { letter } = draftOf(plan, noon);
  memory.has(letters, letter, letter);
  const sent: string[] = [];
  const needs: Needs = {
    table: memory.table,
    mailer: {
      quota: async () => ({ perSecond: 14, perDay: 1_000, sent: 0 }),
      send: async ({ to }) => {
        sent.push(to);
        return { outcome: 'accepted', messageId: 'm-1' };
      },
    },
    rate: { reserve: async (_perSecond, now) => ({ startsAt: now, every: 0 }), giveBack: () => {} },
    mode: 'everyone',
    rateShare: 1,
    mailFrom: 'mentoring@example.com',
    read: (each) =>
      read(each, {
        table: memory.table,
        identity: async () => identity(new Uint8Array(32)),
        firstAdmin: 'hr@example.com',
      }),
    write: async () => ({
      subject: 'Hello',
      html: '<p>Hello</p>',
      text: 'Hello',
      to: { name: 'Jonas Weber', address: 'jonas.weber@example.com' },
      from: 'Reverse Mentoring',
      list: 'list.example.com',
    }),
    now: () => noon,
    pause: async () => {},
    warn: () => {},
    ...more,
  };
  const { letterId, scope } = letter;
  const detail = {
    letterId,
    scope,
    round: 1,
    eventId: `evt_${'0'.repeat(32)}`,
    occurredAt: noon,
    correlationId: 'test',
  };
  return {
    sent,
    needs,
    run: (with_: Needs = needs) =>
      send([{ messageId: 'q-1', body: JSON.stringify({ detail }) }], with_, triggerAt(noon)),
    letter: (): Promise<Letter | undefined> => memory.table.get(letters, letter),
  };
}

describe('sending', () => {
  it('goes to SES once and is accepted', async () => {
    const { run, sent, letter } = stage(programme(), question);
    expect(await run()).toEqual([]);
    expect(sent).toEqual(['jonas.weber@example.com']);
    expect(await letter()).toMatchObject({ state: 'accepted', messageId: 'm-1' });
  });

  it('is not postponed by a second sender while the first one calls SES', async () => {
    const second: Partial<Needs> = { rate: { reserve: async () => undefined, giveBack: () => {} } };
    const { run, needs, sent, letter } = stage(programme(), question);
    // The second has looked the letter up when the first has not begun, and finds no slot when it is in the middle.
    let begin = () => {};
    const looked = new Promise<void>((resolve) => {
      begin = resolve;
    });
    let middle = Promise.resolve<readonly string[]>([]);
    const late = run({
      ...needs,
      ...second,
      mailer: {
        ...needs.mailer,
        quota: async () => {
          await looked;
          return { perSecond: 14, perDay: 1_000, sent: 0 };
        },
      },
    });
    await run({
      ...needs,
      mailer: {
        ...needs.mailer,
        send: async (message) => {
          begin();
          middle = late;
          await middle;
          return needs.mailer.send(message);
        },
      },
    });
    expect(sent).toHaveLength(1);
    expect(await letter()).toMatchObject({ state: 'accepted' });
  });

  it('introduces nobody to somebody who has left', async () => {
    const { run, sent, letter } = stage(programme({ pair: { state: 'exited' } }), introduction);
    await run();
    expect(sent).toEqual([]);
    expect(await letter()).toMatchObject({ state: 'dropped', why: 'its pair has ended' });
  });

  it('stops for a person whose mail failed in another cohort', async () => {
    const memory = programme();
    memory.has(persons, { personId: junior }, { ...freshPerson(junior), mail: 'bounced' });
    const { run, sent, letter } = stage(memory, question);
    await run();
    expect(sent).toEqual([]);
    expect(await letter()).toMatchObject({ state: 'dropped', why: 'bounced' });
  });
});
