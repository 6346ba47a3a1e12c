import type { Instant } from '../../events/define.ts';
import type { PairId } from '../../events/ids.ts';
import { pairOf } from '../check-in/check-in.ts';
import type { Letter } from '../letter/letter.ts';
import type { Draft } from '../table/aggregate.ts';
import { digest } from '../table/digest.ts';
import type { Task } from './task.ts';

/**
 * The pair that a letter is about: until its run is settled the desk shows nothing that hangs on it, because such a letter
 * tells that the pair has come so far. Whoever leaves gets a receipt in any case.
 */
export const pairIn = ({
  kind,
  subject: { pairId, checkInId },
}: Pick<Letter, 'kind' | 'subject'>): PairId | undefined =>
  kind === 'leave-receipt' ? undefined : (pairId ?? (checkInId && pairOf(checkInId)));

/**
 * Nobody knows whether this letter went out, and it is not sent once more by itself. Undefined for letters of the desk
 * itself and about help, which no coordinator sees; and for those that ask about a pair, of which HR never learns whether
 * there was one, nor when: once she might, their question is closed.
 */
export function unknownTask(letter: Letter, at: Instant): Draft<Task> | undefined {
  const { letterId, scope, state, to, kind } = letter;
  if (state !== 'unknown' || scope === 'stage' || scope === 'help' || !('personId' in to)) return undefined;
  if (kind.startsWith('consent-')) return undefined;
  const pairId = pairIn(letter);
  return {
    cohortId: scope,
    taskId: `task_${digest(`${letterId}/unknown`, 24)}` as Task['taskId'],
    kind: 'letter-unknown',
    about: { personId: to.personId, ...(pairId ? { pairId } : {}) },
    why: kind,
    note: '',
    state: 'open',
    createdAt: at,
  };
}
