import { defineEvent } from './define.ts';
import { CohortId, PairId, Role } from './ids.ts';

export const ConsentReminderDue = defineEvent(
  'consent-reminder.due',
  1,
  { pairId: PairId, cohortId: CohortId, role: Role },
  {
    about:
      'Said when one side of a proposed pair has not answered for as many working days as the cohort sets. Heard by the reminder of the question.',
    sample: { pairId: 'pair_0a1b2c3d4e5f' as PairId, cohortId: 'coh_01jqa2b3c4d5' as CohortId, role: 'junior' },
  },
);
