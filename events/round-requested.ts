import { defineEvent } from './define.ts';
import { CohortId, Cursor, RoundId } from './ids.ts';

export const RoundRequested = defineEvent(
  'round.requested',
  1,
  { roundId: RoundId, cohortId: CohortId, cursor: Cursor },
  {
    about:
      'Said by the desk when HR asks a round of check-ins now. Heard by the fan-out that plans one for each side of each pair.',
    sample: { roundId: 'rnd_01jqa2b3c4d5' as RoundId, cohortId: 'coh_01jqa2b3c4d5' as CohortId },
  },
);
