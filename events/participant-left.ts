import { defineEvent } from './define.ts';
import { CohortId, PersonId } from './ids.ts';

export const ParticipantLeft = defineEvent(
  'participant.left',
  1,
  { personId: PersonId, cohortId: CohortId },
  {
    about:
      'Said when a participant leaves, withdraws or is removed by HR facts. Heard by the end of their pairs and check-ins.',
    sample: { personId: 'per_0a1b2c3d4e5f' as PersonId, cohortId: 'coh_01jqa2b3c4d5' as CohortId },
  },
);
