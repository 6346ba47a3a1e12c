import * as z from 'zod/mini';
import { defineEvent } from './define.ts';
import { LetterId, Scope } from './ids.ts';

export const LetterDue = defineEvent(
  'letter.due',
  1,
  { letterId: LetterId, scope: Scope, round: z.int() },
  {
    about: 'Said when a planned letter may go out. Heard by the queue of the letters.',
    sample: { letterId: 'let_0a1b2c3d4e5f' as LetterId, scope: 'coh_01jqa2b3c4d5' as Scope, round: 1 },
  },
);
