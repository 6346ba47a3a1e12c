import type { Instant } from '../../events/define.ts';
import { distinct, type Moment, momentDue, momentOf } from '../../shared/moment/moment.ts';
import type { Schedules } from '../../shared/moment/schedules.scheduler.ts';
import type { Bus } from '../../shared/outbox/bus.eventbridge.ts';
import type { Trigger } from '../../shared/runtime/on-event.ts';
import type { StreamRecord } from '../../shared/runtime/on-stream.ts';
import { scopeOf } from '../../shared/table/keys.ts';

export interface Needs {
  readonly schedules: Schedules;
  readonly bus: Bus;
}

/** A schedule for a minute that is nearer than this may come too late to be made. */
const nearMilliseconds = 2 * 60_000;

/** The moments that a batch of changes made new: each distinct (scope, minute) once. */
export function momentsOf(records: readonly StreamRecord[]): Moment[] {
  return distinct(
    records.flatMap(({ before, after }) => {
      const scope = typeof after?.pk === 'string' ? scopeOf(after.pk) : undefined;
      const dueAt = after?.dueAt;
      return scope && typeof dueAt === 'string' && dueAt !== before?.dueAt ? [momentOf(scope, dueAt)] : [];
    }),
  );
}

export const isNear = ({ minute }: Moment, at: Instant): boolean =>
  Date.parse(minute) - Date.parse(at) < nearMilliseconds;

/** Schedules each moment, or says it at once where it is near. What fails comes again with the batch; the sweep is behind. */
export async function keep(
  records: readonly StreamRecord[],
  { schedules, bus }: Needs,
  { at }: Trigger,
): Promise<readonly string[]> {
  const moments = momentsOf(records);
  const near = moments.filter((moment) => isNear(moment, at));
  const refused = await bus.put(near.map((moment) => momentDue(moment, at)));
  if (refused.length > 0) throw new Error(`the bus refused ${refused.length} moments`);
  for (const moment of moments) if (!near.includes(moment)) await schedules.ring(moment);
  return [];
}
