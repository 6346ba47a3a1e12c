import type { Instant } from '../../events/define.ts';
import type { CohortId, PersonId, TaskId } from '../../events/ids.ts';
import type { Pair } from '../pair/pair.ts';
import type { Found } from '../pair/recheck.ts';
import type { ChainFault } from '../pairing/chain.ts';
import { type Draft, unnumbered } from '../table/aggregate.ts';
import { digest } from '../table/digest.ts';
import type { Step } from '../table/table.dynamodb.ts';
import { type Task, taskStates } from './task.ts';

const idOf = (...parts: readonly (string | number)[]): TaskId => `task_${digest(parts.join('/'), 24)}` as TaskId;

/** Each time a pair is blocked it is a task of its own. */
export const brokenTaskIdOf = ({ cohortId, pairId, blocked }: Pick<Pair, 'cohortId' | 'pairId' | 'blocked'>): TaskId =>
  idOf(cohortId, pairId, 'rule-broken', blocked?.times ?? 0);

/** A pair is blocked: which rules broke is between HR and its facts, and stands only here. */
export function brokenTask(pair: Pair, at: Instant): Draft<Task> {
  const { cohortId, pairId, junior, senior, blocked } = pair;
  return {
    cohortId,
    taskId: brokenTaskIdOf(pair),
    kind: 'rule-broken',
    about: { personId: junior, partnerId: senior, pairId },
    why: (blocked?.rules ?? []).join(' '),
    note: '',
    state: 'open',
    createdAt: at,
  };
}

/** Nobody can say who is above this person: one task for each person and manager, however many files say so. */
export function uncheckedTask(
  cohortId: CohortId,
  { personId, fault, managerKey }: { personId: PersonId; fault: ChainFault; managerKey: string },
  at: Instant,
): Draft<Task> {
  return {
    cohortId,
    taskId: idOf(cohortId, personId, 'rule-unchecked', fault, managerKey),
    kind: 'rule-unchecked',
    about: { personId },
    why: fault,
    note: '',
    state: 'open',
    createdAt: at,
  };
}

export const openOnce = (current: Task | undefined, task: Draft<Task>): Step<Task> =>
  current ? { refused: 'known' } : { to: task };

/** Newer facts of a blocked pair: only while they hold may it go on. */
export function noteFacts(task: Task | undefined, found: Found, at: Instant): Step<Task> {
  if (!task || taskStates.final(task.state)) return { refused: 'settled already' };
  const { holdsAgainAt, ...rest } = unnumbered(task);
  const why = found.now === 'broken' ? found.rules.join(' ') : rest.why;
  if ((found.now === 'holds') === (holdsAgainAt !== undefined) && why === rest.why) return { refused: 'known' };
  return { to: { ...rest, why, ...(found.now === 'holds' ? { holdsAgainAt: holdsAgainAt ?? at } : {}) } };
}
