import type { PairFormed } from '../../events/pair-formed.ts';
import { planMonthly } from '../../shared/check-in/plan.ts';
import { cohorts } from '../../shared/cohort/cohort.ts';
import { planLetter } from '../../shared/letter/plan.ts';
import { pairs } from '../../shared/pair/pair.ts';
import { openPair } from '../../shared/pair/states.ts';
import { participants } from '../../shared/participant/participant.ts';
import { done, type Outcome } from '../../shared/runtime/logger.ts';
import type { EventOf, Trigger } from '../../shared/runtime/on-event.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';

/** Introduces the two to each other and plans the first monthly check-in of each. */
export async function react(
  event: EventOf<typeof PairFormed>,
  { table }: { table: Table },
  trigger: Trigger,
): Promise<Outcome> {
  const { pairId, cohortId } = event;
  const [pair, cohort] = [await table.get(pairs, { cohortId, pairId }), await table.get(cohorts, { cohortId })];
  if (!pair || !cohort || !openPair(pair)) return done('not applicable', { pairId, state: pair?.state });
  for (const personId of [pair.junior, pair.senior]) {
    const participant = await table.get(participants, { cohortId, personId });
    if (!participant) continue;
    await planLetter(table, trigger.command('plan introduction'), {
      scope: cohortId,
      kind: 'introduction',
      to: { personId },
      subject: { pairId },
    });
    await planMonthly(table, trigger.command('plan first check-in'), {
      pair,
      participant,
      cohort,
      number: 1,
      from: pair.formedAt ?? event.occurredAt,
    });
  }
  return done('introduced', { pairId });
}
