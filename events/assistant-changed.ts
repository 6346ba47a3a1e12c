import * as z from 'zod/mini';
import { defineEvent } from './define.ts';
import { CohortId, PersonId } from './ids.ts';

export const AssistantChanged = defineEvent(
  'assistant.changed',
  1,
  {
    personId: PersonId,
    cohortId: CohortId,
    /** Which change of it. */
    change: z.int(),
  },
  {
    about: 'Said when somebody else schedules for a participant who is in a pair. Heard by the calendar invitations.',
    sample: { personId: 'per_0a1b2c3d4e5f' as PersonId, cohortId: 'coh_01jqa2b3c4d5' as CohortId, change: 1 },
  },
);
