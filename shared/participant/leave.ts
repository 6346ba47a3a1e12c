import { ParticipantLeft } from '../../events/participant-left.ts';
import type { Cohort } from '../cohort/cohort.ts';
import { hasPairs } from '../pair/recheck-round.ts';
import { withoutTimer } from '../table/aggregate.ts';
import type { Step } from '../table/table.dynamodb.ts';
import type { Participant } from './participant.ts';
import { participantStates } from './states.ts';

/**
 * Before the cohort has pairs it is a withdrawal, which nobody but HR notices; afterwards it is leaving. It rests on
 * nobody's own pair: HR sees which of the two it is, and may not know yet whether a pair has formed.
 */
export function leave(participant: Participant, cohort: Pick<Cohort, 'state'>): Step<Participant> {
  const { personId, cohortId } = participant;
  const state =
    (hasPairs(cohort) ? undefined : participantStates.next(participant.state, 'withdraw')) ??
    participantStates.next(participant.state, 'leave');
  if (!state) return { refused: `not from ${participant.state}` };
  const rest = withoutTimer(participant);
  return { to: { ...rest, state }, says: [ParticipantLeft({ personId, cohortId })] };
}
