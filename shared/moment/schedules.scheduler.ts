import { ConflictException, CreateScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { source } from '../../events/define.ts';
import { type Moment, momentDue } from './moment.ts';

export interface ScheduleSetting {
  readonly group: string;
  readonly roleArn: string;
  readonly busArn: string;
}

/** One-time schedules that ring a moment. The same moment has one name: a second one is there already. */
export function oneTimeSchedules(
  { group, roleArn, busArn }: ScheduleSetting,
  client = new SchedulerClient({ maxAttempts: 8 }),
) {
  return {
    async ring(moment: Moment): Promise<'created' | 'known'> {
      const { detailType, detail } = momentDue(moment, moment.minute);
      try {
        await client.send(
          new CreateScheduleCommand({
            GroupName: group,
            Name: `${moment.scope}-${moment.minute.replaceAll(/\D/g, '').slice(0, 12)}`,
            ScheduleExpression: `at(${moment.minute.slice(0, 19)})`,
            ScheduleExpressionTimezone: 'UTC',
            FlexibleTimeWindow: { Mode: 'OFF' },
            ActionAfterCompletion: 'DELETE',
            Target: {
              Arn: busArn,
              RoleArn: roleArn,
              Input: JSON.stringify(detail),
              EventBridgeParameters: { Source: source, DetailType: detailType },
            },
          }),
        );
        return 'created';
      } catch (error) {
        if (error instanceof ConflictException) return 'known';
        throw error;
      }
    },
  };
}
export type Schedules = ReturnType<typeof oneTimeSchedules>;
