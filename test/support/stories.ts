import type { Rehearsal } from '../../infra/local/rehearse/rehearsal.ts';
import type { Stage } from '../../infra/local/stage.ts';
import { type CohortWish, played } from './stage.ts';

/**
 * Two pairs in five weeks, in which everything happens that a function is there for: somebody asks for help, a date is
 * logged, a reminder goes out, one pauses and comes back, one stops a kind of letter, one leaves.
 */
export const eventful: CohortWish = {
  juniors: 2,
  seniors: 2,
  fields: { enrolmentDeadline: '2026-01-19', start: '2026-01-20', end: '2026-02-22', sessions: '1' },
  characters: {
    junior1: { asksForHelp: { at: 1, contact: 'independent contact' } },
    senior1: { pauses: { after: 3, days: 3 }, answers: 0 },
    junior2: { stopsCheckIns: { after: 25 } },
    senior2: { leaves: { after: 20 } },
  },
};

export const playEventful = (stage: Stage, wish: CohortWish = {}): Promise<Rehearsal> =>
  played(stage, { ...eventful, ...wish });

/** The same with one pair, as short as it can be: for what must be played a hundred times. */
export const brief: CohortWish = {
  juniors: 1,
  seniors: 1,
  fields: {
    enrolmentDeadline: '2026-01-19',
    start: '2026-01-20',
    end: '2026-02-15',
    sessions: '1',
    domains: 'nordwerk.example',
    replyByMail: 'yes',
  },
  characters: {
    junior1: { asksForHelp: { at: 1, contact: 'independent contact' }, stopsCheckIns: { after: 18 } },
    senior1: {
      pauses: { after: 16, days: 1 },
      answers: 0,
      repliesToReminder: 'Nein, noch nicht.',
      leaves: { after: 20 },
    },
  },
};
