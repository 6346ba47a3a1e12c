import type { RoundId } from '../../events/ids.ts';
import { RoundRequested } from '../../events/round-requested.ts';
import type { Step } from '../table/table.dynamodb.ts';
import { type Cohort, launched } from './cohort.ts';
import { canEnd, draft } from './draft.ts';

/** HR asks everybody in an open pair now, outside the rhythm. */
export function askRound(
  cohort: Cohort | undefined,
  { roundId, pairs }: { roundId: RoundId /** Pairs that would be asked. */; pairs: number },
): Step<Cohort> {
  if (!cohort) return { refused: 'no such cohort' };
  if (!launched(cohort)) return { refused: 'not launched' };
  if (!canEnd(cohort.state)) return { refused: 'has ended' };
  if (cohort.lettersStopped) return { refused: 'letters are stopped' };
  if (pairs === 0) return { refused: 'nobody to ask' };
  return { to: draft(cohort), says: [RoundRequested({ cohortId: cohort.cohortId, roundId })] };
}
