import { CohortEnded } from '../../events/cohort-ended.ts';
import { checkIns } from '../../shared/check-in/check-in.ts';
import { cancel } from '../../shared/check-in/open.ts';
import { carryOn } from '../../shared/cohort/carry-on.ts';
import { type Cohort, cohorts, launched } from '../../shared/cohort/cohort.ts';
import { draft } from '../../shared/cohort/draft.ts';
import { cohortStates } from '../../shared/cohort/states.ts';
import { planLetter } from '../../shared/letter/plan.ts';
import { pairs } from '../../shared/pair/pair.ts';
import { comeToNothing, settleRun } from '../../shared/pair/settle.ts';
import { pairStates, pendingPair } from '../../shared/pair/states.ts';
import { runs } from '../../shared/pairing/run.ts';
import { type Participant, participants } from '../../shared/participant/participant.ts';
import { participantStates } from '../../shared/participant/states.ts';
import { done, type Outcome } from '../../shared/runtime/logger.ts';
import type { EventOf, Trigger } from '../../shared/runtime/on-event.ts';
import { keepEntry } from '../../shared/session/entry.ts';
import { type Aggregate, type Noun, unnumbered, withoutTimer } from '../../shared/table/aggregate.ts';
import { fanOut } from '../../shared/table/fan-out.ts';
import { partitionsOf, prefixOf } from '../../shared/table/keys.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';

type Event = EventOf<typeof CohortEnded>;
const gone = { refused: 'gone' } as const;

/** Cancels what is still asked, concludes the pairs, settles the runs, says goodbye, then closes the cohort: in this order. */
export async function react(event: Event, { table }: { table: Table }, trigger: Trigger): Promise<Outcome> {
  const { cohortId } = event;
  const cohort = await table.get(cohorts, { cohortId });
  if (cohort?.state !== 'closing') return done('not applicable', { cohortId, state: cohort?.state });
  // The cursor's first word names the pass that ran out of time.
  const [pass = 'check-ins', ...rest] = event.cursor?.split(' ') ?? [];
  const passes = ['check-ins', 'pairs', 'runs', 'participants'] as const;
  for (const name of passes.slice(Math.max(0, passes.indexOf(pass as (typeof passes)[number])))) {
    const cursor = name === pass && rest.length > 0 ? rest.join(' ') : undefined;
    const next = await run(name, cohort, cursor, table, trigger);
    if (!next) continue;
    await carryOn(table, trigger.command('carry on closing'), cohortId, [
      CohortEnded({ cohortId, cursor: `${name} ${next}` }),
    ]);
    return done('closing goes on', { cohortId, pass: name });
  }
  await table.change(cohorts, { cohortId }, trigger.command('close cohort'), (current) => {
    const state = current && cohortStates.next(current.state, 'close');
    return current && state ? { to: { ...draft(current), state, closedAt: trigger.at } } : gone;
  });
  return done('closed', { cohortId });
}

async function run(
  pass: 'check-ins' | 'pairs' | 'runs' | 'participants',
  cohort: Cohort,
  cursor: string | undefined,
  table: Table,
  trigger: Trigger,
): Promise<string | undefined> {
  const over = async <T extends Aggregate, Ref>(
    noun: Noun<T, Ref>,
    prefix: string,
    deed: (item: T) => Promise<unknown>,
  ) =>
    (await fanOut(table, { noun, partitions: partitionsOf(cohort.cohortId), prefix, cursor }, trigger.remaining, deed))
      .cursor;
  switch (pass) {
    case 'check-ins':
      return over(checkIns, prefixOf.checkIn, (checkIn) =>
        table.change(checkIns, checkIn, trigger.command('cancel check-in'), (current) =>
          current ? cancel(current) : gone,
        ),
      );
    case 'pairs':
      return over(pairs, prefixOf.pair, (pair) =>
        table.change(pairs, pair, trigger.command('conclude pair'), (current) => {
          if (current && pendingPair(current)) return comeToNothing(current);
          const state = current && pairStates.next(current.state, 'conclude');
          if (!current || !state) return gone;
          const { entry, says } = keepEntry(current, undefined, trigger.at);
          return { to: { ...unnumbered(current), state, ...(entry ? { entry } : {}) }, says };
        }),
      );
    case 'runs':
      return over(runs, prefixOf.run, (run) =>
        table.transact(async () =>
          settleRun(
            { run: await table.get(runs, run), cohort: await table.get(cohorts, cohort) },
            trigger.command('settle run'),
          ),
        ),
      );
    case 'participants':
      return over(participants, prefixOf.participant, (participant) => finish(participant, cohort, table, trigger));
  }
}

async function finish(participant: Participant, cohort: Cohort, table: Table, trigger: Trigger): Promise<void> {
  const [pairId] = Object.keys(participant.slots) as (keyof typeof participant.slots)[];
  // Who said yes is thanked; nobody else hears of a programme in which they had no part.
  const thanked = participant.state === 'confirmed' || participant.state === 'paused' || participant.state === 'done';
  if (thanked && participant.confirmedAt && launched(cohort)) {
    await planLetter(table, trigger.command('plan goodbye'), {
      scope: cohort.cohortId,
      kind: 'goodbye',
      to: { personId: participant.personId },
      subject: pairId ? { pairId } : {},
    });
  }
  await table.change(participants, participant, trigger.command('finish participant'), (current) => {
    const state = current && participantStates.next(current.state, 'finish');
    if (!current || !state || current.state === 'declined') return gone;
    const to = withoutTimer(current);
    return { to: { ...to, state } };
  });
}
