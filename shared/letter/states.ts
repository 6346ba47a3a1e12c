import { states } from '../table/states.ts';

/** SES's own events may overtake our writes: from submitting and unknown a letter may go straight to its end. */
export const letterStates = states('letter', {
  planned: {
    submit: 'submitting',
    postpone: 'planned',
    drop: 'dropped',
    // After an unknown: what SES says late of the first copy makes the second one needless.
    accept: 'accepted',
    deliver: 'delivered',
    bounce: 'bounced',
    complain: 'complained',
  },
  submitting: {
    accept: 'accepted',
    postpone: 'planned',
    lose: 'unknown',
    deliver: 'delivered',
    bounce: 'bounced',
    complain: 'complained',
    drop: 'dropped',
  },
  unknown: { again: 'planned', accept: 'accepted', deliver: 'delivered', bounce: 'bounced', complain: 'complained' },
  accepted: { deliver: 'delivered', bounce: 'bounced', complain: 'complained' },
  delivered: { bounce: 'bounced', complain: 'complained' },
  bounced: { complain: 'complained' },
  complained: {},
  dropped: {},
});
export type LetterState = keyof typeof letterStates.table;
