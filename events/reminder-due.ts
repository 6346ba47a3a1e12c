import { defineEvent } from './define.ts';
import { CheckInId, CohortId } from './ids.ts';

export const ReminderDue = defineEvent(
  'reminder.due',
  1,
  { checkInId: CheckInId, cohortId: CohortId },
  {
    about: 'Said when a check-in has been open for three days without an answer. Heard by its one reminder.',
    sample: { checkInId: 'pair_0a1b2c3d4e5f.junior.month-01' as CheckInId, cohortId: 'coh_01jqa2b3c4d5' as CohortId },
  },
);
