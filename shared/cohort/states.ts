import { states } from '../table/states.ts';

export const cohortStates = states('cohort', {
  draft: { open: 'enrolling', cancel: 'cancelled' },
  enrolling: { pair: 'pairing', end: 'closing', cancel: 'cancelled' },
  pairing: { propose: 'review', fail: 'enrolling', end: 'closing', cancel: 'cancelled' },
  review: { pair: 'pairing', approve: 'consent', end: 'closing', cancel: 'cancelled' },
  // A further run leaves a running cohort where it is: its pairs go on meeting meanwhile.
  consent: {
    pair: 'consent',
    propose: 'consent',
    fail: 'consent',
    approve: 'consent',
    activate: 'active',
    end: 'closing',
    cancel: 'cancelled',
  },
  active: {
    pair: 'active',
    propose: 'active',
    fail: 'active',
    approve: 'active',
    activate: 'active',
    end: 'closing',
    cancel: 'cancelled',
  },
  closing: { close: 'closed' },
  closed: { followUp: 'followed-up', purge: 'purged' },
  'followed-up': { purge: 'purged' },
  purged: {},
  cancelled: { purge: 'purged' },
});
export type CohortState = keyof typeof cohortStates.table;
