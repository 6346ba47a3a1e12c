import * as z from 'zod/mini';
import { defineEvent } from './define.ts';
import { CohortId, PairId } from './ids.ts';

export const PairBlocked = defineEvent(
  'pair.blocked',
  1,
  { pairId: PairId, cohortId: CohortId, times: z.int() },
  {
    about:
      'Said when new HR facts break a rule of a pair. Heard by what ends its questions, tells the two and calls a coordinator.',
    sample: { pairId: 'pair_0a1b2c3d4e5f' as PairId, cohortId: 'coh_01jqa2b3c4d5' as CohortId, times: 1 },
  },
);
