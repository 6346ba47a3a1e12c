import type { HelpRequested } from '../../events/help-requested.ts';
import { helps } from '../../shared/help/help.ts';
import { planLetter } from '../../shared/letter/plan.ts';
import { done, type Outcome } from '../../shared/runtime/logger.ts';
import type { EventOf, Trigger } from '../../shared/runtime/on-event.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';

/** One letter to the chosen contact and to nobody else; it lives where HR's desk cannot read. */
export async function react(
  { helpId }: EventOf<typeof HelpRequested>,
  { table }: { table: Table },
  trigger: Trigger,
): Promise<Outcome> {
  const help = await table.get(helps, { helpId });
  if (!help) return done('not applicable');
  await planLetter(table, trigger.command('plan help letter'), {
    scope: 'help',
    kind: 'help',
    to: { contact: help.contact, place: 0 },
    subject: { helpId },
  });
  return done('handed on');
}
