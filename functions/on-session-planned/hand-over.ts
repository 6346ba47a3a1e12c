import type { AssistantChanged } from '../../events/assistant-changed.ts';
import { cohorts, launched } from '../../shared/cohort/cohort.ts';
import { planLetter } from '../../shared/letter/plan.ts';
import { pairs } from '../../shared/pair/pair.ts';
import { openPair } from '../../shared/pair/states.ts';
import { assistantOf, participants } from '../../shared/participant/participant.ts';
import { done, type Outcome } from '../../shared/runtime/logger.ts';
import type { EventOf, Trigger } from '../../shared/runtime/on-event.ts';
import { aheadOf } from '../../shared/session/entry.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';
import { worthUntil } from './worth-until.ts';

/**
 * Somebody else schedules: each meeting that is ahead goes out of one calendar and into the other. The two who meet hear
 * nothing, for them nothing has changed. The change is part of the letters' keys: who comes back is told once more.
 */
export async function handOver(
  { cohortId, personId, change }: EventOf<typeof AssistantChanged>,
  { table }: { table: Table },
  trigger: Trigger,
): Promise<Outcome> {
  const [cohort, participant] = [
    await table.get(cohorts, { cohortId }),
    await table.get(participants, { cohortId, personId }),
  ];
  if (!cohort || !participant || !launched(cohort)) return done('not applicable', { personId });
  const held = Object.keys(participant.slots) as (keyof typeof participant.slots)[];
  const latest = participant.assistantsBefore?.at(-1)?.change === change;
  for (const pair of await table.getMany(
    pairs,
    held.map((pairId) => ({ cohortId, pairId })),
  )) {
    const entry = openPair(pair) ? aheadOf(pair.entry, trigger.at) : undefined;
    if (!entry) continue;
    const { state: _state, ...meeting } = entry;
    const plan = (subject: { asks: 'set' } | { asks: 'cancelled'; until: number }) =>
      planLetter(table, trigger.command('hand invitation over'), {
        scope: cohortId,
        kind: 'assistant-invitation',
        to: { assistantOf: personId },
        subject: { pairId: pair.pairId, meeting: { ...meeting, ...subject } },
        sequence: 1 + change,
        notAfter: worthUntil(entry.startsAt, trigger.at),
      });
    if (assistantOf(participant, change)) await plan({ asks: 'cancelled', until: change });
    // A later change has its own event.
    if (latest && participant.self.schedulingContact) await plan({ asks: 'set' });
  }
  return done('handed over', { personId });
}
