import { PairBlocked } from '../../events/pair-blocked.ts';
import type { PairUnblocked } from '../../events/pair-unblocked.ts';
import { askAgain, cancelAll } from '../../shared/check-in/of-pair.ts';
import { cohorts } from '../../shared/cohort/cohort.ts';
import { canEnd } from '../../shared/cohort/draft.ts';
import { planLetter } from '../../shared/letter/plan.ts';
import { forgetConsent } from '../../shared/pair/block.ts';
import { type Pair, pairs } from '../../shared/pair/pair.ts';
import { openPair } from '../../shared/pair/states.ts';
import { participants } from '../../shared/participant/participant.ts';
import { done, type Outcome } from '../../shared/runtime/logger.ts';
import type { EventOf, Trigger } from '../../shared/runtime/on-event.ts';
import { sessionStates, sessions } from '../../shared/session/session.ts';
import { unnumbered } from '../../shared/table/aggregate.ts';
import { keys, prefixOf } from '../../shared/table/keys.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';
import { openTask } from '../../shared/task/open.ts';
import { brokenTask } from '../../shared/task/rule-task.ts';
import { lettersOf } from './letters.ts';

interface Room {
  readonly table: Table;
  readonly trigger: Trigger;
}

/** A pair is stopped by HR's facts: nothing is asked or planned any more, and three people hear of it. Or it goes on. */
export async function react(
  event: EventOf<typeof PairBlocked | typeof PairUnblocked>,
  { table }: { readonly table: Table },
  trigger: Trigger,
): Promise<Outcome> {
  const { cohortId, pairId } = event;
  const room = { table, trigger };
  const pair = await table.get(pairs, { cohortId, pairId });
  if (!pair) return done('gone', { pairId });
  if (event.detailType !== PairBlocked.detailType) return goOn(pair, room);
  if (pair.state !== 'blocked' || pair.blocked?.times !== event.times) return done('overtaken', { pairId });
  await cancelAll(table, trigger.command('cancel check-in'), pair);
  await cancelSessions(pair, room);
  for (const letter of lettersOf(pair)) await planLetter(table, trigger.command('tell about the block'), letter);
  await openTask(table, trigger.command, brokenTask(pair, trigger.at));
  // Last of all: until here it says who was asked, and so who is to be told.
  await table.change(pairs, pair, trigger.command('forget consent'), (current) =>
    current ? forgetConsent(current) : { refused: 'gone' },
  );
  return done('stopped', { pairId });
}

async function cancelSessions(pair: Pair, { table, trigger }: Room): Promise<void> {
  const { pk } = keys.pair(pair);
  for await (const session of table.list(sessions, [pk], `${prefixOf.session}${pair.pairId}.`)) {
    if (session.state !== 'planned') continue;
    await table.change(sessions, session, trigger.command('cancel session'), (current) => {
      const state = current && sessionStates.next(current.state, 'cancel');
      return current && state ? { to: { ...unnumbered(current), state } } : { refused: 'gone' };
    });
  }
}

async function goOn(pair: Pair, { table, trigger }: Room): Promise<Outcome> {
  const { cohortId, pairId } = pair;
  const cohort = await table.get(cohorts, { cohortId });
  if (!cohort || !canEnd(cohort.state) || !openPair(pair)) return done('not applicable', { pairId });
  const sides = await table.getMany(
    participants,
    [pair.junior, pair.senior].map((personId) => ({ cohortId, personId })),
  );
  await askAgain(table, trigger.command('plan monthly check-in'), { pair, cohort, sides });
  return done('goes on', { pairId });
}
