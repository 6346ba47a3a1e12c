import * as z from 'zod/mini';
import { Instant } from '../../events/define.ts';
import {
  CheckInId,
  HandOverId,
  HelpId,
  LetterId,
  MemberId,
  PairId,
  PersonId,
  Scope,
  TaskId,
} from '../../events/ids.ts';
import { aggregateFields, noun } from '../table/aggregate.ts';
import { digest } from '../table/digest.ts';
import { keys } from '../table/keys.ts';
import { namesOf } from '../table/states.ts';
import { kindOf, letterKindNames } from './kinds.ts';
import { letterStates } from './states.ts';

/** To whom: an id; the address is looked up when the letter is written. */
export const Recipient = z.union([
  z.object({ personId: PersonId }),
  z.object({ memberId: MemberId }),
  /** Whoever schedules for this participant. */
  z.object({ assistantOf: PersonId }),
  /** A contact of the cohort, by place in its list. */
  z.object({ contact: z.enum(['coordinator', 'independent contact']), place: z.int() }),
]);
export type Recipient = z.infer<typeof Recipient>;

/** What it is about, by id. */
export const Subject = z.object({
  pairId: z.optional(PairId),
  /** Of a receipt for leaving: the other pairs that ended with it. */
  alsoEnded: z.optional(z.array(PairId)),
  checkInId: z.optional(CheckInId),
  helpId: z.optional(HelpId),
  taskId: z.optional(TaskId),
  handOverId: z.optional(HandOverId),
  /** Of an invitation: what it asks calendars to do with which of the pair's meetings. */
  meeting: z.optional(
    z.object({
      asks: z.enum(['set', 'cancelled']),
      number: z.int(),
      sequence: z.int(),
      startsAt: Instant,
      minutes: z.int(),
      /** To whoever was an assistant until this change. */
      until: z.optional(z.int()),
    }),
  ),
  /** Of a sign-in: which request, and the language of the page that asked. */
  signIn: z.optional(z.object({ id: z.string(), language: z.optional(z.enum(['de', 'en'])) })),
  /** Of a sample: whose letter it shows, beside whom, and which press of the button it was. */
  sample: z.optional(
    z.object({
      kind: z.enum(letterKindNames),
      personId: PersonId,
      partnerId: z.optional(PersonId),
      round: z.string(),
    }),
  ),
});
export type Subject = z.infer<typeof Subject>;

export const Letter = z.object({
  ...aggregateFields,
  letterId: LetterId,
  scope: Scope,
  kind: z.enum(letterKindNames),
  to: Recipient,
  subject: Subject,
  sequence: z.int(),
  state: z.enum(namesOf(letterStates)),
  plannedAt: Instant,
  /** After this it is dropped instead of sent. */
  notAfter: z.optional(Instant),
  /** Counts the times it was handed to the queue. */
  round: z.int(),
  /** Counts the calls to SES. */
  attempts: z.int(),
  submittedAt: z.optional(Instant),
  messageId: z.optional(z.string()),
  acceptedAt: z.optional(Instant),
  settledAt: z.optional(Instant),
  /** Why it was dropped, postponed or bounced. */
  why: z.optional(z.string()),
  /** A second copy may exist: the first call's outcome was unknown. */
  sentAgain: z.optional(z.boolean()),
  /** Letters that were due together with this one: it says what they would have said, and they are dropped. */
  carries: z.optional(z.array(LetterId)),
  /** Of such a dropped one: the letter that says it. */
  mergedInto: z.optional(LetterId),
});
export type Letter = z.infer<typeof Letter>;
export const letters = noun('letter', Letter, keys.letter);

/**
 * The deterministic key of a letter: the same letter planned twice is one letter. Of a kind of which there is one a day the
 * sequence is the day, whatever the letter is about.
 */
export function letterIdOf(letter: Pick<Letter, 'scope' | 'kind' | 'to' | 'subject' | 'sequence'>): LetterId {
  const { scope, kind, to, subject, sequence } = letter;
  const { pairId, checkInId, helpId, taskId, meeting, signIn, handOverId, sample } =
    kindOf(kind).budget === 'one a day' ? {} : subject;
  const moved = handOverId ? [handOverId] : [];
  const until = meeting?.until === undefined ? [] : [meeting.until];
  const entry = meeting ? [meeting.number, meeting.sequence, ...until] : [];
  const shown = sample ? [sample.kind, sample.personId, sample.round] : [];
  const about = [pairId, checkInId, helpId, taskId, signIn?.id, ...moved, ...shown, ...entry];
  const parts = [scope, kind, Object.values(to), about, sequence];
  return `let_${digest(JSON.stringify(parts), 32)}` as LetterId;
}
