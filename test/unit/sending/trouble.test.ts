import { describe, expect, it } from 'vitest';
import { send } from '../../../functions/send-letters/send.ts';
import type { Sent } from '../../../shared/letter/mailer.ses.ts';
import type { LetterPlan } from '../../../shared/letter/plan.ts';
import { stageMail, stopStage } from '../../../shared/letter/stage-mail.ts';
import { participants } from '../../../shared/participant/participant.ts';
import { triggerAt } from '../../support/browser-without-browser.ts';
import { cohortId, junior, noon, pairId, participant, programme, senior } from '../../support/programme.ts';
import { aSender } from '../../support/sender.ts';

const introduction: LetterPlan = {
  scope: cohortId,
  kind: 'introduction',
  to: { personId: junior },
  subject: { pairId },
};
const toSenior: LetterPlan = { ...introduction, to: { personId: senior } };
const minute = (count: number) => new Date(Date.parse(noon) + count * 60_000).toISOString();

/** Both letters are there, and SES answers this. */
function refusing(because: Extract<Sent, { outcome: 'refused' }>['because'], why: string) {
  const memory = programme();
  const sender = aSender(memory);
  const calls: string[] = [];
  const refs = [introduction, toSenior].map((plan) => ({ letterId: sender.plan(plan), scope: cohortId }));
  const mailer = {
    ...sender.needs.mailer,
    send: async (): Promise<Sent> => {
      calls.push(because);
      return { outcome: 'refused', because, why };
    },
  };
  const states = async () =>
    Promise.all(refs.map(async ({ letterId, scope }) => (await sender.letter(letterId, scope))?.state));
  return { memory, sender, refs, mailer, calls, states, trouble: () => memory.table.get(stageMail, {}) };
}

describe('when SES says no', () => {
  it.each([
    ['paused', 'paused', 1],
    ['identity', 'identity', 1],
    ['quota', 'quota', 1],
    ['sandbox', 'sandbox', 2],
    ['other', 'refused', 2],
  ] as const)('%s: the letters wait, and the desk is told', async (because, shown, asked) => {
    const { sender, refs, mailer, calls, states, trouble } = refusing(because, 'because');
    await sender.bring(refs, { mailer });
    expect(await states()).toEqual(['planned', 'planned']);
    expect(calls).toHaveLength(asked);
    expect(await trouble()).toMatchObject({ trouble: { because: shown, since: noon } });
  });

  it('forgets the trouble with the first letter that goes, in the sandbox with the first that it had refused', async () => {
    const { memory, sender, refs, mailer, trouble } = refusing('sandbox', 'SES is in its sandbox: …');
    const [first, second] = refs;
    if (!first || !second) throw new Error('two letters');
    await sender.bring([first], { mailer });
    await sender.bring([second]);
    expect(await trouble()).toMatchObject({ trouble: { because: 'sandbox' } });
    sender.now(minute(61));
    await sender.bring([first]);
    expect((await trouble())?.trouble).toBeUndefined();
    expect((await memory.table.get(participants, { cohortId, personId: junior }))?.version).toBe(1);
  });

  it('sends what the day still allows, and parks the rest one by one', async () => {
    const { sender, refs, states } = refusing('quota', '');
    const quota = async () => ({ perSecond: 14, perDay: 1_000, sent: 999 });
    await sender.bring(refs, { mailer: { ...sender.needs.mailer, quota } });
    expect(await states()).toEqual(['accepted', 'planned']);
  });
});

describe('the letters of the stage', () => {
  it('stop, look again once a day, and say which of them to ring when they go again', async () => {
    const memory = programme();
    const sender = aSender(memory);
    const letterId = sender.plan(introduction);
    const stopped = stopStage(undefined, true, noon, []);
    if ('refused' in stopped) throw new Error(stopped.refused);
    memory.has(stageMail, {}, stopped.to);
    await sender.bring([{ letterId, scope: cohortId }]);
    expect(sender.sent).toEqual([]);
    expect(await sender.letter(letterId, cohortId)).toMatchObject({ state: 'planned', dueAt: minute(24 * 60) });
    const now = { ...stopped.to, schema: 1, version: 1 };
    expect(stopStage(now, true, noon, [])).toEqual({ refused: 'nothing to change' });
    expect(stopStage(now, false, noon, ['stage', cohortId])).toMatchObject({
      to: {},
      says: [{ data: { scope: 'stage' } }, { data: { scope: cohortId } }],
    });
  });
});

describe('a letter that waited for its slot', () => {
  it('does not go to somebody who left meanwhile', async () => {
    const memory = programme();
    const sender = aSender(memory);
    const letterId = sender.plan(introduction);
    const reserve = async (_: number, now: number) => ({ startsAt: now + 5_000, every: 0 });
    const pause = async () => {
      memory.has(participants, { cohortId, personId: junior }, participant('junior', { state: 'left' }), 2);
      sender.now(new Date(Date.parse(noon) + 5_000).toISOString());
    };
    await sender.bring([{ letterId, scope: cohortId }], { rate: { reserve, giveBack: () => {} }, pause });
    expect(sender.sent).toEqual([]);
    expect(await sender.letter(letterId, cohortId)).toMatchObject({ state: 'dropped', why: 'no longer takes part' });
  });

  it('calls a person at once about a message that can never work, when it comes alone', async () => {
    const sender = aSender(programme());
    const broken = { messageId: 'q', body: '{}' };
    await expect(send([broken], sender.needs, triggerAt(noon))).rejects.toMatchObject({ name: 'MalformedEvent' });
    expect(await send([broken, { ...broken, messageId: 'r' }], sender.needs, triggerAt(noon))).toEqual(['q', 'r']);
  });
});
