import * as z from 'zod/mini';
import { LetterId, Scope } from '../../events/ids.ts';
import { settle } from '../../shared/letter/ledger.ts';
import { type Letter, letters } from '../../shared/letter/letter.ts';
import { planLetter } from '../../shared/letter/plan.ts';
import { NeedsAPerson } from '../../shared/parked/needs-a-person.ts';
import { participants } from '../../shared/participant/participant.ts';
import { persons } from '../../shared/person/person.ts';
import { done, type Outcome } from '../../shared/runtime/logger.ts';
import type { Trigger } from '../../shared/runtime/on-event.ts';
import { unnumbered } from '../../shared/table/aggregate.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';
import { pairIn } from '../../shared/task/letter-task.ts';
import { openTask } from '../../shared/task/open.ts';
import { type Task, taskIdOf } from '../../shared/task/task.ts';

/** What the rule's input transformer passes on of an event of SES: no address. */
export const LetterOutcome = z.object({
  type: z.string(),
  messageId: z.string(),
  letterId: LetterId,
  scope: Scope,
  bounceType: z.optional(z.string()),
  at: z.string(),
});
export type LetterOutcome = z.infer<typeof LetterOutcome>;

/** `Send` comes first and says that SES took it: it settles what a lost answer of the call left open. */
const moves = {
  Send: 'accept',
  Delivery: 'deliver',
  Bounce: 'bounce',
  Complaint: 'complain',
  Reject: 'bounce',
} as const;

type Move = (typeof moves)[keyof typeof moves];
const sent = (move: Move): move is 'accept' | 'deliver' => move === 'accept' || move === 'deliver';

/** SES says what became of a letter; it may say so early, twice, or never. A hard bounce ends the mail to that person. */
export async function react(event: LetterOutcome, { table }: { table: Table }, trigger: Trigger): Promise<Outcome> {
  const { letterId, scope, type, bounceType } = event;
  const move = type in moves ? moves[type as keyof typeof moves] : undefined;
  const soft = type === 'Bounce' && bounceType !== 'Permanent';
  if (!move || soft) return done('not applicable', { letterId, type });
  const result = await table.change(letters, { letterId, scope }, trigger.command(`letter: ${move}`), (letter) =>
    letter
      ? settle(letter, trigger.at, move, event.messageId, sent(move) ? undefined : `${type} ${bounceType ?? ''}`.trim())
      : { refused: 'unknown letter' },
  );
  const letter = result.item;
  if (scope === 'help' && !sent(move) && letter) return handOn(letter, table, trigger);
  // A message that SES rejected says nothing of its reader's mailbox.
  if (letter && !sent(move) && type !== 'Reject' && letter.state !== 'delivered')
    await suppress(letter, move, table, trigger);
  return done(result.ok ? letterState(move) : 'known', { letterId });
}

/**
 * Somebody asked for a call and the contact never read it: the next contact of the same kind is written to. Whether
 * there is one is the sender's to find out, who may read the request: after the last contact it calls a person.
 */
async function handOn({ to, subject, kind }: Letter, table: Table, trigger: Trigger): Promise<Outcome> {
  if (!('contact' in to)) throw new NeedsAPerson('a letter about a call for help came back');
  const next = { contact: to.contact, place: to.place + 1 };
  await planLetter(table, trigger.command('hand help letter on'), { scope: 'help', kind, to: next, subject });
  return done('handed on');
}

type Suppressed = 'bounced' | 'complained';

const letterState = (move: Move) =>
  ({ accept: 'accepted', deliver: 'delivered', bounce: 'bounced', complain: 'complained' })[move];

/**
 * No mail any more to this person, in any cohort; the coordinator learns that the mail fails, and nothing else. A complaint
 * stays one, whatever else comes back later: another address ends a bounce, and who complained is written to at none.
 */
async function suppress(letter: Letter, move: 'bounce' | 'complain', table: Table, trigger: Trigger): Promise<void> {
  if (!('personId' in letter.to) || letter.scope === 'stage' || letter.scope === 'help') return;
  const { personId } = letter.to;
  const cohortId = letter.scope;
  const mail: Suppressed = move === 'bounce' ? 'bounced' : 'complained';
  const pairId = pairIn(letter);
  await table.change(participants, { cohortId, personId }, trigger.command('stop mail'), (participant) =>
    participant && participant.mail !== mail && participant.mail !== 'complained'
      ? { to: { ...unnumbered(participant), mail } }
      : { refused: 'known' },
  );
  await table.change(persons, { personId }, trigger.command('stop mail'), (person) => {
    if (!person || person.mail === mail || person.mail === 'complained') return { refused: 'known' };
    const rest = unnumbered(person);
    return { to: { ...rest, mail } };
  });
  const kind: Task['kind'] = `mail-${mail}`;
  await openTask(table, trigger.command, {
    cohortId,
    taskId: taskIdOf(cohortId, personId, kind),
    kind,
    about: { personId, ...(pairId ? { pairId } : {}) },
    why: mail,
    note: '',
    state: 'open',
    createdAt: trigger.at,
  });
}
