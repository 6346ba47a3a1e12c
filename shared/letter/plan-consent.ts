import type { Role } from '../../events/ids.ts';
import { type Pair, personOf } from '../pair/pair.ts';
import { pendingPair } from '../pair/states.ts';
import type { Command } from '../table/aggregate.ts';
import type { Table } from '../table/table.dynamodb.ts';
import { planLetter } from './plan.ts';

/** The letter that asks one side of a pair, while that side has not answered. True where it is planned or was before. */
export async function planConsent(
  table: Table,
  command: Command,
  pair: Pair,
  kind: 'consent-junior' | 'consent-senior' | 'consent-reminder',
  role: Role,
): Promise<boolean> {
  const question = pair.consent?.[role];
  if (!pendingPair(pair) || !question || question.answer) return false;
  const { cohortId, pairId } = pair;
  await planLetter(table, command, {
    scope: cohortId,
    kind,
    to: { personId: personOf(pair, role) },
    subject: { pairId },
    notAfter: question.closesAt,
  });
  return true;
}
