import middy from '@middy/core';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { readEnvironment } from './environment.ts';
import { logger } from './logger.ts';
import { type Trigger, triggerOf } from './on-event.ts';

export interface Message {
  readonly messageId: string;
  readonly body: string;
}

/** Not one message of a batch could be dealt with: rather the consumer is broken than each of them. */
class NothingDone extends Error {
  override readonly name = 'NothingDone';
}

/**
 * The handler of a queue's consumer. `work` answers the ids of the messages that must come again. If all must, the run
 * itself fails: for the queue that is the same, but only what fails is counted by Lambda, and an alarm rings on it.
 */
export function onQueue<Env, Needs>(
  environment: z.ZodMiniType<Env>,
  wire: (env: Env) => Needs,
  work: (messages: readonly Message[], needs: Needs, trigger: Trigger) => Promise<readonly string[]>,
) {
  const needs = wire(readEnvironment(environment));
  return middy<SQSEvent, SQSBatchResponse, Error, Context>().handler(async (event, context) => {
    const trigger = triggerOf(context, context.awsRequestId, 'queue');
    logger.resetKeys();
    logger.appendKeys({ correlationId: trigger.correlationId });
    const failed = await work(event.Records, needs, trigger);
    for (const record of event.Records) {
      const said = carried(record.body);
      if (said) logger.info(failed.includes(record.messageId) ? 'message comes again' : 'message done', said);
    }
    logger.info('queue', { messages: event.Records.length, failed: failed.length });
    if (failed.length > 0 && failed.length === event.Records.length)
      throw new NothingDone(`none of ${failed.length} messages`);
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  });
}

const Body = z.object({
  'detail-type': z.string(),
  detail: z.looseObject({ correlationId: z.string(), eventId: z.string() }),
});

/** What a message carries of the road that it is a part of: a batch has messages of many roads. */
function carried(body: string): Record<string, unknown> | undefined {
  try {
    const { 'detail-type': event, detail } = Body.parse(JSON.parse(body));
    const { correlationId, eventId, letterId } = detail;
    return { event, eventId, correlationId, letterId };
  } catch {
    return undefined;
  }
}
