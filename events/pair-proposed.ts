import { defineEvent } from './define.ts';
import { CohortId, PairId } from './ids.ts';

export const PairProposed = defineEvent(
  'pair.proposed',
  1,
  { pairId: PairId, cohortId: CohortId },
  {
    about: 'Said when an approved run names a pair. Heard by the question to the junior, who is asked first.',
    sample: { pairId: 'pair_0a1b2c3d4e5f' as PairId, cohortId: 'coh_01jqa2b3c4d5' as CohortId },
  },
);
