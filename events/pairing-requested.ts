import { defineEvent } from './define.ts';
import { CohortId, RunId } from './ids.ts';

export const PairingRequested = defineEvent(
  'pairing.requested',
  1,
  { runId: RunId, cohortId: CohortId },
  {
    about: 'Said by the desk when HR starts a pairing run. Heard by the pairing engine.',
    sample: { runId: 'run_01jqa2b3c4d5' as RunId, cohortId: 'coh_01jqa2b3c4d5' as CohortId },
  },
);
