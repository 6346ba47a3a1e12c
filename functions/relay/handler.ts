import { eventBridgeBus } from '../../shared/outbox/bus.eventbridge.ts';
import { dynamoOutbox } from '../../shared/outbox/outbox.dynamodb.ts';
import { logger } from '../../shared/runtime/logger.ts';
import { onStream } from '../../shared/runtime/on-stream.ts';
import { dynamoDb } from '../../shared/runtime/open.dynamodb.ts';
import { backOff } from '../../shared/runtime/pause.ts';
import { environment } from './environment.ts';
import { relay } from './relay.ts';

export const handler = onStream(
  environment,
  (env) => ({
    bus: eventBridgeBus(env.BUS),
    outbox: dynamoOutbox(env.TABLE, dynamoDb()),
    rest: (attempt: number) => backOff(attempt + 5, { most: 1_000 }),
    say: (outcome: { outcome: string }) => logger.warn(outcome.outcome, outcome),
  }),
  relay,
);
