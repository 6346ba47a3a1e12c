import { drop, postpone } from '../../shared/letter/ledger.ts';
import { type Letter, letters } from '../../shared/letter/letter.ts';
import type { Trigger } from '../../shared/runtime/on-event.ts';
import type { Command } from '../../shared/table/aggregate.ts';
import type { Step } from '../../shared/table/table.dynamodb.ts';
import { minutesAfter } from '../../shared/time/minute.ts';
import type { Needs } from './needs.ts';

/** Minutes until a letter that SES did not take, or must not get yet, is tried again. */
export const minutesUntilNextTry = {
  rate: 1,
  changed: 1,
  quota: 60,
  paused: 60,
  sandbox: 60,
  identity: 60,
  /** Whoever lets the letters go again rings those that wait. */
  stopped: 24 * 60,
  other: 15,
} as const;

export type LedgerStep = (current: Letter) => Step<Letter>;

/** For whoever has not called SES: the same letter may lie twice in the queue, and the other sender may be calling just now. */
export const whilePlanned =
  (step: LedgerStep): LedgerStep =>
  (current) =>
    current.state === 'planned' ? step(current) : { refused: `already ${current.state}` };

/** One step of the ledger, at the present moment: a batch may wait for seconds between its letters. */
export async function change(
  { table, now }: Needs,
  letter: Letter,
  command: Command,
  step: (at: string) => LedgerStep,
): Promise<boolean> {
  const at = now();
  const result = await table.change(letters, letter, { ...command, at }, (current) =>
    current ? step(at)(current) : { refused: 'no such letter' },
  );
  return result.ok;
}

export async function dropIt(letter: Letter, needs: Needs, trigger: Trigger, why: string): Promise<undefined> {
  await change(needs, letter, trigger.command('drop letter'), (at) => whilePlanned((now) => drop(now, at, why)));
}

export const later = (
  letter: Letter,
  needs: Needs,
  trigger: Trigger,
  because: keyof typeof minutesUntilNextTry,
  why: string,
  only: (step: LedgerStep) => LedgerStep = (step) => step,
) =>
  change(needs, letter, trigger.command('postpone letter'), (at) =>
    only((now) => postpone(now, minutesAfter(at, minutesUntilNextTry[because]), why)),
  );
