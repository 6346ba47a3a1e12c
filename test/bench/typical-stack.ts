import { Logger } from '@aws-lambda-powertools/logger';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SESClient } from '@aws-sdk/client-ses';
import middy from '@middy/core';
import { z } from 'zod';

/**
 * What a function costs when nobody looks: the usual imports, the usual bundler settings. Every figure of the bench is
 * a ratio to this file. It reads one item and answers it.
 */
const Environment = z.object({ TABLE: z.string() });
const Item = z.object({ pk: z.string(), sk: z.string() });
const { TABLE } = Environment.parse(process.env);

const logger = new Logger();
const dynamodb = new DynamoDBClient({});
export const clients = [dynamodb, new EventBridgeClient({}), new SESClient({})];

export const handler = middy().handler(async () => {
  const { Item: found } = await dynamodb.send(
    new GetItemCommand({ TableName: TABLE, Key: { pk: { S: 'cohorts' }, sk: { S: 'cohort' } } }),
  );
  const item = Item.safeParse({ pk: found?.pk?.S, sk: found?.sk?.S });
  logger.info('read', { found: item.success });
  return { statusCode: item.success ? 200 : 404 };
});
