import * as z from 'zod/mini';
// By its own name: `z.core` would bring the whole of zod, with its error texts in fifty languages.
import { $ZodError } from 'zod/v4/core';
import type { Instant } from '../../events/define.ts';
import { LetterDue } from '../../events/letter-due.ts';
import { budgetOf, budgets, draftOfBudget, holderOf } from '../../shared/letter/budget.ts';
import { type Letter, letters } from '../../shared/letter/letter.ts';
import { routed } from '../../shared/letter/mail-mode.ts';
import type { Mailer } from '../../shared/letter/mailer.ses.ts';
import { HeaderRefused, messageTags, mime } from '../../shared/letter/mime.ts';
import type { Part } from '../../shared/letter/write.ts';
import { Unwritable } from '../../shared/letter/writing.ts';
import { MalformedEvent } from '../../shared/runtime/malformed.ts';
import type { Trigger } from '../../shared/runtime/on-event.ts';
import { mayGoOut } from './may-go-out.ts';
import type { Needs } from './needs.ts';
import { carriedBy, putOff, shareOf, together } from './share.ts';
import { dropIt, later, whilePlanned } from './step.ts';

/** A letter that is written and may go out, as of `at`. */
export interface Ready {
  readonly letter: Letter;
  /** Those that go in its envelope and are dropped with its going. */
  readonly others: readonly Letter[];
  /** All that it says, by the letters that would have said it. */
  readonly parts: readonly Part[];
  /** Whose mail budget it is counted in. */
  readonly holder: string | undefined;
  readonly message: Parameters<Mailer['send']>[0];
  readonly at: Instant;
}

const Envelope = z.object({ detail: z.unknown() });

/** The letter that a message of the queue names. */
export function namedIn(body: string): Pick<Letter, 'letterId' | 'scope'> {
  try {
    return z.parse(LetterDue.detail, z.parse(Envelope, JSON.parse(body)).detail);
  } catch {
    throw new MalformedEvent('not a message about a letter');
  }
}

/** Looks a letter up, decides whether it may go out now, and writes it. Undefined: not now, and the ledger says why. */
export async function prepare(
  ref: Pick<Letter, 'letterId' | 'scope'>,
  needs: Needs,
  trigger: Trigger,
): Promise<Ready | undefined> {
  const at = needs.now();
  const letter = await needs.table.get(letters, ref);
  if (letter?.state !== 'planned' || (letter.dueAt && letter.dueAt > at)) return undefined;
  const part = { letter, material: await needs.read(letter) };
  const verdict = mayGoOut(letter, part.material, at);
  if ('wait' in verdict) return void (await later(letter, needs, trigger, 'stopped', verdict.wait, whilePlanned));
  const carried = await carriedBy(letter, needs, at);
  if ('drop' in verdict && carried.length === 0) return dropIt(letter, needs, trigger, verdict.drop);
  const holder = budgetOf(letter) && holderOf(letter);
  if (holder) {
    const budget = draftOfBudget(await needs.table.get(budgets, { holder }), holder);
    if (!('go' in shareOf(part, budget, at))) return putOff(part, holder, needs, trigger);
  }
  const company = await together(part, needs, at);
  const [lead] = company;
  const parts = [...company, ...carried].filter((each) => !('drop' in verdict) || each !== part);
  return written({ lead, company, parts, holder, at }, needs, trigger);
}

async function written(
  going: { lead: Part; company: readonly Part[]; parts: readonly Part[]; holder: string | undefined; at: Instant },
  needs: Needs,
  trigger: Trigger,
): Promise<Ready | undefined> {
  const { lead, company, parts, holder, at } = going;
  const { letter } = lead;
  const { letterId, scope } = letter;
  const [first = lead, ...rest] = parts;
  const text = await needs.write(first, rest);
  const to = routed(needs.mode, text.to.address);
  if (!to) return dropIt(letter, needs, trigger, 'the stage does not write to this address');
  const raw = await mime({
    from: { name: text.from, address: needs.mailFrom },
    to: { name: text.to.name, address: to },
    ...(text.replyTo ? { replyTo: text.replyTo } : {}),
    subject: text.subject,
    html: text.html,
    text: text.text,
    ...(text.calendar ? { calendar: text.calendar } : {}),
    ...(text.alsoInCalendar ? { alsoInCalendar: text.alsoInCalendar } : {}),
    ...(text.listUnsubscribe ? { listUnsubscribe: text.listUnsubscribe } : {}),
    listId: { name: text.from, id: text.list },
    letterId,
    at,
  });
  const others = company.flatMap((each) => (each === lead ? [] : [each.letter]));
  const message = { from: needs.mailFrom, to, raw, tags: messageTags({ letterId, scope }) };
  return { letter, others, parts, holder, message, at };
}

/** What trying again cannot help: the letter breaks a contract of ours, today as tomorrow. */
export const isPoison = (error: unknown): boolean =>
  error instanceof MalformedEvent ||
  error instanceof Unwritable ||
  error instanceof HeaderRefused ||
  error instanceof $ZodError;
