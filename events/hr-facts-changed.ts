import * as z from 'zod/mini';
import { defineEvent } from './define.ts';
import { CohortId, Cursor } from './ids.ts';

export const HrFactsChanged = defineEvent(
  'hr-facts.changed',
  1,
  { cohortId: CohortId, round: z.int(), cursor: Cursor },
  {
    about:
      'Said when an HR file is through while there are pairs, and again while some of its lines are still on their way. Heard by the re-check of the pairs.',
    sample: { cohortId: 'coh_01jqa2b3c4d5' as CohortId, round: 2 },
  },
);
