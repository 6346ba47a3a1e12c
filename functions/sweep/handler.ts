import { eventBridgeBus } from '../../shared/outbox/bus.eventbridge.ts';
import { dynamoOutbox } from '../../shared/outbox/outbox.dynamodb.ts';
import { onSchedule } from '../../shared/runtime/on-schedule.ts';
import { dynamoDb, openTable } from '../../shared/runtime/open.dynamodb.ts';
import { backOff } from '../../shared/runtime/pause.ts';
import { environment } from './environment.ts';
import { sweep } from './sweep.ts';

export const handler = onSchedule(
  environment,
  (env) => ({
    table: openTable(env.TABLE),
    bus: eventBridgeBus(env.BUS),
    outbox: dynamoOutbox(env.TABLE, dynamoDb()),
    rest: (attempt: number) => backOff(attempt + 5, { most: 1_000 }),
  }),
  sweep,
);
