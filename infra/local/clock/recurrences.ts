import { z } from 'zod';
import type { Account } from '../account.ts';
import type { Machinery } from '../machinery.ts';
import { compileExpression } from '../scheduler/expression.ts';
import { parse, scheduleRequest } from '../scheduler/request.ts';
import type { Probe } from './probes.ts';
import type { Recurrence } from './recurring.ts';

const Target = z.object({ Target: z.object({ Arn: z.string() }) });

/** The recurring schedules of the template, each with the probe of the function that it runs. */
export function recurrencesOf(
  account: Account,
  { clock }: Machinery,
  probes: Readonly<Record<string, Probe>>,
): Recurrence[] {
  return account.assembly.resources
    .filter(({ type }) => type === 'AWS::Scheduler::Schedule')
    .flatMap(({ properties, physicalId: name, arn = '' }): Recurrence[] => {
      const request = parse(scheduleRequest, { ...properties, Name: name });
      const timing = compileExpression(request.ScheduleExpression, request.ScheduleExpressionTimezone, 0);
      if (timing.oneTime || request.State === 'DISABLED') return [];
      const { Arn } = Target.parse(properties).Target;
      const never = Number.POSITIVE_INFINITY;
      const { group, groupArn } = groupOf(arn);
      return [
        {
          name,
          nextAfter: (time) => timing.next(time) ?? never,
          workFrom: workFrom(account, Arn, clock.now, probes),
          ring: () =>
            account.ring({ at: clock.now(), name, group, arn, groupArn, target: request.Target, oneTime: false }),
        },
      ];
    });
}

/** `…:schedule/<group>/<name>` lies in `…:schedule-group/<group>`. */
function groupOf(scheduleArn: string) {
  const [, prefix = '', group = ''] = /^(.+):schedule\/([^/]+)\//.exec(scheduleArn) ?? [];
  return { group, groupArn: `${prefix}:schedule-group/${group}` };
}

function workFrom(account: Account, targetArn: string, now: () => number, probes: Readonly<Record<string, Probe>>) {
  const fn = account.catalogue.all.find(({ arn }) => arn === targetArn);
  const probe = fn && probes[fn.name];
  if (!probe) return undefined;
  const watch = probe.workFrom && account.watch(probe.workFrom);
  const url = probe.queue === undefined ? undefined : fn.environment[probe.queue];
  return () => {
    const queued = url === undefined ? undefined : account.queues().find(url).nextVisibleAt(now());
    const moments = [watch?.earliest(), queued].filter((at) => at !== undefined);
    return moments.length === 0 ? undefined : Math.min(...moments);
  };
}
