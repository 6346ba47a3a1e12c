import type { Instant } from '../../events/define.ts';
import type { LetterId } from '../../events/ids.ts';
import { LetterDue } from '../../events/letter-due.ts';
import { withoutTimer } from '../table/aggregate.ts';
import type { Step } from '../table/table.dynamodb.ts';
import { minutesAfter, wholeMinute } from '../time/minute.ts';
import { kindOf } from './kinds.ts';
import type { Letter } from './letter.ts';
import { letterStates } from './states.ts';

/** How long SES's own event may take before a call without an answer counts as unknown. */
const unknownAfterMinutes = 15;

/** Why a letter waits while HR has stopped the letters. */
export const cohortStopped = 'all letters of the cohort are stopped';
export const stageStopped = 'all letters of the stage are stopped';
const stopReasons = [cohortStopped, stageStopped] as const;

const { next } = letterStates;

/** Before the call to SES: from here a crash leaves the outcome unknown. `others` say what they have to say in it. */
export function submit(letter: Letter, at: Instant, others: readonly Letter[] = []): Step<Letter> {
  const state = next(letter.state, 'submit');
  if (!state) return { refused: `already ${letter.state}` };
  if (letter.dueAt && letter.dueAt > at) return { refused: 'postponed' };
  const carries = [...(letter.carries ?? []), ...others.map(({ letterId }) => letterId)];
  // Why it waited is over.
  const { why: _why, ...rest } = withoutTimer(letter);
  return {
    to: {
      ...rest,
      ...(carries.length > 0 ? { carries } : {}),
      state,
      submittedAt: at,
      attempts: letter.attempts + 1,
      dueAt: wholeMinute(minutesAfter(at, unknownAfterMinutes)),
    },
  };
}

/** SES took it. */
export function accept(letter: Letter, at: Instant, messageId: string): Step<Letter> {
  const state = next(letter.state, 'accept');
  if (!state) return { refused: `already ${letter.state}` };
  // It may have been unknown for a while.
  const { why: _why, ...rest } = withoutTimer(letter);
  return { to: { ...rest, state, messageId, acceptedAt: at } };
}

/** SES certainly did not take it: over the rate or the quota. Planned again for later. */
export function postpone(letter: Letter, until: Instant, why: string): Step<Letter> {
  const state = next(letter.state, 'postpone');
  if (!state) return { refused: `already ${letter.state}` };
  return { to: { ...withoutTimer(letter), state, why, dueAt: wholeMinute(until) } };
}

/** It will not be sent: expired, stopped, or nobody to send it to. */
export function drop(letter: Letter, at: Instant, why: string): Step<Letter> {
  const state = next(letter.state, 'drop');
  if (!state) return { refused: `already ${letter.state}` };
  return { to: { ...withoutTimer(letter), state, why, settledAt: at } };
}

/** What it would have said stands in another letter. */
export function mergeInto(letter: Letter, into: LetterId, at: Instant): Step<Letter> {
  const step = drop(letter, at, 'merged into another letter');
  return 'refused' in step ? step : { to: { ...step.to, mergedInto: into } };
}

/** The letters may go again: what waits for that alone is handed over now. */
export function resume(letter: Letter, at: Instant): Step<Letter> {
  if (letter.state !== 'planned' || !stopReasons.some((why) => why === letter.why)) return { refused: 'does not wait' };
  return ring({ ...letter, dueAt: at }, at);
}

/** Its timer rang: a planned letter goes to the queue, a submitting one has become unknown. */
export function ring(letter: Letter, at: Instant): Step<Letter> {
  if (!letter.dueAt || letter.dueAt > at) return { refused: 'not due' };
  if (letter.state === 'planned') return handOver(letter, letter.round + 1);
  const state = next(letter.state, 'lose');
  if (!state) return { to: withoutTimer(letter) };
  if (kindOf(letter.kind).ifUnknown === 'send once more' && !letter.sentAgain) {
    return handOver(
      { ...letter, state: 'planned', sentAgain: true, why: 'sent again: SES never told the outcome' },
      letter.round + 1,
    );
  }
  return { to: { ...withoutTimer(letter), state, why: 'SES never told the outcome' } };
}

function handOver(letter: Letter, round: number): Step<Letter> {
  return {
    to: { ...withoutTimer(letter), round },
    says: [LetterDue({ letterId: letter.letterId, scope: letter.scope, round })],
  };
}

/** SES's own event. */
export function settle(
  letter: Letter,
  at: Instant,
  outcome: 'accept' | 'deliver' | 'bounce' | 'complain',
  messageId: string,
  why?: string,
): Step<Letter> {
  const state = next(letter.state, outcome);
  if (!state) return { refused: `already ${letter.state}` };
  if (letter.state === 'planned' && letter.attempts === 0) return { refused: 'never submitted' };
  if (outcome === 'accept') return accept(letter, at, messageId);
  return { to: { ...withoutTimer(letter), state, messageId, settledAt: at, ...(why ? { why } : {}) } };
}
