import { defineEvent } from './define.ts';
import { CohortId, PairId } from './ids.ts';

export const PairFormed = defineEvent(
  'pair.formed',
  1,
  { pairId: PairId, cohortId: CohortId },
  {
    about:
      'Said when both have said yes and hold a slot for each other. Heard by the introductions and the first check-ins.',
    sample: { pairId: 'pair_0a1b2c3d4e5f' as PairId, cohortId: 'coh_01jqa2b3c4d5' as CohortId },
  },
);
