import { ConfirmReminderDue } from '../../events/confirm-reminder-due.ts';
import type { Instant } from '../../events/define.ts';
import type { Cohort } from '../cohort/cohort.ts';
import { unnumbered, withoutTimer } from '../table/aggregate.ts';
import type { Step } from '../table/table.dynamodb.ts';
import { daysAfter, wholeMinute } from '../time/minute.ts';
import type { Participant } from './participant.ts';
import { participantStates } from './states.ts';

/** The question whether one takes part goes out; its one reminder is set. */
export function invite(participant: Participant, { timers }: Cohort, at: Instant): Step<Participant> {
  const state = participantStates.next(participant.state, 'invite');
  if (!state) return { refused: `already ${participant.state}` };
  const dueAt = wholeMinute(daysAfter(at, timers.enrolmentReminder));
  return { to: { ...unnumbered(participant), state, invitedAt: at, dueAt } };
}

/** The reminder's timer rang. It is said once: the timer is gone with the same commit. */
export function ring(participant: Participant, cohort: Cohort, until: Instant): Step<Participant> {
  if (!participant.dueAt || participant.dueAt > until) return { refused: 'not due' };
  const { invitedAt, state } = participant;
  // HR gave people more time meanwhile.
  const wanted = invitedAt && wholeMinute(daysAfter(invitedAt, cohort.timers.enrolmentReminder));
  if (state === 'invited' && wanted && wanted > until) return { to: { ...unnumbered(participant), dueAt: wanted } };
  const to = withoutTimer(participant);
  if (participant.state !== 'invited' || cohort.endsAt <= until) return { to };
  const { personId, cohortId } = participant;
  return { to, says: [ConfirmReminderDue({ personId, cohortId })] };
}

/** Enrolled and complete, but not written to yet. */
export const waitsForLetter = ({ state, hr }: Participant): boolean => state === 'enrolled' && hr !== undefined;
