import type { Instant } from '../../events/define.ts';
import { gone, type Participant } from '../participant/participant.ts';
import type { Person } from '../person/person.ts';
import { kindOf } from './kinds.ts';
import type { Letter } from './letter.ts';
import type { LetterPlan } from './plan.ts';

export const reasonLength = 300;

/** Whether a second copy by hand makes sense for this letter at all: HR sees the button or does not. */
export const mayBeRepeated = ({ kind, state, to }: Letter): boolean =>
  kindOf(kind).byHand === true && 'personId' in to && repeatable.some((each) => each === state);

/** On their way or dropped letters are not among them: the first will come, the second was dropped for a reason. */
const repeatable = ['accepted', 'delivered', 'unknown', 'bounced'] as const satisfies readonly Letter['state'][];

/**
 * The next copy of a letter, or why there is none: never to somebody who has left, or whose mail fails or is not wanted.
 * After a bounce HR's file has to bring another address first, which makes mail possible again.
 */
export function copyOf(
  letter: Letter,
  reader: Participant | undefined,
  person: Person | undefined,
  at: Instant,
): LetterPlan | { readonly refused: string } {
  if (!mayBeRepeated(letter)) return { refused: 'not a letter to send again' };
  if (!reader || gone(reader)) return { refused: 'no longer takes part' };
  if (reader.mail !== 'ok' || (person && person.mail !== 'ok')) return { refused: 'mail does not arrive' };
  if (reader.stopped.includes(letter.kind)) return { refused: 'stopped by the reader' };
  const { scope, kind, to, subject, sequence, notAfter } = letter;
  const withQuestion = kindOf(kind).expires === 'with its question';
  if (withQuestion && notAfter && notAfter <= at) return { refused: 'its question is closed' };
  return { scope, kind, to, subject, sequence: sequence + 1, ...(withQuestion && notAfter ? { notAfter } : {}) };
}
