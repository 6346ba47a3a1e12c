import { defineEvent } from './define.ts';
import { CohortId, PairId, SessionId } from './ids.ts';

export const SessionLogged = defineEvent(
  'session.logged',
  1,
  { sessionId: SessionId, pairId: PairId, cohortId: CohortId },
  {
    about: 'Said when a pair has met, once per date. Heard by the check-ins of the next day.',
    sample: {
      sessionId: 'pair_0a1b2c3d4e5f.2026-03-02' as SessionId,
      pairId: 'pair_0a1b2c3d4e5f' as PairId,
      cohortId: 'coh_01jqa2b3c4d5' as CohortId,
    },
  },
);
