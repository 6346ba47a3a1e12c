import { ParticipantPaused } from '../../events/participant-paused.ts';
import { ParticipantResumed } from '../../events/participant-resumed.ts';
import { unnumbered } from '../table/aggregate.ts';
import type { Step } from '../table/table.dynamodb.ts';
import type { Participant } from './participant.ts';
import { participantStates } from './states.ts';

/** A break without a reason. Each pause and each return is counted: their receipts are told apart by it. */
export function pause(participant: Participant): Step<Participant> {
  const state = participantStates.next(participant.state, 'pause');
  if (!state) return { refused: `not from ${participant.state}` };
  const { personId, cohortId } = participant;
  const pauses = participant.pauses + 1;
  return {
    to: { ...unnumbered(participant), state, pauses },
    says: [ParticipantPaused({ personId, cohortId, version: pauses })],
  };
}

export function resume(participant: Participant): Step<Participant> {
  const state = participantStates.next(participant.state, 'resume');
  if (!state) return { refused: `not from ${participant.state}` };
  const { personId, cohortId } = participant;
  const pauses = participant.pauses + 1;
  return {
    to: { ...unnumbered(participant), state, pauses },
    says: [ParticipantResumed({ personId, cohortId, version: pauses })],
  };
}
