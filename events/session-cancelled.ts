import * as z from 'zod/mini';
import { defineEvent, Instant } from './define.ts';
import { CohortId, PairId } from './ids.ts';

export const SessionCancelled = defineEvent(
  'session.cancelled',
  1,
  {
    pairId: PairId,
    cohortId: CohortId,
    entry: z.int(),
    sequence: z.int(),
    /** When it would have been. */
    startsAt: Instant,
    minutes: z.int(),
  },
  {
    about: 'Said when a meeting with day and hour falls away, or its pair ends. Heard by the calendar invitations.',
    sample: {
      pairId: 'pair_0a1b2c3d4e5f' as PairId,
      cohortId: 'coh_01jqa2b3c4d5' as CohortId,
      entry: 2,
      sequence: 2,
      startsAt: '2026-04-01T12:30:00.000Z',
      minutes: 60,
    },
  },
);
