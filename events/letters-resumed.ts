import { defineEvent } from './define.ts';
import { Scope } from './ids.ts';

export const LettersResumed = defineEvent(
  'letters.resumed',
  1,
  { scope: Scope },
  {
    about:
      'Said when HR lets stopped letters go again. Heard by the reaction that opens due things: the letters that wait are rung.',
    sample: { scope: 'coh_01jqa2b3c4d5' as Scope },
  },
);
