import { kindOf, type LetterKindName, letterKindNames } from '../letter/kinds.ts';
import { unnumbered } from '../table/aggregate.ts';
import type { Step } from '../table/table.dynamodb.ts';
import type { Participant } from './participant.ts';

/** The kinds of letter that a participant may stop. A reminder goes with the letter that it reminds of. */
export const stoppable = letterKindNames.filter(
  (name) => kindOf(name).to === 'participant' && kindOf(name).mayBeStopped && name !== 'check-in-reminder',
);

const together = (kind: LetterKindName): LetterKindName[] =>
  kind === 'check-in' || kind === 'check-in-reminder' ? ['check-in', 'check-in-reminder'] : [kind];

/** The kind, if it is one that a participant may stop. */
export const stoppableKind = (text: string | undefined): LetterKindName | undefined =>
  letterKindNames.find((name) => name === text && kindOf(name).to === 'participant' && kindOf(name).mayBeStopped);

export const isStopped = ({ stopped }: Participant, kind: LetterKindName): boolean => stopped.includes(kind);

/** Stops a kind; a second time changes nothing. */
export function stop(participant: Participant, kind: LetterKindName): Step<Participant> {
  const stopped = [...new Set([...participant.stopped, ...together(kind)])];
  if (stopped.length === participant.stopped.length) return { refused: 'stopped already' };
  return { to: { ...unnumbered(participant), stopped } };
}

/** The whole choice at once: these kinds may come, the others not. */
export function chooseLetters(participant: Participant, wanted: readonly string[]): Step<Participant> {
  const stopped = stoppable.filter((kind) => !wanted.includes(kind)).flatMap(together);
  if ([...stopped].sort().join() === [...participant.stopped].sort().join()) return { refused: 'as before' };
  return { to: { ...unnumbered(participant), stopped } };
}
