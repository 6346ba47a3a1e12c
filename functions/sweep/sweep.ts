import type { Scope } from '../../events/ids.ts';
import { cohorts } from '../../shared/cohort/cohort.ts';
import { momentDue } from '../../shared/moment/moment.ts';
import type { Bus } from '../../shared/outbox/bus.eventbridge.ts';
import type { Outbox } from '../../shared/outbox/outbox.dynamodb.ts';
import { publish } from '../../shared/outbox/publish.ts';
import { done, type Outcome } from '../../shared/runtime/logger.ts';
import type { Trigger } from '../../shared/runtime/on-event.ts';
import { outboxPartitions, partitionsOf, prefixOf } from '../../shared/table/keys.ts';
import { sideBySide } from '../../shared/table/side-by-side.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';
import { minutesAfter, wholeMinute } from '../../shared/time/minute.ts';

export interface Needs {
  readonly table: Table;
  readonly bus: Bus;
  readonly outbox: Outbox;
  readonly rest: (attempt: number) => Promise<void>;
}

/** Younger rows are the relay's; younger timers are the schedules'. */
const graceMinutes = 1;
/** A commit that nobody heard of for so long is a fault, and the sweep fails aloud. */
const faultMinutes = 10;
/** What was rung again and again for so long, and is due all the same, nobody opens: check-ins that are not sent. */
const overdueMinutes = 20;

/** So much time is kept for the timers; what is left in the outbox is there in five minutes too. */
const spareMilliseconds = 60_000;

/** Finds what the relay and the schedules lost: unpublished commits and timers that nobody rang. */
export async function sweep({ table, bus, outbox, rest }: Needs, { at, remaining }: Trigger): Promise<Outcome> {
  const old = minutesAfter(at, -graceMinutes);
  const fault = minutesAfter(at, -faultMinutes);
  let published = 0;
  let left = 0;
  for await (const row of sideBySide(outboxPartitions.map((pk) => table.rows(pk, '0', old)))) {
    if (remaining() < spareMilliseconds) break;
    // A row that the bus refuses whole must not keep the others from going out, nor the timers from ringing.
    const outcome = await publish(row, { bus, outbox, rest }).catch(() => 'left' as const);
    if (outcome === 'published') published++;
    else if (row.sk < fault) left++;
  }
  let rung = 0;
  const troubles = left > 0 ? [`${left} commits could not be published for ${faultMinutes} minutes`] : [];
  for (const scope of await scopes(table)) {
    const { any, overdue } = await dueIn(table, scope, { until: old, overdueAt: minutesAfter(at, -overdueMinutes) });
    if (!any) continue;
    const refused = await bus.put([momentDue({ scope, minute: wholeMinute(at) }, at)]);
    if (refused.length > 0) throw new Error(`the bus refused the moment of ${scope}`);
    rung++;
    if (overdue.length > 0) troubles.push(told(scope, overdue));
  }
  // Last of all, when everything that can be published and rung is: the alarm on its errors is for a person.
  if (troubles.length > 0) throw new Error(troubles.join('; '));
  return done('swept', { published, rung });
}

async function scopes(table: Table): Promise<Scope[]> {
  const found: Scope[] = ['stage', 'help'];
  for await (const { cohortId } of table.list(cohorts, ['cohorts'], prefixOf.cohort)) found.push(cohortId);
  return found;
}

interface Due {
  /** `check-in` */
  readonly noun: string;
  readonly dueAt: string;
}

/** Whether anything is due in a scope, and what of it for so long that it is a fault. */
async function dueIn(table: Table, scope: Scope, { until, overdueAt }: { until: string; overdueAt: string }) {
  const parts = await Promise.all(
    partitionsOf(scope).map(async (pk) => {
      const overdue: Due[] = [];
      for await (const { sk, dueAt } of table.due(pk, until)) {
        if (dueAt >= overdueAt) return { any: true, overdue };
        overdue.push({ noun: sk.split('#')[0] ?? sk, dueAt });
      }
      return { any: overdue.length > 0, overdue };
    }),
  );
  return { any: parts.some(({ any }) => any), overdue: parts.flatMap(({ overdue }) => overdue) };
}

/** Pure: what was due, by kind, and since when. */
function told(scope: Scope, overdue: readonly Due[]): string {
  const kinds = Map.groupBy(overdue, ({ noun }) => noun);
  const counts = [...kinds].map(([noun, those]) => `${those.length} × ${noun}`).sort();
  const since = overdue.reduce((first, { dueAt }) => (dueAt < first ? dueAt : first), overdue[0]?.dueAt ?? '');
  return `${scope}: ${counts.join(', ')} due since ${since}, and not opened`;
}
