import { lambdaInvoker } from '../../shared/parked/invoke.lambda.ts';
import { parkedQueue } from '../../shared/parked/queue.sqs.ts';
import { logger } from '../../shared/runtime/logger.ts';
import { onSchedule } from '../../shared/runtime/on-schedule.ts';
import { openTable } from '../../shared/runtime/open.dynamodb.ts';
import { environment } from './environment.ts';
import { redrive } from './redrive.ts';

export const handler = onSchedule(
  environment,
  (env) => ({
    table: openTable(env.TABLE),
    queue: parkedQueue(env.PARKED_QUEUE_URL),
    invoker: lambdaInvoker(env.QUALIFIER),
    consumerOf: (queueArn: string) =>
      queueArn === env.REPLIES_QUEUE_ARN ? env.REPLIES_FUNCTION : env.LETTERS_FUNCTION,
    warn: (what: { function: string; eventId: string; error: string }) =>
      logger.error('waits for a person', { ...what }),
  }),
  redrive,
);
