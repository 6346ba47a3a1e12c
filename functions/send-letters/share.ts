import type { Instant } from '../../events/define.ts';
import {
  allowedFrom,
  type Budget,
  budgetOf,
  budgets,
  draftOfBudget,
  holderOf,
  wait,
} from '../../shared/letter/budget.ts';
import { kindOf } from '../../shared/letter/kinds.ts';
import { drop, postpone } from '../../shared/letter/ledger.ts';
import { type Letter, letters } from '../../shared/letter/letter.ts';
import type { Part } from '../../shared/letter/write.ts';
import type { Trigger } from '../../shared/runtime/on-event.ts';
import type { Draft } from '../../shared/table/aggregate.ts';
import { change } from '../../shared/table/commit.ts';
import { minutesAfter } from '../../shared/time/minute.ts';
import { mayGoOut } from './may-go-out.ts';
import type { Needs } from './needs.ts';

/** A letter with more purposes than these is not read. */
const mostTogether = 4;

export const overBudget = 'over the mail budget';
export const noRoom = 'the mail budget had no room before it expired';
export const forCompany = 'waits for others that are due together';

/** What becomes of a letter that may go out, by the budget of its reader. Pure. */
export type Share =
  | { readonly go: true }
  | { readonly drop: string }
  | { readonly until: Instant; readonly why: string };

export function shareOf({ letter, material }: Part, budget: Draft<Budget>, at: Instant): Share {
  const { participant, cohort } = material;
  const from = allowedFrom(budget, letter, participant?.self.timeZone ?? cohort?.timeZone ?? 'UTC');
  if (from && from > at) {
    if (letter.notAfter && letter.notAfter <= from) return { drop: noRoom };
    return { until: from, why: overBudget };
  }
  const known = budget.waiting.some(({ letterId }) => letterId === letter.letterId);
  // Who is in several pairs is asked about all of them in the same minute, by different runs of our code.
  if (mayHaveCompany({ letter, material }) && !known && letter.round <= 1) {
    return { until: minutesAfter(at, 1), why: forCompany };
  }
  return { go: true };
}

const mayHaveCompany = ({ letter, material: { participant } }: Part): boolean =>
  kindOf(letter.kind).mergeable && participant !== undefined && Object.keys(participant.slots).length > 1;

/** Not now: the letter's timer brings it back, and the budget remembers that it may share another's letter. */
export async function putOff(
  { letter, material }: Part,
  holder: string,
  needs: Needs,
  trigger: Trigger,
): Promise<undefined> {
  await needs.table.transact(async () => {
    const [current, budget] = [await needs.table.get(letters, letter), await needs.table.get(budgets, { holder })];
    if (current?.state !== 'planned') return { refused: 'no longer planned' };
    const at = needs.now();
    const draft = draftOfBudget(budget, holder);
    const share = shareOf({ letter: current, material }, draft, at);
    const command = { ...trigger.command('put letter off'), at };
    if ('go' in share) {
      // There is room again: the queue brings it at once.
      const step = postpone(current, minutesAfter(at, 1), forCompany);
      return 'refused' in step ? step : { command, changes: [change(letters, current, current, step.to)] };
    }
    const step = 'drop' in share ? drop(current, at, share.drop) : postpone(current, share.until, share.why);
    if ('refused' in step) return step;
    return {
      command,
      changes: [
        change(letters, current, current, step.to),
        ...('drop' in share ? [] : [change(budgets, { holder }, budget, wait(draft, current))]),
      ],
    };
  });
}

/**
 * Who goes in this letter's envelope: the letters that were put off for the same reader in the same cohort and may go
 * out now. The oldest leads, whichever of them came first from the queue, so that two senders agree on it.
 */
export async function together(part: Part, needs: Needs, at: Instant): Promise<readonly [Part, ...Part[]]> {
  const { letter } = part;
  const holder = holderOf(letter);
  if (!kindOf(letter.kind).mergeable || !holder || !budgetOf(letter)) return [part];
  const budget = await needs.table.get(budgets, { holder });
  const refs = (budget?.waiting ?? []).filter(
    ({ letterId, scope }) => scope === letter.scope && letterId !== letter.letterId,
  );
  const found = refs.length > 0 ? await needs.table.getMany(letters, refs) : [];
  const company: Part[] = [];
  for (const other of found.sort(byAge)) {
    if (company.length === mostTogether - 1) break;
    if (other.state !== 'planned' || other.carries || !kindOf(other.kind).mergeable) continue;
    const material = await needs.read(other);
    if ('go' in mayGoOut(other, material, at)) company.push({ letter: other, material });
  }
  // What an earlier try has taken along stays with it.
  if (letter.carries) return [part, ...company];
  const [first = part, ...rest] = [part, ...company].sort((a, b) => byAge(a.letter, b.letter));
  return [first, ...rest];
}

const byAge = (a: Letter, b: Letter): number =>
  a.plannedAt.localeCompare(b.plannedAt) || a.letterId.localeCompare(b.letterId);

/** The letters that this one has taken along in an earlier try, as far as they still have something to say. */
export async function carriedBy(letter: Letter, needs: Needs, at: Instant): Promise<Part[]> {
  const refs = (letter.carries ?? []).map((letterId) => ({ letterId, scope: letter.scope }));
  const found = refs.length > 0 ? await needs.table.getMany(letters, refs) : [];
  const parts: Part[] = [];
  for (const other of found.sort(byAge)) {
    const material = await needs.read(other);
    if ('go' in mayGoOut(other, material, at)) parts.push({ letter: other, material });
  }
  return parts;
}
