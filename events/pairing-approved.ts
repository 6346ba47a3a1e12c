import { defineEvent } from './define.ts';
import { CohortId, Cursor, RunId } from './ids.ts';

export const PairingApproved = defineEvent(
  'pairing.approved',
  1,
  { runId: RunId, cohortId: CohortId, cursor: Cursor },
  {
    about: 'Said by the desk when HR approves a run. Heard by the fan-out that proposes each pair.',
    sample: { runId: 'run_01jqa2b3c4d5' as RunId, cohortId: 'coh_01jqa2b3c4d5' as CohortId },
  },
);
