import { ParticipantLeft } from '../../events/participant-left.ts';
import { withoutTimer } from '../table/aggregate.ts';
import type { Step } from '../table/table.dynamodb.ts';
import type { Participant } from './participant.ts';
import { participantStates } from './states.ts';

/** Before there is a pair it is a withdrawal, which nobody but HR notices; afterwards it is leaving. No reason is kept. */
export function leave(participant: Participant): Step<Participant> {
  const { personId, cohortId, slots } = participant;
  const alone = Object.keys(slots).length === 0;
  const state =
    (alone ? participantStates.next(participant.state, 'withdraw') : undefined) ??
    participantStates.next(participant.state, 'leave');
  if (!state) return { refused: `not from ${participant.state}` };
  const rest = withoutTimer(participant);
  return { to: { ...rest, state }, says: [ParticipantLeft({ personId, cohortId })] };
}
