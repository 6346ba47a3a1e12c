import type { Instant } from '../../events/define.ts';
import type { LocalDate } from '../../events/ids.ts';
import { type Draft, unnumbered } from '../table/aggregate.ts';
import { addDays, atLocal } from '../time/local.ts';
import { wholeMinute } from '../time/minute.ts';
import type { Cohort } from './cohort.ts';
import { type CohortState, cohortStates } from './states.ts';

/** Its one timer is its end, and only while it can still end. */
export function withTimer({ dueAt: _dueAt, ...cohort }: Draft<Cohort>): Draft<Cohort> {
  return canEnd(cohort.state) ? { ...cohort, dueAt: wholeMinute(cohort.endsAt) } : cohort;
}

/** The cohort as a new commit starts from it. */
export const draft: (cohort: Cohort) => Draft<Cohort> = unnumbered;

export const canEnd = (state: CohortState): boolean => cohortStates.next(state, 'end') !== undefined;

/** The last day counts whole: the goodbyes go out the morning after. */
export const endsAtOf = (end: LocalDate, zone: string): Instant => atLocal(addDays(end, 1), '09:00', zone);
