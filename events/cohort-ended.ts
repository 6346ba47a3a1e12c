import { defineEvent } from './define.ts';
import { CohortId, Cursor } from './ids.ts';

export const CohortEnded = defineEvent(
  'cohort.ended',
  1,
  { cohortId: CohortId, cursor: Cursor },
  {
    about:
      'Said when the end of a cohort has come. Heard by the closing: check-ins cancelled, pairs concluded, goodbyes.',
    sample: { cohortId: 'coh_01jqa2b3c4d5' as CohortId },
  },
);
