import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import middy from '@middy/core';
import type { Context, DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import type * as z from 'zod/mini';
import { readEnvironment } from './environment.ts';
import { logger } from './logger.ts';
import { type Trigger, triggerOf } from './on-event.ts';

export interface StreamRecord {
  readonly sequenceNumber: string;
  readonly before: Record<string, unknown> | undefined;
  readonly after: Record<string, unknown> | undefined;
}

/**
 * The handler of a consumer of the table's stream. `work` answers the sequence numbers of the records that must come
 * again; Lambda then retries from the first of them.
 */
export function onStream<Env, Needs>(
  environment: z.ZodMiniType<Env>,
  wire: (env: Env) => Needs,
  work: (records: readonly StreamRecord[], needs: Needs, trigger: Trigger) => Promise<readonly string[]>,
) {
  const needs = wire(readEnvironment(environment));
  return middy<DynamoDBStreamEvent, DynamoDBBatchResponse, Error, Context>().handler(async (event, context) => {
    const records = event.Records.map(({ dynamodb }) => ({
      sequenceNumber: dynamodb?.SequenceNumber ?? '',
      before: image(dynamodb?.OldImage),
      after: image(dynamodb?.NewImage),
    }));
    const trigger = triggerOf(context, context.awsRequestId, 'stream');
    logger.resetKeys();
    logger.appendKeys({ correlationId: trigger.correlationId });
    const failed = await work(records, needs, trigger);
    logger.info('stream', { records: records.length, failed: failed.length });
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  });
}

const image = (attributes: unknown): Record<string, unknown> | undefined =>
  attributes ? unmarshall(attributes as Record<string, AttributeValue>) : undefined;
