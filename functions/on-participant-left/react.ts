import type { CohortId, PairId } from '../../events/ids.ts';
import { ParticipantLeft } from '../../events/participant-left.ts';
import { ParticipantPaused } from '../../events/participant-paused.ts';
import type { ParticipantResumed } from '../../events/participant-resumed.ts';
import { askAgain, cancelAll } from '../../shared/check-in/of-pair.ts';
import { type Cohort, cohorts, launched } from '../../shared/cohort/cohort.ts';
import { planLetter } from '../../shared/letter/plan.ts';
import { exitPair } from '../../shared/pair/end.ts';
import { type Pair, pairs, partnerOf } from '../../shared/pair/pair.ts';
import { openPair, pairStates } from '../../shared/pair/states.ts';
import { type Participant, participants } from '../../shared/participant/participant.ts';
import { done, type Outcome } from '../../shared/runtime/logger.ts';
import type { EventOf, Trigger } from '../../shared/runtime/on-event.ts';
import { unnumbered } from '../../shared/table/aggregate.ts';
import { partitionsOf, prefixOf } from '../../shared/table/keys.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';

type Event = EventOf<typeof ParticipantLeft | typeof ParticipantPaused | typeof ParticipantResumed>;

interface Room {
  readonly table: Table;
  readonly trigger: Trigger;
  readonly cohort: Cohort;
}

/** Somebody has left, paused or come back: their pairs and check-ins follow, and one receipt says so. */
export async function react(event: Event, { table }: { table: Table }, trigger: Trigger): Promise<Outcome> {
  const { cohortId, personId } = event;
  const [cohort, participant] = [
    await table.get(cohorts, { cohortId }),
    await table.get(participants, { cohortId, personId }),
  ];
  if (!cohort || !participant || !launched(cohort)) return done('not applicable', { personId });
  const room = { table, trigger, cohort };
  if (event.detailType === ParticipantLeft.detailType) {
    await endPairs(participant, room);
    return done('left', { personId });
  }
  // A later pause or return has its own event: this one is overtaken.
  if (participant.pauses !== event.version) return done('overtaken', { personId });
  await followState(participant, room);
  const paused = event.detailType === ParticipantPaused.detailType;
  await planLetter(table, trigger.command('plan receipt'), {
    scope: cohortId,
    kind: paused ? 'pause-receipt' : 'resume-receipt',
    to: { personId },
    subject: {},
    sequence: event.version,
  });
  return done(paused ? 'paused' : 'resumed', { personId });
}

/** The pairs follow what the person is now; somebody who changes their mind meanwhile is followed once more. */
async function followState(participant: Participant, room: Room): Promise<void> {
  const { cohortId, personId, state, slots, pauses } = participant;
  for (const pairId of Object.keys(slots) as PairId[]) {
    if (state === 'paused') await pausePair(cohortId, pairId, room);
    if (state === 'confirmed') await resumePair(cohortId, pairId, participant, room);
  }
  const now = await room.table.get(participants, { cohortId, personId });
  if (now && now.pauses !== pauses) await followState(now, room);
}

async function endPairs(participant: Participant, { table, trigger, cohort }: Room): Promise<void> {
  const ended: Pair[] = [];
  for (const pair of await pairsOf(participant, table)) {
    // One that a coordinator or the partner's leaving has ended is over for both, and known to be.
    if (!(await exitPair(table, trigger.command('end pair'), pair, participant.personId))) continue;
    ended.push(pair);
    await cancelAll(table, trigger.command('cancel check-in'), pair);
    await planLetter(table, trigger.command('tell the partner'), {
      scope: cohort.cohortId,
      kind: 'partner-left',
      to: { personId: partnerOf(pair, participant.personId) },
      subject: { pairId: pair.pairId },
    });
  }
  // Whom we never wrote to (HR's file said that they left) gets no letter about leaving either.
  if (participant.invitedAt === undefined) return;
  const [pair, ...others] = ended;
  const also = others.length > 0 ? { alsoEnded: others.map(({ pairId }) => pairId) } : {};
  await planLetter(table, trigger.command('plan receipt'), {
    scope: cohort.cohortId,
    kind: 'leave-receipt',
    to: { personId: participant.personId },
    subject: pair ? { pairId: pair.pairId, ...also } : {},
  });
}

/** Pairs that have formed, whatever has become of them: the commit that ends one decides whether this leaving does. */
async function pairsOf({ cohortId, personId }: Participant, table: Table): Promise<Pair[]> {
  const found: Pair[] = [];
  for await (const pair of table.list(pairs, partitionsOf(cohortId), prefixOf.pair)) {
    const mine = pair.junior === personId || pair.senior === personId;
    if (mine && pair.formedAt) found.push(pair);
  }
  return found.sort((a, b) => a.pairId.localeCompare(b.pairId));
}

async function pausePair(cohortId: CohortId, pairId: PairId, { table, trigger }: Room): Promise<void> {
  await table.change(pairs, { cohortId, pairId }, trigger.command('pause pair'), (pair) => {
    const state = pair && pairStates.next(pair.state, 'pause');
    return pair && state ? { to: { ...unnumbered(pair), state } } : gone;
  });
}

/** The pair goes on when both are back; the monthly questions start again from here. */
async function resumePair(cohortId: CohortId, pairId: PairId, participant: Participant, room: Room): Promise<void> {
  const { table, trigger, cohort } = room;
  const pair = await table.get(pairs, { cohortId, pairId });
  const partner =
    pair && (await table.get(participants, { cohortId, personId: partnerOf(pair, participant.personId) }));
  if (!pair || !openPair(pair) || partner?.state !== 'confirmed') return;
  await table.change(pairs, pair, trigger.command('resume pair'), (current) => {
    const state = current && pairStates.next(current.state, 'resume');
    return current && state ? { to: { ...unnumbered(current), state } } : gone;
  });
  await askAgain(table, trigger.command('plan monthly check-in'), { pair, cohort, sides: [participant, partner] });
}

const gone = { refused: 'gone' } as const;
