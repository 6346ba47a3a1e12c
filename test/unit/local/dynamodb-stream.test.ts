import type { DynamoDBRecord } from 'aws-lambda';
import { beforeEach, describe, expect, it } from 'vitest';
import { type DynamoDb, startDynamoDb } from '../../../infra/local/dynamodb/dynamodb.ts';

const TableName = 'aggregates';
const properties = {
  TableName,
  BillingMode: 'PAY_PER_REQUEST',
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'S' },
  ],
  StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
  TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
};

const noon = Date.parse('2026-03-02T12:00:00.000Z');

describe('the stream of the local DynamoDB', () => {
  let now: number;
  let calls: { table: string; records: DynamoDBRecord[] }[];
  let dynamoDb: DynamoDb;

  beforeEach(() => {
    now = noon;
    calls = [];
    dynamoDb = startDynamoDb({ now: () => now, onStreamRecords: (table, records) => calls.push({ table, records }) });
    dynamoDb.createTable(properties);
  });

  const key = (sk: string) => ({ pk: { S: 'p' }, sk: { S: sk } });
  const ask = (operation: string, body: object) => dynamoDb.handle(operation, { TableName, ...body });
  const names = () =>
    calls.flatMap((call) => call.records).map((record) => [record.eventName, record.dynamodb?.Keys?.sk?.S]);

  it('tells of a put, an update and a delete in the shape that Lambda gets', async () => {
    await ask('PutItem', { Item: { ...key('a'), n: { N: '1' } } });
    await ask('UpdateItem', {
      Key: key('a'),
      UpdateExpression: 'SET n = n + :one',
      ExpressionAttributeValues: { ':one': { N: '1' } },
    });
    await ask('DeleteItem', { Key: key('a') });
    expect(calls.flatMap((call) => call.records)).toMatchObject([
      {
        eventID: expect.stringMatching(/^[0-9a-f]{32}$/),
        eventName: 'INSERT',
        eventVersion: '1.1',
        eventSource: 'aws:dynamodb',
        awsRegion: 'eu-central-1',
        eventSourceARN: expect.stringContaining(':table/aggregates/stream/'),
        dynamodb: {
          ApproximateCreationDateTime: noon / 1000,
          Keys: key('a'),
          NewImage: { ...key('a'), n: { N: '1' } },
          StreamViewType: 'NEW_AND_OLD_IMAGES',
        },
      },
      { eventName: 'MODIFY', dynamodb: { OldImage: { n: { N: '1' } }, NewImage: { n: { N: '2' } } } },
      { eventName: 'REMOVE', dynamodb: { OldImage: { n: { N: '2' } } } },
    ]);
    expect(calls[2]?.records[0]?.dynamodb).not.toHaveProperty('NewImage');
    expect(calls[0]?.records[0]?.dynamodb).not.toHaveProperty('OldImage');
  });

  it('numbers the records in commit order', async () => {
    for (let n = 0; n < 12; n += 1) await ask('PutItem', { Item: key(`${n}`) });
    const numbers = calls.map((call) => call.records[0]?.dynamodb?.SequenceNumber ?? '');
    expect(new Set(numbers).size).toBe(12);
    expect(numbers.toSorted()).toEqual(numbers);
  });

  it('says nothing when nothing changed', async () => {
    const item = { ...key('a'), tags: { SS: ['x', 'y'] }, map: { M: { a: { S: '1' }, b: { S: '2' } } } };
    await ask('PutItem', { Item: item });
    await ask('PutItem', {
      Item: { map: { M: { b: { S: '2' }, a: { S: '1' } } }, tags: { SS: ['y', 'x'] }, ...key('a') },
    });
    await ask('UpdateItem', { Key: key('a'), UpdateExpression: 'REMOVE missing' });
    await ask('DeleteItem', { Key: key('never there') });
    await ask('PutItem', { Item: key('a'), ConditionExpression: 'attribute_not_exists(pk)' });
    expect(names()).toEqual([['INSERT', 'a']]);
  });

  it('tells of a batch and of a transaction at once, in their order', async () => {
    await dynamoDb.handle('BatchWriteItem', {
      RequestItems: { [TableName]: [{ PutRequest: { Item: key('b') } }, { PutRequest: { Item: key('a') } }] },
    });
    await dynamoDb.handle('TransactWriteItems', {
      TransactItems: [
        { Delete: { TableName, Key: key('b') } },
        { ConditionCheck: { TableName, Key: key('a'), ConditionExpression: 'attribute_exists(pk)' } },
        { Put: { TableName, Item: key('c') } },
      ],
    });
    expect(calls.map((call) => call.records.length)).toEqual([2, 2]);
    expect(names()).toEqual([
      ['INSERT', 'b'],
      ['INSERT', 'a'],
      ['REMOVE', 'b'],
      ['INSERT', 'c'],
    ]);
  });

  it('says nothing of a cancelled transaction', async () => {
    const { status } = await dynamoDb.handle('TransactWriteItems', {
      TransactItems: [
        { Put: { TableName, Item: key('a') } },
        { Update: { TableName, Key: key('b'), UpdateExpression: 'SET n = missing' } },
      ],
    });
    expect(status).toBe(400);
    expect(calls).toEqual([]);
    expect((await ask('GetItem', { Key: key('a') })).body).toEqual({});
  });

  it('deletes expired items only when the sweep comes, and says who did it', async () => {
    const item = { ...key('a'), expiresAt: { N: String(noon / 1000 + 60) } };
    await ask('PutItem', { Item: item });
    await ask('PutItem', { Item: { ...key('kept'), expiresAt: { S: 'never' } } });
    expect(dynamoDb.expire()).toBe(0);
    now += 61_000;
    expect((await ask('GetItem', { Key: key('a') })).body).toEqual({ Item: item });
    expect(dynamoDb.expire()).toBe(1);
    expect((await ask('GetItem', { Key: key('a') })).body).toEqual({});
    expect(calls.at(-1)?.records).toMatchObject([
      {
        eventName: 'REMOVE',
        dynamodb: { OldImage: item },
        userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' },
      },
    ]);
    expect(dynamoDb.expire()).toBe(0);
  });

  it('does not expire an item whose time was moved or taken away', async () => {
    await ask('PutItem', { Item: { ...key('a'), expiresAt: { N: '1772452860' } } });
    await ask('UpdateItem', { Key: key('a'), UpdateExpression: 'REMOVE expiresAt' });
    expect(dynamoDb.expire(noon + 86_400_000)).toBe(0);
  });

  it('forgets the data and keeps the tables at a reset', async () => {
    await ask('PutItem', { Item: key('a') });
    const first = calls.at(-1)?.records[0]?.dynamodb?.SequenceNumber;
    dynamoDb.reset();
    expect((await ask('Scan', {})).body).toMatchObject({ Count: 0 });
    await ask('PutItem', { Item: key('a') });
    expect(calls.at(-1)?.records[0]).toMatchObject({ eventName: 'INSERT', dynamodb: { SequenceNumber: first } });
  });

  it('describes a table and its time to live', async () => {
    expect((await ask('DescribeTable', {})).body).toMatchObject({
      Table: { TableName, TableStatus: 'ACTIVE', StreamSpecification: { StreamEnabled: true } },
    });
    expect((await ask('DescribeTimeToLive', {})).body).toEqual({
      TimeToLiveDescription: { TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' },
    });
  });

  it('refuses a table property and a request parameter that it does not know, by name', async () => {
    const odd = { ...properties, TableName: 'odd', KinesisStreamSpecification: {} };
    expect(() => dynamoDb.createTable(odd)).toThrow('KinesisStreamSpecification');
    const { status, body } = await ask('PutItem', { Item: key('a'), Surprise: true });
    expect(status).toBe(400);
    expect(body).toMatchObject({ message: expect.stringContaining('Surprise') });
  });
});
