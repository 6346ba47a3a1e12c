import type { PairProposed } from '../../events/pair-proposed.ts';
import { planConsent } from '../../shared/letter/plan-consent.ts';
import { pairs } from '../../shared/pair/pair.ts';
import { done, type Outcome } from '../../shared/runtime/logger.ts';
import type { EventOf, Trigger } from '../../shared/runtime/on-event.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';

/** The junior is asked first, privately. */
export async function ask(
  { cohortId, pairId }: EventOf<typeof PairProposed>,
  { table }: { readonly table: Table },
  trigger: Trigger,
): Promise<Outcome> {
  const pair = await table.get(pairs, { cohortId, pairId });
  const asked = pair && (await planConsent(table, trigger.command('ask the junior'), pair, 'consent-junior', 'junior'));
  return done(asked ? 'asked' : 'not applicable', { pairId });
}
