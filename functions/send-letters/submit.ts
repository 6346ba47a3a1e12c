import { allowedFrom, budgets, draftOfBudget, spend } from '../../shared/letter/budget.ts';
import { mergeInto, submit as submitStep } from '../../shared/letter/ledger.ts';
import { letters } from '../../shared/letter/letter.ts';
import type { Trigger } from '../../shared/runtime/on-event.ts';
import { type Change, change } from '../../shared/table/commit.ts';
import { mayGoOut } from './may-go-out.ts';
import type { Needs } from './needs.ts';
import type { Ready } from './prepare.ts';
import { change as changeLetter, later, whilePlanned } from './step.ts';

/**
 * The ledger first: from here a crash leaves the outcome unknown and never sends twice unseen. The budget of the reader
 * is spent, and the others in the envelope are dropped, in the same commit: of two senders only one gets through.
 */
export async function submit(ready: Ready, needs: Needs, trigger: Trigger): Promise<boolean> {
  const { letter, holder } = ready;
  const command = trigger.command('submit letter');
  if (!holder) return changeLetter(needs, letter, command, (at) => (now) => submitStep(now, at));
  const at = needs.now();
  const result = await needs.table.transact(async () => {
    const changes = await changesOf(ready, holder, needs, at);
    return typeof changes === 'string' ? { refused: changes } : { command: { ...command, at }, changes };
  });
  // Somebody was faster with the budget or with one of the others: it begins anew in a minute.
  if (!result.ok && result.refused === changed) {
    await later(letter, needs, trigger, 'changed', 'another letter to the same reader came first', whilePlanned);
  }
  return result.ok;
}

const changed = 'changed meanwhile';

async function changesOf(
  { letter, others, parts }: Ready,
  holder: string,
  { table }: Needs,
  at: string,
): Promise<Change[] | string> {
  const [current, budget] = [await table.get(letters, letter), await table.get(budgets, { holder })];
  if (!current) return 'no such letter';
  const draft = draftOfBudget(budget, holder);
  const zone = parts[0]?.material.participant?.self.timeZone ?? parts[0]?.material.cohort?.timeZone ?? 'UTC';
  const from = allowedFrom(draft, current, zone);
  if (from && from > at) return changed;
  const { dueAt: _waited, ...now } = current;
  const step = submitStep(now, at, others);
  if ('refused' in step) return step.refused;
  const changes = [change(letters, letter, current, step.to)];
  for (const other of others) {
    const known = await table.get(letters, other);
    const merged: ReturnType<typeof mergeInto> =
      known?.state === 'planned' ? mergeInto(known, letter.letterId, at) : { refused: changed };
    if ('refused' in merged) return changed;
    changes.push(change(letters, other, known, merged.to));
  }
  return [...changes, change(budgets, { holder }, budget, spend(draft, current, others, at))];
}

/** Asked again right before the call: a sender waits for its slot, and somebody may leave or stop meanwhile. */
export async function stillGoes({ parts }: Ready, needs: Needs): Promise<boolean> {
  const at = needs.now();
  for (const { letter } of parts) {
    if (!('go' in mayGoOut(letter, await needs.read(letter), at))) return false;
  }
  return true;
}
