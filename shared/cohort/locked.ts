import type { LocalDate } from '../../events/ids.ts';
import type { Cohort } from './cohort.ts';
import { canEnd } from './draft.ts';

export type Locked = Readonly<Partial<Record<'start' | 'enrolmentDeadline' | 'end' | 'timeZone', 'begun' | 'ended'>>>;

/** What can no longer change: the first day once it has come, for letters named it; every day once the cohort has ended. */
export function lockedIn(cohort: Cohort, today: LocalDate): Locked {
  if (!canEnd(cohort.state)) return { start: 'ended', enrolmentDeadline: 'ended', end: 'ended', timeZone: 'ended' };
  return cohort.launchedAt !== undefined && cohort.start <= today ? { start: 'begun' } : {};
}
