import { states } from '../table/states.ts';

export const checkInStates = states('check-in', {
  planned: { ask: 'asked', cancel: 'cancelled' },
  asked: { remind: 'asked', answer: 'answered', lapse: 'lapsed', cancel: 'cancelled' },
  answered: { answer: 'answered' },
  lapsed: {},
  cancelled: {},
});
