import * as z from 'zod/mini';
import { Instant } from '../../events/define.ts';
import { LetterId, Scope } from '../../events/ids.ts';
import { aggregateFields, type Draft, noun, unnumbered } from '../table/aggregate.ts';
import { keys } from '../table/keys.ts';
import { addDays, atLocal, localDate } from '../time/local.ts';
import { kindOf } from './kinds.ts';
import type { Letter } from './letter.ts';

const Spent = z.object({ letterId: LetterId, at: Instant });

/**
 * What one reader has had of the mail budget. Beside the person and not in a cohort, because the budget is the
 * person's; an item of its own, because the person is read by much that mail has nothing to do with.
 */
export const Budget = z.object({
  ...aggregateFields,
  /** A person's id, or a contact's place in the list of a cohort. */
  holder: z.string(),
  /** The last letter of each budget, and when it was handed to SES. */
  last: z.object({
    counts: z.optional(Spent),
    'counts per day': z.optional(Spent),
    'one a day': z.optional(Spent),
  }),
  /** Letters whose time had come and that were put off: the next one that goes takes them along. */
  waiting: z.array(z.object({ letterId: LetterId, scope: Scope })),
});
export type Budget = z.infer<typeof Budget>;
export type BudgetName = keyof Budget['last'];

export const budgets = noun('budget', Budget, keys.budget);

export const freshBudget = (holder: string): Draft<Budget> => ({ holder, last: {}, waiting: [] });

/** Days on the reader's calendar of which only one may bring such a letter. */
const daysOf: Readonly<Record<BudgetName, number>> = { counts: 3, 'counts per day': 1, 'one a day': 1 };
const morning = '09:00';

/** The budget that a letter is counted in, if any. */
export function budgetOf({ kind }: Pick<Letter, 'kind'>): BudgetName | undefined {
  const { budget } = kindOf(kind);
  return budget === 'exempt' ? undefined : budget;
}

/** Whose budget it is; nobody's for a member of the desk, who is written to on request only. */
export function holderOf({ to, scope }: Pick<Letter, 'to' | 'scope'>): string | undefined {
  if ('personId' in to) return to.personId;
  if (!('contact' in to) || scope === 'stage' || scope === 'help') return undefined;
  return `${scope}/${to.contact.replaceAll(' ', '-')}-${to.place}`;
}

/**
 * The first moment at which this letter fits into the budget: a morning, as far as the calendar of the reader has one
 * letter already. Undefined: at once. A letter that was handed over and came back is not counted against itself.
 */
export function allowedFrom(
  budget: Draft<Budget>,
  letter: Pick<Letter, 'kind' | 'letterId'>,
  zone: string,
): Instant | undefined {
  const name = budgetOf(letter);
  const spent = name && budget.last[name];
  if (!spent || spent.letterId === letter.letterId) return undefined;
  return atLocal(addDays(localDate(spent.at, zone), daysOf[name]), morning, zone);
}

/** This letter goes now, and takes the others along. */
export function spend(budget: Draft<Budget>, letter: Letter, others: readonly Letter[], at: Instant): Draft<Budget> {
  const name = budgetOf(letter);
  const gone = new Set([letter, ...others].map(({ letterId }) => letterId));
  return {
    ...budget,
    last: { ...budget.last, ...(name ? { [name]: { letterId: letter.letterId, at } } : {}) },
    waiting: budget.waiting.filter(({ letterId }) => !gone.has(letterId)),
  };
}

/** So many are remembered: who has more waiting gets the oldest later, each on its own. */
const mostWaiting = 20;

/** This letter waits for its time, and may share the letter of another. */
export function wait(budget: Draft<Budget>, { letterId, scope }: Letter): Draft<Budget> {
  const others = budget.waiting.filter((each) => each.letterId !== letterId);
  return { ...budget, waiting: [...others, { letterId, scope }].slice(-mostWaiting) };
}

export const draftOfBudget = (budget: Budget | undefined, holder: string): Draft<Budget> =>
  budget ? unnumbered(budget) : freshBudget(holder);
