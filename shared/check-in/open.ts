import type { Instant } from '../../events/define.ts';
import { FeedbackDue } from '../../events/feedback-due.ts';
import { ReminderDue } from '../../events/reminder-due.ts';
import type { Cohort } from '../cohort/cohort.ts';
import type { Pair } from '../pair/pair.ts';
import { openPair } from '../pair/states.ts';
import type { Participant } from '../participant/participant.ts';
import { type Draft, withoutTimer } from '../table/aggregate.ts';
import type { Step } from '../table/table.dynamodb.ts';
import { daysAfter, wholeMinute } from '../time/minute.ts';
import type { CheckIn } from './check-in.ts';
import { checkInStates } from './states.ts';

export interface Side {
  readonly cohort: Cohort;
  readonly pair: Pair | undefined;
  readonly participant: Participant | undefined;
}

/** Whether this side of this pair is asked anything just now. */
export const isAsked = ({ cohort, pair, participant }: Side): boolean =>
  pair !== undefined &&
  openPair(pair) &&
  pair.state !== 'paused' &&
  participant?.state === 'confirmed' &&
  cohort.state !== 'closing' &&
  cohort.state !== 'closed' &&
  cohort.state !== 'cancelled';

/** A check-in's timer rang: it opens, is reminded of once, or lapses. */
export function ring(checkIn: CheckIn, side: Side, at: Instant, until: Instant): Step<CheckIn> {
  if (!checkIn.dueAt || checkIn.dueAt > until) return { refused: 'not due' };
  // What falls due with the end itself is over, whichever of the two is opened first.
  const asks = isAsked(side) && side.cohort.endsAt > until;
  if (checkIn.state === 'planned') return asks ? ask(checkIn, side.cohort, at) : cancel(checkIn);
  if (checkIn.state !== 'asked') return { to: withoutTimer(checkIn) };
  if (checkIn.closesAt && checkIn.closesAt <= until) return move(checkIn, 'lapse');
  return remind(checkIn, asks);
}

function ask(checkIn: CheckIn, { timers }: Cohort, at: Instant): Step<CheckIn> {
  const state = checkInStates.next(checkIn.state, 'ask');
  if (!state) return { refused: `already ${checkIn.state}` };
  const remindAt = daysAfter(at, timers.checkInReminder);
  return {
    to: {
      ...withoutTimer(checkIn),
      state,
      askedAt: at,
      remindAt,
      closesAt: daysAfter(at, timers.checkInCloses),
      dueAt: wholeMinute(remindAt),
    },
    says: [FeedbackDue({ checkInId: checkIn.checkInId, cohortId: checkIn.cohortId })],
  };
}

function remind(checkIn: CheckIn, asks: boolean): Step<CheckIn> {
  const { remindAt: _remindAt, ...asked } = withoutTimer(checkIn);
  const to: Draft<CheckIn> = { ...asked, ...(checkIn.closesAt ? { dueAt: wholeMinute(checkIn.closesAt) } : {}) };
  const { checkInId, cohortId } = checkIn;
  // The one reminder is said once: its timer is gone with the same commit.
  return checkIn.remindAt && asks ? { to, says: [ReminderDue({ checkInId, cohortId })] } : { to };
}

/** Nobody is asked any more: the pair or the cohort has ended, or somebody is away. */
export function cancel(checkIn: CheckIn): Step<CheckIn> {
  return move(checkIn, 'cancel');
}

function move(checkIn: CheckIn, by: 'cancel' | 'lapse'): Step<CheckIn> {
  const state = checkInStates.next(checkIn.state, by);
  return state ? { to: { ...withoutTimer(checkIn), state } } : { refused: `already ${checkIn.state}` };
}
