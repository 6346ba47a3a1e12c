import { describe, expect, it } from 'vitest';
import type { Needs } from '../../../functions/send-letters/send.ts';
import type { LetterPlan } from '../../../shared/letter/plan.ts';
import { freshPerson } from '../../../shared/person/find.ts';
import { persons } from '../../../shared/person/person.ts';
import type { MemoryTable } from '../../support/memory-table.ts';
import { checkInId, cohortId, junior, pairId, programme } from '../../support/programme.ts';
import { aSender } from '../../support/sender.ts';

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

function stage(memory: MemoryTable, plan: LetterPlan) {
  const sent: string[] = [];
  const sender = aSender(memory, {
    mailer: {
      quota: async () => ({ perSecond: 14, perDay: 1_000, sent: 0 }),
      send: async ({ to }) => {
        sent.push(to);
        return { outcome: 'accepted', messageId: 'm-1' };
      },
    },
  });
  const { needs } = sender;
  const letterId = sender.plan(plan);
  return {
    sent,
    needs,
    run: (with_: Needs = needs) => sender.bring([{ letterId, scope: plan.scope }], with_),
    letter: () => sender.letter(letterId, plan.scope),
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
