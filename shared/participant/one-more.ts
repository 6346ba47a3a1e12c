import { unnumbered } from '../table/aggregate.ts';
import type { Step } from '../table/table.dynamodb.ts';
import type { Participant } from './participant.ts';

/** So many partners are the most that anybody takes on. */
const most = 10;

/** HR has asked this person, who takes one partner more. `seen`: the places that HR saw, so that two presses make one. */
export function oneMore(participant: Participant | undefined, seen: number): Step<Participant> {
  if (participant?.state !== 'confirmed') return { refused: 'does not take part' };
  const { capacity, self } = participant;
  if (capacity !== seen || capacity >= most) return { refused: 'nothing to change' };
  return { to: { ...unnumbered(participant), capacity: capacity + 1, self: { ...self, capacity: capacity + 1 } } };
}
