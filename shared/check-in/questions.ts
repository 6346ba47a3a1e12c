import type { Role } from '../../events/ids.ts';

/** Who may learn an answer: HR per pair · nobody, except in snapshots of five and more · the chosen contact. */
export type DataClass = 'operational' | 'confidential' | 'help';
/** The place of a question in a round: the letter's own links, folded into it, one in rotation, the last, or once. */
export type Slot = 'letter' | 'folded' | 'rotation' | 'last' | 'after the first session';

export interface Question {
  readonly id: string;
  readonly to: readonly Role[];
  readonly class: DataClass;
  readonly slot: Slot;
  /** Values as the forms send them. */
  readonly choices: readonly string[];
}

const both = ['junior', 'senior'] as const;
const scale = ['1', '2', '3', '4', '5'] as const;

/** Every question that a check-in can ask. Inspired by constructs; not a validated instrument. */
export const questions = {
  P1: { id: 'P1', to: both, class: 'operational', slot: 'letter', choices: ['yes', 'date', 'no'] },
  P2: { id: 'P2', to: both, class: 'operational', slot: 'folded', choices: ['nobody', 'me', 'partner', 'both'] },
  P3: { id: 'P3', to: both, class: 'confidential', slot: 'rotation', choices: scale },
  'P4-junior': { id: 'P4-junior', to: ['junior'], class: 'confidential', slot: 'rotation', choices: scale },
  'P4-senior': { id: 'P4-senior', to: ['senior'], class: 'confidential', slot: 'rotation', choices: scale },
  P5: { id: 'P5', to: both, class: 'confidential', slot: 'rotation', choices: ['-2', '-1', '0', '1', '2'] },
  P6: { id: 'P6', to: both, class: 'confidential', slot: 'rotation', choices: ['senior', 'both', 'junior'] },
  P7: { id: 'P7', to: both, class: 'help', slot: 'last', choices: ['no', 'coordinator', 'independent contact'] },
  /** Is this a good fit? The last two ask for a change, by way of one contact; the partner never learns of it. */
  fit: {
    id: 'fit',
    to: both,
    class: 'help',
    slot: 'after the first session',
    choices: ['good', 'not sure', 'change: coordinator', 'change: independent contact'],
  },
} as const satisfies Record<string, Question>;
export type QuestionId = keyof typeof questions;

export const questionIds = Object.keys(questions) as QuestionId[];
const rotation = questionIds.filter((id) => questions[id].slot === 'rotation');

/** The questions of a round: P1 with P2 folded in, one of P3–P6 in turn, and P7. */
export function roundOf(role: Role, number: number): QuestionId[] {
  const mine = rotation.filter((id) => (questions[id].to as readonly Role[]).includes(role));
  const turn = mine[number % mine.length];
  return ['P1', 'P2', ...(turn ? [turn] : []), 'P7'];
}
