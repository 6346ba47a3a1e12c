import { afterEach, beforeEach, expect, it } from 'vitest';
import type { HelpId } from '../../../events/ids.ts';
import { react } from '../../../functions/on-letter-outcome/react.ts';
import { type Letter, letterIdOf, letters } from '../../../shared/letter/letter.ts';
import { draftOf, type LetterPlan } from '../../../shared/letter/plan.ts';
import { type LocalTable, localTable, triggerAt } from '../../support/local-table.ts';

const at = '2026-03-02T08:00:00.000Z';
const plan: LetterPlan = {
  scope: 'help',
  kind: 'help',
  to: { contact: 'independent contact', place: 0 },
  subject: { helpId: 'help_0a1b2c3d4e5f' as HelpId },
};
const letterId = letterIdOf({ ...plan, sequence: 1 });
const outcome = (type: string) => ({
  type,
  messageId: 'm-1',
  letterId,
  scope: 'help' as const,
  bounceType: 'Permanent',
  at,
});

let local: LocalTable;
beforeEach(async () => {
  local = await localTable();
  const accepted: Letter['state'] = 'accepted';
  await local.table.change(letters, { letterId, scope: 'help' }, triggerAt(at).command('make'), () => ({
    to: { ...draftOf(plan, at).letter, state: accepted },
  }));
});
afterEach(() => local.close());

it('writes to the next contact when the letter about a call for help comes back, once however often it is told', async () => {
  for (const _ of [1, 2]) await react(outcome('Bounce'), local, triggerAt(at));
  expect(await local.table.get(letters, { letterId, scope: 'help' })).toMatchObject({ state: 'bounced' });
  const next = letterIdOf({ ...plan, to: { contact: 'independent contact', place: 1 }, sequence: 1 });
  expect(await local.table.get(letters, { letterId: next, scope: 'help' })).toMatchObject({ state: 'planned' });
});

it('is content when the letter arrives', async () => {
  expect(await react(outcome('Delivery'), local, triggerAt(at))).toMatchObject({ outcome: 'delivered' });
});
