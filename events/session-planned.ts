import * as z from 'zod/mini';
import { defineEvent, Instant } from './define.ts';
import { CohortId, PairId } from './ids.ts';

export const SessionPlanned = defineEvent(
  'session.planned',
  1,
  {
    pairId: PairId,
    cohortId: CohortId,
    /** Which meeting of the pair, and how often it has changed since: what calendars know it by. */
    entry: z.int(),
    sequence: z.int(),
    startsAt: Instant,
    minutes: z.int(),
  },
  {
    about: 'Said when a pair has set or moved the day and hour of a meeting. Heard by the calendar invitations.',
    sample: {
      pairId: 'pair_0a1b2c3d4e5f' as PairId,
      cohortId: 'coh_01jqa2b3c4d5' as CohortId,
      entry: 2,
      sequence: 1,
      startsAt: '2026-04-01T12:30:00.000Z',
      minutes: 60,
    },
  },
);
