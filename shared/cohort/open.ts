import type { Instant } from '../../events/define.ts';
import type { CohortId } from '../../events/ids.ts';
import type { Step } from '../table/table.dynamodb.ts';
import type { Cohort, CohortSettings } from './cohort.ts';
import { endsAtOf, withTimer } from './draft.ts';
import { cohortStates } from './states.ts';

/** A new cohort is open for enrolment at once; nothing is mailed before its launch. */
export function openCohort(
  current: Cohort | undefined,
  settings: CohortSettings,
  { cohortId, at }: { cohortId: CohortId; at: Instant },
): Step<Cohort> {
  if (current) return { refused: 'there already' };
  const state = cohortStates.next('draft', 'open');
  if (!state) return { refused: 'cannot open' };
  const endsAt = endsAtOf(settings.end, settings.timeZone);
  return { to: withTimer({ ...settings, cohortId, state, createdAt: at, endsAt, lettersStopped: false }) };
}
