import { states } from '../table/states.ts';

export const cohortStates = states('cohort', {
  draft: { open: 'enrolling', cancel: 'cancelled' },
  enrolling: { pair: 'pairing', end: 'closing', cancel: 'cancelled' },
  pairing: { propose: 'review', fail: 'enrolling', end: 'closing', cancel: 'cancelled' },
  review: { pair: 'pairing', approve: 'consent', end: 'closing', cancel: 'cancelled' },
  consent: { pair: 'pairing', activate: 'active', end: 'closing', cancel: 'cancelled' },
  active: { pair: 'pairing', activate: 'active', end: 'closing', cancel: 'cancelled' },
  closing: { close: 'closed' },
  closed: { followUp: 'followed-up', purge: 'purged' },
  'followed-up': { purge: 'purged' },
  purged: {},
  cancelled: { purge: 'purged' },
});
export type CohortState = keyof typeof cohortStates.table;
