import * as z from 'zod/mini';
import { defineEvent } from './define.ts';
import { CohortId, Cursor } from './ids.ts';

export const LatecomersInvited = defineEvent(
  'latecomers.invited',
  1,
  { cohortId: CohortId, round: z.string().check(z.maxLength(40)), cursor: Cursor },
  {
    about:
      'Said by the desk when HR sends the confirm letters of people who came after the launch. Heard by the confirm letters.',
    sample: { cohortId: 'coh_01jqa2b3c4d5' as CohortId, round: 'rnd_01jqa2b3c4d5' },
  },
);
