import { defineEvent } from './define.ts';
import { CohortId, PairId } from './ids.ts';

export const PairAccepted = defineEvent(
  'pair.accepted',
  1,
  { pairId: PairId, cohortId: CohortId },
  {
    about:
      'Said when one of the two says yes to a proposed pair. Heard by the question to the senior and, once both have said yes, by the forming.',
    sample: { pairId: 'pair_0a1b2c3d4e5f' as PairId, cohortId: 'coh_01jqa2b3c4d5' as CohortId },
  },
);
