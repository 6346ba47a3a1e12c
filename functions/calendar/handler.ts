import { oneTimeSchedules } from '../../shared/moment/schedules.scheduler.ts';
import { eventBridgeBus } from '../../shared/outbox/bus.eventbridge.ts';
import { onStream } from '../../shared/runtime/on-stream.ts';
import { environment } from './environment.ts';
import { keep } from './keep.ts';

export const handler = onStream(
  environment,
  (env) => ({
    schedules: oneTimeSchedules({ group: env.SCHEDULE_GROUP, roleArn: env.SCHEDULE_ROLE_ARN, busArn: env.BUS_ARN }),
    bus: eventBridgeBus(env.BUS),
  }),
  keep,
);
