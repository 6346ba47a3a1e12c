import { defineEvent } from './define.ts';
import { CohortId, Cursor, RunId } from './ids.ts';

export const SettlingDue = defineEvent(
  'settling.due',
  1,
  { runId: RunId, cohortId: CohortId, cursor: Cursor },
  {
    about:
      'Said each morning while the pairs of a run are asked, the last time at its deadline. Heard by the settling, which before the deadline waits for every pair.',
    sample: { runId: 'run_01jqa2b3c4d5' as RunId, cohortId: 'coh_01jqa2b3c4d5' as CohortId },
  },
);
