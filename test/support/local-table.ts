import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { startDynamoDb } from '../../infra/local/dynamodb/dynamodb.ts';
import { dynamoKeys } from '../../shared/keys/keys.dynamodb.ts';
import type { Trigger } from '../../shared/runtime/on-event.ts';
import type { SaidEvent } from '../../shared/table/commit.ts';
import { outboxPartitions } from '../../shared/table/keys.ts';
import { dynamoTable } from '../../shared/table/table.dynamodb.ts';
import { tokenTypeNames } from '../../shared/token/types.ts';
import { clientFor } from './dynamodb-endpoint.ts';

const key = (name: string) => ({ AttributeName: name, AttributeType: 'S' as const });

/** The real table on the local DynamoDB: for cores whose conditions are the point. */
export async function localTable() {
  const dynamoDb = startDynamoDb({ now: () => Date.now() });
  dynamoDb.createTable({
    TableName: 'table',
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    AttributeDefinitions: [key('pk'), key('sk')],
  });
  const { client, close } = await clientFor(dynamoDb);
  const secret = (pk: string, fill: number) =>
    client.send(
      new PutItemCommand({ TableName: 'table', Item: marshall({ pk, sk: '1', value: new Uint8Array(32).fill(fill) }) }),
    );
  await secret('pepper', 9);
  for (const type of tokenTypeNames) await secret(`token#${type}`, type.length);
  const table = dynamoTable(client, 'table');
  return {
    table,
    keys: dynamoKeys(client, 'table'),
    name: 'table',
    client,
    close,
    /** Every event in the outbox so far. */
    async said(): Promise<SaidEvent[]> {
      const events: SaidEvent[] = [];
      for (const pk of outboxPartitions) {
        for await (const row of table.rows(pk, '')) events.push(...(row.events as SaidEvent[]));
      }
      return events;
    },
  };
}
export type LocalTable = Awaited<ReturnType<typeof localTable>>;

/** What set a reaction in motion, with as much time left as the test gives. */
export const triggerAt = (at: string, remaining: () => number = () => 900_000): Trigger => ({
  at,
  correlationId: 'test',
  command: (name) => ({ name, by: 'test', at, why: 'test', correlationId: 'test' }),
  remaining,
});
