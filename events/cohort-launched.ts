import { defineEvent } from './define.ts';
import { CohortId, Cursor } from './ids.ts';

export const CohortLaunched = defineEvent(
  'cohort.launched',
  1,
  { cohortId: CohortId, cursor: Cursor },
  {
    about:
      'Said by the desk when HR launches; no letter goes to a participant before it. Heard by the confirm letters.',
    sample: { cohortId: 'coh_01jqa2b3c4d5' as CohortId },
  },
);
