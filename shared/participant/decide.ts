import type { Instant } from '../../events/define.ts';
import type { Cohort } from '../cohort/cohort.ts';
import { unnumbered, withoutTimer } from '../table/aggregate.ts';
import type { Step } from '../table/table.dynamodb.ts';
import { ownWords } from './own-words.ts';
import type { Participant, SelfTold } from './participant.ts';
import { participantStates } from './states.ts';

/** The cohort still takes people. */
const takes = ({ state }: Cohort) =>
  state !== 'closing' && state !== 'closed' && state !== 'followed-up' && state !== 'purged' && state !== 'cancelled';

/** Yes and no can be exchanged until the person is in a pair. */
export function canDecide(participant: Participant, cohort: Cohort): boolean {
  const { state, slots } = participant;
  return (
    takes(cohort) &&
    Object.keys(slots).length === 0 &&
    (state === 'invited' || state === 'confirmed' || state === 'declined')
  );
}

/** Yes, with what the person says of themself. */
export function confirm(participant: Participant, cohort: Cohort, self: SelfTold, at: Instant): Step<Participant> {
  if (!canDecide(participant, cohort)) return { refused: `not from ${participant.state}` };
  const { suspectAt: _suspectAt, typed: _typed, ...rest } = withoutTimer(participant);
  const state = participantStates.next(participant.state, 'confirm') ?? participant.state;
  const capacity = self.capacity === participant.self.capacity ? participant.capacity : self.capacity;
  // Whoever says it again has been in the pool since the first time, and is left out by a run that was made meanwhile.
  const confirmedAt = (participant.state === 'confirmed' ? participant.confirmedAt : undefined) ?? at;
  return {
    to: { ...rest, state, self, capacity, ownWords: ownWords(participant, self), confirmedAt, decidedAt: at },
  };
}

/** No, thanks: no reason is asked, what the person said before is left as it was. */
export function decline(participant: Participant, cohort: Cohort, at: Instant): Step<Participant> {
  if (!canDecide(participant, cohort)) return { refused: `not from ${participant.state}` };
  const { suspectAt: _suspectAt, confirmedAt: _confirmedAt, typed: _typed, ...rest } = withoutTimer(participant);
  const state = participantStates.next(participant.state, 'decline') ?? participant.state;
  return { to: { ...rest, state, decidedAt: at } };
}

/** Not counted, but remembered: only a page rendered some seconds later counts. */
export const suspected = (participant: Participant, at: Instant): Step<Participant> => ({
  to: { ...unnumbered(participant), suspectAt: at },
});
