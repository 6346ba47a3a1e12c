import type { CohortState } from '../cohort/states.ts';
import type { LetterKindName } from '../letter/kinds.ts';
import type { LetterState } from '../letter/states.ts';
import type { VisiblePair } from '../pair/visible.ts';
import type { ParticipantState } from '../participant/states.ts';
import { de } from './words-de.ts';
import { en } from './words-en.ts';

/** What may be missing of a person. */
export type Missing = 'waits for HR' | 'topics' | 'languages' | 'hours' | 'no mail';

/** How the desk calls the states and kinds of the domain. */
export interface Words {
  readonly cohort: Readonly<Record<CohortState, string>>;
  readonly participant: Readonly<Record<ParticipantState, string>>;
  /** Until all are settled HR sees "waiting" for every open pair, whatever has happened. */
  readonly pair: Readonly<Record<VisiblePair['state'], string>>;
  readonly letter: Readonly<Record<LetterState, string>>;
  readonly kind: Readonly<Record<LetterKindName, string>>;
  readonly role: Readonly<Record<'junior' | 'senior', string>>;
  readonly missing: Readonly<Record<Missing, string>>;
  readonly submission: Readonly<
    Record<'received' | 'waits-for-hr' | 'rejected' | 'corrected' | 'accepted' | 'taken-back', string>
  >;
  readonly task: Readonly<
    Record<
      'mail-bounced' | 'mail-complained' | 'waits-for-hr' | 'rule-broken' | 'rule-unchecked' | 'letter-unknown',
      string
    >
  >;
}

export const words: Readonly<Record<'de' | 'en', Words>> = { de, en };
