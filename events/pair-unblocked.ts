import { defineEvent } from './define.ts';
import { CohortId, PairId } from './ids.ts';

export const PairUnblocked = defineEvent(
  'pair.unblocked',
  1,
  { pairId: PairId, cohortId: CohortId },
  {
    about: 'Said when a coordinator lets a blocked pair go on. Heard by the plan of its monthly check-ins.',
    sample: { pairId: 'pair_0a1b2c3d4e5f' as PairId, cohortId: 'coh_01jqa2b3c4d5' as CohortId },
  },
);
