import { CohortLaunched } from '../../events/cohort-launched.ts';
import type { Instant } from '../../events/define.ts';
import { LatecomersInvited } from '../../events/latecomers-invited.ts';
import type { Step } from '../table/table.dynamodb.ts';
import { type Cohort, launched } from './cohort.ts';
import { canEnd, draft } from './draft.ts';

/** HR types the cohort's name: a launch mails many people and cannot be taken back. */
export const typedRight = (typed: string, cohort: Cohort): boolean =>
  typed.trim().normalize('NFC') === cohort.name.trim().normalize('NFC');

export function launchCohort(
  cohort: Cohort | undefined,
  { typed, waiting, at }: { typed: string /** People who would get a letter. */; waiting: number; at: Instant },
): Step<Cohort> {
  if (!cohort) return { refused: 'no such cohort' };
  if (launched(cohort)) return { refused: 'launched already' };
  if (!canEnd(cohort.state)) return { refused: 'has ended' };
  if (cohort.lettersStopped) return { refused: 'letters are stopped' };
  if (waiting === 0) return { refused: 'nobody to write to' };
  if (!typedRight(typed, cohort)) return { refused: 'the name does not match' };
  return {
    to: { ...draft(cohort), launchedAt: at },
    says: [CohortLaunched({ cohortId: cohort.cohortId })],
  };
}

/** People who came after the launch wait for HR's own send. */
export function inviteLatecomers(
  cohort: Cohort | undefined,
  { round, waiting }: { round: string; waiting: number },
): Step<Cohort> {
  if (!cohort) return { refused: 'no such cohort' };
  if (!launched(cohort)) return { refused: 'not launched' };
  if (!canEnd(cohort.state)) return { refused: 'has ended' };
  if (cohort.lettersStopped) return { refused: 'letters are stopped' };
  if (waiting === 0) return { refused: 'nobody to write to' };
  return { to: draft(cohort), says: [LatecomersInvited({ cohortId: cohort.cohortId, round })] };
}
