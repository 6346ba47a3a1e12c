import { CohortEnded } from '../../events/cohort-ended.ts';
import type { Instant } from '../../events/define.ts';
import type { LocalDate } from '../../events/ids.ts';
import type { Step } from '../table/table.dynamodb.ts';
import { localDate } from '../time/local.ts';
import type { Cohort } from './cohort.ts';
import { canEnd, draft, endsAtOf, withTimer } from './draft.ts';
import { cohortStates } from './states.ts';

/** The end has come, by its timer or because HR says so: check-ins, pairs and goodbyes follow from the event. */
export function endCohort(cohort: Cohort | undefined, at: Instant): Step<Cohort> {
  if (!cohort) return { refused: 'no such cohort' };
  const state = cohortStates.next(cohort.state, 'end');
  if (!state) return { refused: `already ${cohort.state}` };
  const endsAt = at < cohort.endsAt ? at : cohort.endsAt;
  return {
    to: withTimer({ ...draft(cohort), state, endsAt }),
    says: [CohortEnded({ cohortId: cohort.cohortId })],
  };
}

/** Moves the end, to an earlier or a later day that has not passed. */
export function moveEnd(cohort: Cohort | undefined, end: LocalDate, at: Instant): Step<Cohort> {
  if (!cohort) return { refused: 'no such cohort' };
  if (!canEnd(cohort.state)) return { refused: `already ${cohort.state}` };
  if (end < localDate(at, cohort.timeZone) || end < cohort.start) return { refused: 'before today or the start' };
  return { to: withTimer({ ...draft(cohort), end, endsAt: endsAtOf(end, cohort.timeZone) }) };
}
