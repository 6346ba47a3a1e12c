import { RoundRequested } from '../../events/round-requested.ts';
import { planCheckIn } from '../../shared/check-in/plan.ts';
import { carryOn } from '../../shared/cohort/carry-on.ts';
import { cohorts } from '../../shared/cohort/cohort.ts';
import { type Pair, pairs } from '../../shared/pair/pair.ts';
import { openPair } from '../../shared/pair/states.ts';
import { done, type Outcome } from '../../shared/runtime/logger.ts';
import type { EventOf, Trigger } from '../../shared/runtime/on-event.ts';
import { fanOut } from '../../shared/table/fan-out.ts';
import { partitionsOf, prefixOf } from '../../shared/table/keys.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';

/** HR asks now: one check-in for each side of each open pair, due at once. */
export async function react(
  event: EventOf<typeof RoundRequested>,
  { table }: { table: Table },
  trigger: Trigger,
): Promise<Outcome> {
  const { cohortId, roundId, occurredAt } = event;
  const cohort = await table.get(cohorts, { cohortId });
  if (!cohort) return done('not applicable', { cohortId });
  const turn = Math.floor(Date.parse(occurredAt) / 86_400_000);
  const ask = async (pair: Pair) => {
    if (!openPair(pair) || pair.state === 'paused') return;
    // Said again much later (a replay, a redrive), it does not ask those who came together since.
    if (pair.formedAt === undefined || pair.formedAt > occurredAt) return;
    for (const role of ['junior', 'senior'] as const) {
      await planCheckIn(table, trigger.command('plan check-in'), {
        pair,
        role,
        occasion: `round-${roundId}`,
        askAt: occurredAt,
        turn,
      });
    }
  };
  const { done: seen, cursor } = await fanOut(
    table,
    { noun: pairs, partitions: partitionsOf(cohortId), prefix: prefixOf.pair, cursor: event.cursor },
    trigger.remaining,
    ask,
  );
  if (cursor)
    await carryOn(table, trigger.command('carry on the round'), cohortId, [
      RoundRequested({ cohortId, roundId, cursor }),
    ]);
  return done('round planned', { roundId, seen });
}
