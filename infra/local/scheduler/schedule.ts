import type { Timing } from './expression.ts';
import type { ScheduleRequest, Target } from './request.ts';

/** A schedule as it stands. */
export interface Schedule {
  arn: string;
  request: ScheduleRequest;
  timing: Timing;
  /** Nothing fires at or before this moment: it is that of the last change. */
  since: number;
  createdAt: number;
}

/** One firing of one schedule. */
export interface Occurrence {
  at: number;
  name: string;
  group: string;
  arn: string;
  groupArn: string;
  target: Target;
  oneTime: boolean;
}

/** The first firing after a moment, within the schedule's own bounds. */
export function nextOf({ request, timing, since }: Schedule, after: number): number | undefined {
  if (request.State === 'DISABLED') return undefined;
  // Dates bound recurring schedules only; AWS ignores them on one-time schedules.
  const from = Math.max(after, since, timing.oneTime ? since : (request.StartDate ?? since + 1) - 1);
  const at = timing.next(from);
  return at === undefined || (!timing.oneTime && at > (request.EndDate ?? at)) ? undefined : at;
}

/** What GetSchedule answers; moments are seconds on the wire. */
export function describe({ arn, request, since, createdAt }: Schedule): Record<string, unknown> {
  const { ClientToken: _, StartDate, EndDate, ...rest } = request;
  const seconds = (name: string, ms: number | undefined) => (ms === undefined ? {} : { [name]: ms / 1000 });
  return {
    Arn: arn,
    ...rest,
    ...seconds('StartDate', StartDate),
    ...seconds('EndDate', EndDate),
    ...seconds('CreationDate', createdAt),
    ...seconds('LastModificationDate', since),
  };
}
