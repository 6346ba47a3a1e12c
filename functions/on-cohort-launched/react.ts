import { CohortLaunched } from '../../events/cohort-launched.ts';
import type { Instant } from '../../events/define.ts';
import { LatecomersInvited } from '../../events/latecomers-invited.ts';
import { carryOn } from '../../shared/cohort/carry-on.ts';
import { type Cohort, cohorts, launched } from '../../shared/cohort/cohort.ts';
import { planLetter } from '../../shared/letter/plan.ts';
import { invite } from '../../shared/participant/invite.ts';
import { type Participant, participants } from '../../shared/participant/participant.ts';
import { done, type Outcome } from '../../shared/runtime/logger.ts';
import type { EventOf, Trigger } from '../../shared/runtime/on-event.ts';
import { fanOut } from '../../shared/table/fan-out.ts';
import { partitionsOf, prefixOf } from '../../shared/table/keys.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';

type Event = EventOf<typeof CohortLaunched | typeof LatecomersInvited>;

/** Invites everybody who is enrolled and has not been asked: each gets the confirm letter once. */
export async function react(event: Event, { table }: { table: Table }, trigger: Trigger): Promise<Outcome> {
  const { cohortId } = event;
  const cohort = await table.get(cohorts, { cohortId });
  if (!cohort || !launched(cohort)) return done('not applicable', { cohortId });
  // Who came into the cohort after that waits for HR's own send, also where this is said again a day later.
  const asOf = event.detailType === CohortLaunched.detailType ? cohort.launchedAt : event.occurredAt;
  const { done: seen, cursor } = await fanOut(
    table,
    { noun: participants, partitions: partitionsOf(cohortId), prefix: prefixOf.participant, cursor: event.cursor },
    trigger.remaining,
    (participant) => ask(participant, { cohort, asOf, table, trigger }),
  );
  if (cursor) {
    const again =
      event.detailType === CohortLaunched.detailType
        ? CohortLaunched({ cohortId, cursor })
        : LatecomersInvited({ cohortId, round: event.round, cursor });
    await carryOn(table, trigger.command('carry on inviting'), cohortId, [again]);
  }
  return done('invited', { cohortId, seen });
}

interface Asking {
  readonly cohort: Cohort;
  readonly asOf: Instant | undefined;
  readonly table: Table;
  readonly trigger: Trigger;
}

async function ask(participant: Participant, { cohort, asOf, table, trigger }: Asking): Promise<void> {
  // Invited already: a duplicate plans the letter that the first run may not have come to.
  if (participant.state !== 'enrolled' && participant.state !== 'invited') return;
  const toldAt = participant.hr?.toldAt;
  if (participant.state === 'enrolled' && asOf !== undefined && toldAt !== undefined && toldAt > asOf) return;
  const invited = await table.change(participants, participant, trigger.command('invite participant'), (current) =>
    current ? invite(current, cohort, trigger.at) : { refused: 'gone' },
  );
  if (!invited.ok && invited.item?.state !== 'invited') return;
  await planLetter(table, trigger.command('plan confirm letter'), {
    scope: cohort.cohortId,
    kind: 'confirm',
    to: { personId: participant.personId },
    subject: {},
    notAfter: cohort.endsAt,
  });
}
