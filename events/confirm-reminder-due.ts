import { defineEvent } from './define.ts';
import { CohortId, PersonId } from './ids.ts';

export const ConfirmReminderDue = defineEvent(
  'confirm-reminder.due',
  1,
  { personId: PersonId, cohortId: CohortId },
  {
    about: 'Said when an invited person has not answered for seven days. Heard by the reminder of the confirm letter.',
    sample: { personId: 'per_0a1b2c3d4e5f' as PersonId, cohortId: 'coh_01jqa2b3c4d5' as CohortId },
  },
);
