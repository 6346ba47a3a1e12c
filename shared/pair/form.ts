import type { Role } from '../../events/ids.ts';
import { PairFormed } from '../../events/pair-formed.ts';
import type { Cohort } from '../cohort/cohort.ts';
import { canEnd } from '../cohort/draft.ts';
import { type Participant, participants } from '../participant/participant.ts';
import { type Command, unnumbered, withoutTimer } from '../table/aggregate.ts';
import { type Commit, change, type Holds } from '../table/commit.ts';
import { bothSaidYes } from './consent.ts';
import { firstDates } from './first-dates.ts';
import { type Pair, pairs } from './pair.ts';
import { pairStates } from './states.ts';

export interface Forming {
  readonly cohort: Cohort;
  readonly pair: Pair;
  readonly junior: Participant | undefined;
  readonly senior: Participant | undefined;
}

/**
 * Forms a pair to which both have said yes. A place is held by the participant's own slots: the condition on both
 * stands in the write itself, so that of two pairs that reach for one place only one is formed. Where one of the two
 * has none, nothing changes, and so nothing tells why.
 */
export function formPair({ cohort, pair, junior, senior }: Forming, command: Command): Commit | { refused: string } {
  const formed = pairStates.next(pair.state, 'form');
  if (!formed) return { refused: pair.state };
  if (!bothSaidYes(pair)) return { refused: 'waiting' };
  if (
    !canEnd(cohort.state) ||
    !junior ||
    !senior ||
    !hasPlace(junior, 'junior', pair) ||
    !hasPlace(senior, 'senior', pair)
  ) {
    return { refused: 'no place' };
  }
  return {
    command,
    changes: [
      change(pairs, pair, pair, {
        ...withoutTimer(pair),
        state: formed,
        formedAt: command.at,
        firstDates: firstDates(junior, senior, command.at, cohort),
      }),
      hold(junior, pair),
      hold(senior, pair),
    ],
    says: [PairFormed({ cohortId: pair.cohortId, pairId: pair.pairId })],
  };
}

/** HR's file may have given one of the two another role since they were asked: such a pair does not form. */
const hasPlace = (participant: Participant, role: Role, { pairId }: Pair): boolean => {
  const { state, slots, capacity } = participant;
  return (
    state === 'confirmed' && participant.role === role && (pairId in slots || Object.keys(slots).length < capacity)
  );
};

function hold(participant: Participant, { pairId }: Pair) {
  const rest = unnumbered(participant);
  const holds: Holds = {
    expression: 'size(#slots) < :capacity OR attribute_exists(#slots.#pair)',
    names: { '#slots': 'slots', '#pair': pairId },
    values: { ':capacity': participant.capacity },
  };
  return change(participants, participant, participant, { ...rest, slots: { ...rest.slots, [pairId]: 'held' } }, holds);
}
