import { defineEvent, Instant } from './define.ts';
import { Cursor, Scope } from './ids.ts';

export const MomentDue = defineEvent(
  'moment.due',
  1,
  { scope: Scope, minute: Instant, cursor: Cursor },
  {
    about: 'Said by a one-time schedule, the calendar or the sweep. Heard by the reaction that opens everything due.',
    sample: { scope: 'coh_01jqa2b3c4d5' as Scope, minute: '2026-03-02T08:00:00.000Z' },
  },
);
