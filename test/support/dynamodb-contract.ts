import { randomUUID } from 'node:crypto';
import {
  type AttributeValue,
  CreateTableCommand,
  DeleteTableCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  type PutItemCommandInput,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  type UpdateItemCommandInput,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { startDynamoDb } from '../../infra/local/dynamodb/dynamodb.ts';
import { clientAt, clientFor } from './dynamodb-endpoint.ts';

export type Item = Record<string, AttributeValue>;

export const absent = { ConditionExpression: 'attribute_not_exists(pk)' };
export const withOld = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;

const propertiesOf = (table: string) => ({
  TableName: table,
  BillingMode: 'PAY_PER_REQUEST' as const,
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' as const },
    { AttributeName: 'sk', KeyType: 'RANGE' as const },
  ],
  AttributeDefinitions: ['pk', 'sk', 'dueAt'].map((name) => ({ AttributeName: name, AttributeType: 'S' as const })),
  GlobalSecondaryIndexes: [
    {
      IndexName: 'due',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' as const },
        { AttributeName: 'dueAt', KeyType: 'RANGE' as const },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' as const },
    },
  ],
});

const local = {
  name: 'the local DynamoDB',
  async open(table: string) {
    const dynamoDb = startDynamoDb({ now: () => Date.now() });
    dynamoDb.createTable(propertiesOf(table));
    return clientFor(dynamoDb);
  },
};

const given = (endpoint: string) => ({
  name: `the DynamoDB at ${endpoint}`,
  async open(table: string) {
    const client = clientAt(endpoint);
    await client.send(new CreateTableCommand(propertiesOf(table)));
    await waitUntilTableExists({ client, maxWaitTime: 60 }, { TableName: table });
    return { client, close: async () => void (await client.send(new DeleteTableCommand({ TableName: table }))) };
  },
});

const endpoint = process.env.DYNAMODB_ENDPOINT;

/** Tells the same tests of the local DynamoDB and, where `DYNAMODB_ENDPOINT` names one, of a real one: a table for a file. */
export function onEachDynamoDb(tests: (at: ReturnType<typeof tableOf>['at']) => void): void {
  describe.each(endpoint ? [local, given(endpoint)] : [local])('$name', ({ name, open }) => {
    const { at, opened, nextTest } = tableOf(name === local.name);
    let close: () => Promise<void>;
    beforeAll(async () => {
      const made = await open(at.table);
      opened(made.client);
      close = made.close;
    });
    afterAll(() => close());
    beforeEach(nextTest);
    tests(at);
  });
}

/** A partition of its own for each test, and the calls that most tests make. */
function tableOf(isLocal: boolean) {
  const table = `contract-${randomUUID()}`;
  let client: DynamoDBClient | undefined;
  let count = 0;
  const opened = () => {
    if (!client) throw new Error('the table is opened before the first test');
    return client;
  };
  const key = (sk: string): Item => ({ pk: { S: `test#${count}` }, sk: { S: sk } });
  return {
    at: {
      local: isLocal,
      table,
      get client() {
        return opened();
      },
      get pk() {
        return { S: `test#${count}` };
      },
      key,
      put: (sk: string, rest: Item = {}, more: Partial<PutItemCommandInput> = {}) =>
        opened().send(new PutItemCommand({ TableName: table, Item: { ...key(sk), ...rest }, ...more })),
      get: async (sk: string) =>
        (await opened().send(new GetItemCommand({ TableName: table, Key: key(sk), ConsistentRead: true }))).Item,
      update: (sk: string, more: Partial<UpdateItemCommandInput>) =>
        opened().send(new UpdateItemCommand({ TableName: table, Key: key(sk), ...more })),
      transact: (...TransactItems: TransactWriteItem[]) =>
        opened().send(new TransactWriteItemsCommand({ TransactItems })),
    },
    opened: (made: DynamoDBClient) => {
      client = made;
    },
    nextTest: () => {
      count += 1;
    },
  };
}
