import * as z from 'zod/mini';
import { defineEvent } from './define.ts';
import { CohortId, PersonId } from './ids.ts';

export const ParticipantResumed = defineEvent(
  'participant.resumed',
  1,
  { personId: PersonId, cohortId: CohortId, version: z.int() },
  {
    about: 'Said when a participant comes back from a pause. Heard by the receipt.',
    sample: { personId: 'per_0a1b2c3d4e5f' as PersonId, cohortId: 'coh_01jqa2b3c4d5' as CohortId, version: 5 },
  },
);
