import type { HrFactsChanged } from '../../events/hr-facts-changed.ts';
import { cohorts } from '../../shared/cohort/cohort.ts';
import { canEnd } from '../../shared/cohort/draft.ts';
import { pairs } from '../../shared/pair/pair.ts';
import { finish, goOn, rechecks, take, waitOn } from '../../shared/pair/recheck-round.ts';
import { done, type Outcome } from '../../shared/runtime/logger.ts';
import type { EventOf, Trigger } from '../../shared/runtime/on-event.ts';
import { fanOut } from '../../shared/table/fan-out.ts';
import { partitionsOf, prefixOf } from '../../shared/table/keys.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';
import { checker } from './check.ts';
import { readHouse, stillComing } from './facts.ts';

/** Checks every pair of a cohort against HR's facts as they are now, once all lines of the file have come through. */
export async function react(
  { cohortId, round, cursor }: EventOf<typeof HrFactsChanged>,
  { table }: { readonly table: Table },
  trigger: Trigger,
): Promise<Outcome> {
  const [cohort, recheck] = [await table.get(cohorts, { cohortId }), await table.get(rechecks, { cohortId })];
  if (!cohort || !canEnd(cohort.state)) return done('not applicable', { cohortId });
  if (recheck?.round !== round) return done('overtaken', { cohortId, round });
  if (recheck.state === 'done') return done('checked already', { cohortId, round });
  if (cursor === undefined) {
    if (recheck.state === 'wanted' && (await stillComing(table, recheck, trigger.at))) {
      await table.change(rechecks, { cohortId }, trigger.command('wait for lines'), (current) =>
        waitOn(current, round, trigger.at),
      );
      return done('lines are still coming', { cohortId, round });
    }
    // Taken before the facts are read: whatever changes from here on wants another round.
    const taken = await table.change(rechecks, { cohortId }, trigger.command('begin re-check'), (current) =>
      take(current, round),
    );
    if (!taken.ok) return done(taken.refused, { cohortId, round });
  }
  const check = checker(table, trigger, { cohort, round, house: await readHouse(table, cohortId) });
  const partitions = partitionsOf(cohortId);
  const went = await fanOut(
    table,
    { noun: pairs, partitions, prefix: prefixOf.pair, cursor },
    trigger.remaining,
    check.pair,
  );
  const next = went.cursor;
  const ended = await table.change(
    rechecks,
    { cohortId },
    trigger.command(next ? 'carry on re-check' : 'end re-check'),
    (current) => (next ? goOn(current, round, next) : finish(current, round)),
  );
  return done(ended.ok ? (next ? 're-check goes on' : 'checked') : ended.refused, { cohortId, round, ...check.counts });
}
