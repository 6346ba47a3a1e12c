import { describe, expect, it } from 'vitest';
import { HelpId } from '../../../events/ids.ts';
import { react } from '../../../functions/on-letter-outcome/react.ts';
import { checkInIdOf } from '../../../shared/check-in/check-in.ts';
import { helps } from '../../../shared/help/help.ts';
import { resume, ring, settle, submit } from '../../../shared/letter/ledger.ts';
import { type Letter, letters } from '../../../shared/letter/letter.ts';
import { draftOf, type LetterPlan } from '../../../shared/letter/plan.ts';
import { compose } from '../../../shared/letter/render/compose.ts';
import { writeLetter } from '../../../shared/letter/write.ts';
import { participants } from '../../../shared/participant/participant.ts';
import { persons } from '../../../shared/person/person.ts';
import { tasks } from '../../../shared/task/task.ts';
import { triggerAt } from '../../support/browser-without-browser.ts';
import { cohortId, junior, noon, pairId, programme } from '../../support/programme.ts';
import { aSender } from '../../support/sender.ts';

const made = (plan: LetterPlan, more: Partial<Letter> = {}): Letter => ({
  ...draftOf(plan, noon).letter,
  schema: 1,
  version: 1,
  ...more,
});
const checkInId = checkInIdOf(pairId, 'junior', 'month-01');
const writing = {
  link: async () => 'https://example.com/x',
  origin: 'https://example.com',
  banner: null,
  draw: compose,
};
const introduction: LetterPlan = {
  scope: cohortId,
  kind: 'introduction',
  to: { personId: junior },
  subject: { pairId },
};
const told = (letter: Letter, type: string) => ({
  type,
  messageId: 'm-1',
  letterId: letter.letterId,
  scope: letter.scope,
  bounceType: 'Permanent',
  at: noon,
});
const at = (minutes: number) => new Date(Date.parse(noon) + minutes * 60_000).toISOString();
const tasksOf = (memory: ReturnType<typeof programme>) =>
  Array.fromAsync(
    memory.table.list(
      tasks,
      [0, 1, 2, 3, 4, 5, 6, 7].map((shard) => `cohort#${cohortId}#${shard}`),
      'task#',
    ),
  );

describe('the ledger', () => {
  it('calls the second copy off when SES tells late of the first', () => {
    const submitted = submit(made(introduction), noon);
    if ('refused' in submitted) throw new Error(submitted.refused);
    const again = ring({ ...made(introduction), ...submitted.to }, at(16));
    if ('refused' in again) throw new Error(again.refused);
    expect(again.to).toMatchObject({ state: 'planned', sentAgain: true });
    const letter = { ...made(introduction), ...again.to };
    expect(settle(letter, at(17), 'deliver', 'm-1')).toMatchObject({ to: { state: 'delivered' } });
  });

  it.each(['submitting', 'unknown', 'planned'] as const)('learns of a letter that is %s that SES took it', (state) => {
    const why = 'SES never told the outcome';
    const letter = made(introduction, { state, attempts: 1, dueAt: at(15), why });
    const step = settle(letter, at(1), 'accept', 'm-1');
    expect(step).toMatchObject({ to: { state: 'accepted', messageId: 'm-1', acceptedAt: at(1) } });
    expect(step).not.toHaveProperty('to.dueAt');
    expect(step).not.toHaveProperty('to.why');
  });

  it('learns nothing new of a sending that it knows, or of one that has arrived', () => {
    for (const state of ['accepted', 'delivered', 'bounced'] as const) {
      expect(settle(made(introduction, { state, attempts: 1 }), noon, 'accept', 'm-1')).toEqual({
        refused: `already ${state}`,
      });
    }
  });

  it('believes no event about a letter that was never submitted', () => {
    expect(settle(made(introduction), noon, 'deliver', 'm-1')).toEqual({ refused: 'never submitted' });
  });

  it('hands over at once what waited for the letters to go again, and nothing else', () => {
    const waiting = made(introduction, { why: 'all letters of the cohort are stopped', dueAt: at(24 * 60), round: 3 });
    expect(resume(waiting, noon)).toMatchObject({ to: { round: 4 }, says: [{ data: { round: 4 } }] });
    expect(resume({ ...waiting, why: 'over the mail budget' }, noon)).toEqual({ refused: 'does not wait' });
  });

  it('keeps letters about help apart', () => {
    expect(() => draftOf({ ...introduction, kind: 'safety' }, noon)).toThrow('a safety letter of');
  });
});

describe('mail that comes back', () => {
  it.each([
    ['Send', 'ok', 0],
    ['Bounce', 'bounced', 1],
    ['Complaint', 'complained', 1],
    ['Reject', 'ok', 0],
  ])('%s', async (type, mail, count) => {
    const memory = programme();
    const letter = made(introduction, { state: 'accepted', attempts: 1 });
    memory.has(letters, letter, letter);
    await react(told(letter, type), memory, triggerAt(noon));
    expect(await memory.table.get(participants, { cohortId, personId: junior })).toMatchObject({ mail });
    expect(await tasksOf(memory)).toHaveLength(count);
  });

  it.each([
    ['a question about a pair', { ...introduction, kind: 'consent-senior' }],
    ['an introduction', introduction],
    ['the questions after a meeting', { ...introduction, kind: 'check-in', subject: { checkInId } }],
  ] as const)('of %s is told with the pair, so that nobody learns how far it has come', async (_, plan) => {
    const memory = programme();
    const letter = made(plan, { state: 'accepted', attempts: 1 });
    memory.has(letters, letter, letter);
    await react(told(letter, 'Bounce'), memory, triggerAt(noon));
    expect((await tasksOf(memory)).map(({ about }) => about)).toEqual([{ personId: junior, pairId }]);
  });

  it.each([
    ['the same letter', introduction],
    ['another letter', { ...introduction, kind: 'goodbye' }],
  ] as const)('with a complaint stays one when %s is said to have bounced after it', async (_, plan) => {
    const memory = programme();
    const all = [
      made(introduction, { state: 'accepted', attempts: 1 }),
      made(plan, { state: 'accepted', attempts: 1 }),
    ];
    for (const letter of all) memory.has(letters, letter, letter);
    memory.has(persons, { personId: junior }, { personId: junior, mail: 'ok', pairedWith: [], leftOutIn: [] });
    const [first = made(introduction), last = first] = all;
    await react(told(first, 'Complaint'), memory, triggerAt(noon));
    await react(told(last, 'Bounce'), memory, triggerAt(at(1)));
    expect(await memory.table.get(participants, { cohortId, personId: junior })).toMatchObject({ mail: 'complained' });
    expect(await memory.table.get(persons, { personId: junior })).toMatchObject({ mail: 'complained' });
  });

  it('of a receipt for leaving is told alike, whether there was a pair or not', async () => {
    const abouts = await Promise.all(
      [{ pairId }, {}].map(async (subject) => {
        const memory = programme();
        const letter = made({ ...introduction, kind: 'leave-receipt', subject }, { state: 'accepted', attempts: 1 });
        memory.has(letters, letter, letter);
        await react(told(letter, 'Bounce'), memory, triggerAt(noon));
        return (await tasksOf(memory)).map(({ about }) => about);
      }),
    );
    expect(abouts[0]).toEqual(abouts[1]);
  });

  it('of a call for help goes to the next contact once, and after the last one the sender calls a person', async () => {
    const memory = programme();
    const helpId = HelpId.parse('help_0a1b2c3d4e5f');
    const request = { helpId, cohortId, personId: junior, contact: 'independent contact', about: 'call' } as const;
    memory.has(helps, request, { ...request, state: 'open', askedAt: noon });
    const plan: LetterPlan = {
      scope: 'help',
      kind: 'help',
      to: { contact: 'independent contact', place: 0 },
      subject: { helpId },
    };
    const first = made(plan, { state: 'accepted', attempts: 1 });
    memory.has(letters, first, first);
    for (const _ of [1, 2]) await react(told(first, 'Bounce'), memory, triggerAt(noon));
    const next = draftOf({ ...plan, to: { contact: 'independent contact', place: 1 } }, noon).letter;
    expect(await memory.table.get(letters, next)).toMatchObject({ state: 'planned', round: 1 });
    // The cohort has one independent contact.
    const sender = aSender(memory, {
      write: (each, others) => writeLetter(each.letter, each.material, writing, others),
    });
    await expect(sender.bring([next])).rejects.toMatchObject({ name: 'MalformedEvent' });
    expect(sender.sent).toEqual([]);
  });
});
