import type { PutEntry, PutResult } from '../bus/bus.ts';
import type { Permissions } from '../http/permissions.ts';
import type { FunctionResource } from '../lambda/resources.ts';
import type { Occurrence } from '../scheduler/schedules.ts';

export interface RingNeeds {
  accountId: string;
  permissions: Permissions;
  find(nameOrArn: string): FunctionResource;
  invokeLater(fn: FunctionResource, payload: string): void;
  put(entries: PutEntry[]): PutResult[];
  /** How often, and how late, this schedule fires; other than once and at once is an injected fault. */
  firing(occurrence: Occurrence): { copies: number; lateMinutes: number };
  later(milliseconds: number, label: string, run: () => Promise<void>): void;
  newId(): string;
  onProblem(sentence: string): void;
}

/** What the Scheduler does when a schedule fires: takes the schedule's role, if the role lets it, and uses the role's own permissions. */
export function ringer(needs: RingNeeds): (occurrence: Occurrence) => Promise<void> {
  const { permissions, accountId } = needs;

  const deliver = ({ arn, target, groupArn, at }: Occurrence) => {
    const trusted = permissions.allowed({
      principal: { service: 'scheduler.amazonaws.com', sourceArn: groupArn },
      action: 'sts:AssumeRole',
      resource: target.RoleArn,
      context: { 'aws:SourceArn': groupArn, 'aws:SourceAccount': accountId },
    });
    if (!trusted) return;
    const input = filled(target.Input ?? '{}', arn, at, needs.newId());
    const may = (action: string, context: Record<string, string>) =>
      permissions.allowed({ principal: { role: target.RoleArn }, action, resource: target.Arn, context });
    if (target.EventBridgeParameters) {
      const { DetailType, Source } = target.EventBridgeParameters;
      if (!may('events:PutEvents', { 'events:source': Source, 'events:detail-type': DetailType })) return;
      const [result] = needs.put([{ Source, DetailType, Detail: input, EventBusName: target.Arn, Resources: [arn] }]);
      if (result && 'ErrorCode' in result)
        needs.onProblem(`The schedule ${arn} puts a bad event: ${result.ErrorMessage}`);
    } else if (target.Arn.split(':')[2] === 'lambda') {
      if (may('lambda:InvokeFunction', { 'lambda:FunctionArn': target.Arn }))
        needs.invokeLater(needs.find(target.Arn), input);
    } else {
      needs.onProblem(`The local stage does not know how a schedule delivers to ${target.Arn}`);
    }
  };

  return async (occurrence) => {
    const { copies, lateMinutes } = needs.firing(occurrence);
    const fire = async () => {
      for (let copy = 0; copy < copies; copy++) deliver(occurrence);
    };
    if (lateMinutes > 0) needs.later(lateMinutes * 60_000, `schedule ${occurrence.name}, late`, fire);
    else await fire();
  };
}

/** The Scheduler's own placeholders in an input. */
const filled = (input: string, arn: string, at: number, id: string) =>
  input
    .replaceAll('<aws.scheduler.schedule-arn>', arn)
    .replaceAll('<aws.scheduler.scheduled-time>', `${new Date(at).toISOString().slice(0, 19)}Z`)
    .replaceAll('<aws.scheduler.execution-id>', id)
    .replaceAll('<aws.scheduler.attempt-number>', '1');
