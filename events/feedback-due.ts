import { defineEvent } from './define.ts';
import { CheckInId, CohortId } from './ids.ts';

export const FeedbackDue = defineEvent(
  'feedback.due',
  1,
  { checkInId: CheckInId, cohortId: CohortId },
  {
    about: 'Said when a check-in opens. Heard by the check-in letter.',
    sample: { checkInId: 'pair_0a1b2c3d4e5f.junior.month-01' as CheckInId, cohortId: 'coh_01jqa2b3c4d5' as CohortId },
  },
);
