import type { LetterPlan } from '../../shared/letter/plan.ts';
import { type Pair, personOf } from '../../shared/pair/pair.ts';

const roles = ['junior', 'senior'] as const;

/**
 * Whom a block is told to. Two who are a pair hear of it both. Two who were only asked: those who know of the question
 * and have not said no. Who was never asked learns of nothing, and who said no is done with it.
 */
export function lettersOf(pair: Pair): LetterPlan[] {
  const { cohortId: scope, pairId, blocked, consent } = pair;
  const sequence = blocked?.times ?? 1;
  const told = pair.formedAt
    ? roles
    : roles.filter((role) => consent?.[role] !== undefined && consent[role].answer !== 'no');
  const kind = pair.formedAt ? 'blocked' : 'consent-closed';
  return told.map((role) => ({ scope, kind, to: { personId: personOf(pair, role) }, subject: { pairId }, sequence }));
}
