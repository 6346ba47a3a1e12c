import { commandOf } from '../../../shared/desk/visit.ts';
import { unblockPair } from '../../../shared/pair/block.ts';
import { exitPair } from '../../../shared/pair/end.ts';
import { type Pair, pairs } from '../../../shared/pair/pair.ts';
import { isSettled } from '../../../shared/pair/visible.ts';
import { runs } from '../../../shared/pairing/run.ts';
import { participants } from '../../../shared/participant/participant.ts';
import type { Task } from '../../../shared/task/task.ts';
import type { CohortVisit } from '../visit.ts';

export const pairMoves = { 'end-pair': 'exited', 'resume-pair': 'active' } as const;
export type PairMove = keyof typeof pairMoves;
export const isPairMove = (what: string): what is PairMove => Object.hasOwn(pairMoves, what);

/** The pair of such a task while it is on hold; `hidden` where HR must not know yet what has become of a task's pair. */
export async function pairOnHold(
  { needs, cohort }: CohortVisit,
  task: Task | undefined,
): Promise<Pair | 'hidden' | undefined> {
  const { cohortId } = cohort;
  const { pairId } = task?.about ?? {};
  const pair = pairId && (await needs.table.get(pairs, { cohortId, pairId }));
  if (!pair) return undefined;
  if (!isSettled(await needs.table.get(runs, pair))) return 'hidden';
  return task?.kind === 'rule-broken' && pair.state === 'blocked' && pair.formedAt ? pair : undefined;
}

/** Ends a pair that is on hold, or lets it go on. Answers why not, if it does not. */
export async function settleBlocked(visit: CohortVisit, pair: Pair, task: Task, move: PairMove) {
  const { table } = visit.needs;
  if (move === 'end-pair') {
    return (await exitPair(table, commandOf(visit, 'end pair'), pair)) ? undefined : 'the pair is not on hold';
  }
  if (!task.holdsAgainAt) return 'a rule is still broken';
  const two = await table.getMany(
    participants,
    [pair.junior, pair.senior].map((personId) => ({ cohortId: pair.cohortId, personId })),
  );
  const away = two.some(({ state }) => state === 'paused');
  const result = await table.change(pairs, pair, commandOf(visit, 'let pair go on'), (current) =>
    current ? unblockPair(current, away) : { refused: 'gone' },
  );
  return result.ok ? undefined : 'the pair is not on hold';
}
