import { AssistantChanged } from '../../events/assistant-changed.ts';
import { SessionCancelled } from '../../events/session-cancelled.ts';
import type { SessionPlanned } from '../../events/session-planned.ts';
import { cohorts, launched } from '../../shared/cohort/cohort.ts';
import { type LetterPlan, planLetter } from '../../shared/letter/plan.ts';
import { pairs } from '../../shared/pair/pair.ts';
import { openPair } from '../../shared/pair/states.ts';
import { gone, participants } from '../../shared/participant/participant.ts';
import { done, type Outcome } from '../../shared/runtime/logger.ts';
import type { EventOf, Trigger } from '../../shared/runtime/on-event.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';
import { handOver } from './hand-over.ts';
import { worthUntil } from './worth-until.ts';

type Event = EventOf<typeof SessionPlanned | typeof SessionCancelled | typeof AssistantChanged>;

/**
 * A meeting was set, moved or cancelled: the calendars of both hear of it, and those of their assistants. Which meeting and
 * which change of it is part of the letter's key, so that nothing is said twice; what a later change has overtaken is not
 * said at all, in whatever order the two are heard.
 */
export async function react(event: Event, { table }: { table: Table }, trigger: Trigger): Promise<Outcome> {
  if (event.detailType === AssistantChanged.detailType) return handOver(event, { table }, trigger);
  const { cohortId, pairId, entry: number, sequence, startsAt, minutes } = event;
  const [cohort, pair] = [await table.get(cohorts, { cohortId }), await table.get(pairs, { cohortId, pairId })];
  const cancels = event.detailType === SessionCancelled.detailType;
  if (!cohort || !pair || !launched(cohort) || startsAt <= trigger.at) return done('not applicable', { pairId });
  const latest = pair.entry?.number === number && pair.entry.sequence === sequence;
  if (!cancels && !(latest && openPair(pair))) return done('overtaken', { pairId });
  const subject = {
    pairId,
    meeting: { asks: cancels ? ('cancelled' as const) : ('set' as const), number, sequence, startsAt, minutes },
  };
  const plan = (kind: 'invitation' | 'assistant-invitation', to: LetterPlan['to']) =>
    planLetter(table, trigger.command('plan invitation'), {
      scope: cohortId,
      kind,
      to,
      subject,
      notAfter: worthUntil(startsAt, trigger.at),
    });
  for (const personId of [pair.junior, pair.senior]) {
    const participant = await table.get(participants, { cohortId, personId });
    // Whoever has left gets one receipt, and the meeting goes out of their calendar with it.
    if (participant && !gone(participant)) await plan('invitation', { personId });
    if (participant?.self.schedulingContact) await plan('assistant-invitation', { assistantOf: personId });
  }
  return done(cancels ? 'cancelled' : 'invited', { pairId });
}
