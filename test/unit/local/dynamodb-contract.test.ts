import { randomUUID } from 'node:crypto';
import {
  type AttributeValue,
  BatchGetItemCommand,
  BatchWriteItemCommand,
  CreateTableCommand,
  DeleteItemCommand,
  DeleteTableCommand,
  type DynamoDBClient,
  GetItemCommand,
  ListBackupsCommand,
  PutItemCommand,
  type PutItemCommandInput,
  QueryCommand,
  TransactGetItemsCommand,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  type UpdateItemCommandInput,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startDynamoDb } from '../../../infra/local/dynamodb/dynamodb.ts';
import { clientAt, clientFor } from '../../support/dynamodb-endpoint.ts';

type Item = Record<string, AttributeValue>;

const properties = {
  TableName: `contract-${process.pid}`,
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
};
const table = properties.TableName;

const local = {
  name: 'the local DynamoDB',
  async open() {
    const dynamoDb = startDynamoDb({ now: () => Date.now() });
    dynamoDb.createTable(properties);
    return clientFor(dynamoDb);
  },
};

const given = (endpoint: string) => ({
  name: `the DynamoDB at ${endpoint}`,
  async open() {
    const client = clientAt(endpoint);
    await client.send(new CreateTableCommand(properties));
    await waitUntilTableExists({ client, maxWaitTime: 60 }, { TableName: table });
    return { client, close: async () => void (await client.send(new DeleteTableCommand({ TableName: table }))) };
  },
});

const endpoint = process.env.DYNAMODB_ENDPOINT;

describe.each(endpoint ? [local, given(endpoint)] : [local])('$name', ({ name, open }) => {
  let client: DynamoDBClient;
  let close: () => Promise<void>;
  let pk: AttributeValue.SMember;
  let count = 0;

  beforeAll(async () => {
    ({ client, close } = await open());
  });
  afterAll(() => close());
  beforeEach(() => {
    count += 1;
    pk = { S: `test#${count}` };
  });

  const key = (sk: string): Item => ({ pk, sk: { S: sk } });
  const put = (sk: string, rest: Item = {}, more: Partial<PutItemCommandInput> = {}) =>
    client.send(new PutItemCommand({ TableName: table, Item: { ...key(sk), ...rest }, ...more }));
  const get = async (sk: string) =>
    (await client.send(new GetItemCommand({ TableName: table, Key: key(sk), ConsistentRead: true }))).Item;
  const update = (sk: string, more: Partial<UpdateItemCommandInput>) =>
    client.send(new UpdateItemCommand({ TableName: table, Key: key(sk), ...more }));
  const transact = (...TransactItems: TransactWriteItem[]) =>
    client.send(new TransactWriteItemsCommand({ TransactItems }));
  const absent = { ConditionExpression: 'attribute_not_exists(pk)' };
  const withOld = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;

  it('gives every type of value back as it was put', async () => {
    const item: Item = {
      text: { S: 'Grüße 🎉' },
      empty: { S: '' },
      whole: { N: '42' },
      fraction: { N: '-0.001' },
      long: { N: '12345678901234567890123456789012345678' },
      bytes: { B: new Uint8Array([0, 1, 254, 255]) },
      yes: { BOOL: true },
      nothing: { NULL: true },
      list: { L: [{ S: 'a' }, { N: '1' }, { M: { deep: { L: [] } } }] },
      map: { M: { 'with space': { M: {} }, b: { B: new Uint8Array([7]) } } },
      words: { SS: ['x'] },
      numbers: { NS: ['7'] },
    };
    await put('types', item);
    expect(await get('types')).toEqual({ ...key('types'), ...item });
  });

  it('refuses a write whose condition fails and gives the old item when asked', async () => {
    await put('a', { version: { N: '1' } }, absent);
    const old = { ...key('a'), version: { N: '1' } };
    const failed = { name: 'ConditionalCheckFailedException' };
    await expect(put('a', {}, { ...absent, ...withOld })).rejects.toMatchObject({ ...failed, Item: old });
    await expect(
      update('a', {
        UpdateExpression: 'SET version = :two',
        ConditionExpression: 'version = :two',
        ExpressionAttributeValues: { ':two': { N: '2' } },
        ...withOld,
      }),
    ).rejects.toMatchObject({ ...failed, Item: old });
    await expect(
      client.send(new DeleteItemCommand({ TableName: table, Key: key('a'), ...absent, ...withOld })),
    ).rejects.toMatchObject({ ...failed, Item: old });
    expect(await get('a')).toEqual(old);
  });

  it('gives no old item when there is none, or when nobody asked', async () => {
    const exists = { ConditionExpression: 'attribute_exists(pk)' };
    const missing = await put('none', {}, { ...exists, ...withOld }).catch((error: unknown) => error);
    expect(missing).toMatchObject({ name: 'ConditionalCheckFailedException' });
    expect(missing).not.toHaveProperty('Item', expect.anything());
    await put('some');
    const silent = await put('some', {}, absent).catch((error: unknown) => error);
    expect(silent).not.toHaveProperty('Item', expect.anything());
  });

  it('measures and looks into a map in a condition', async () => {
    await put('slots', { slots: { M: { p1: { S: 'held' } } } });
    const hold = (pair: string, capacity: number) =>
      update('slots', {
        UpdateExpression: 'SET slots.#pair = :held',
        ConditionExpression: 'size(slots) < :capacity OR attribute_exists(slots.#pair)',
        ExpressionAttributeNames: { '#pair': pair },
        ExpressionAttributeValues: { ':held': { S: 'held' }, ':capacity': { N: String(capacity) } },
      });
    await expect(hold('p2', 1)).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
    await hold('p1', 1);
    await hold('p2', 2);
    await expect(hold('p3', 2)).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
    expect(await get('slots')).toMatchObject({ slots: { M: { p1: { S: 'held' }, p2: { S: 'held' } } } });
  });

  it('takes the values of the request at hand, however often an expression comes', async () => {
    const raise = (from: number, by: number) =>
      update('counter', {
        UpdateExpression: 'SET n = n + :by',
        ConditionExpression: 'n = :from',
        ExpressionAttributeValues: { ':by': { N: String(by) }, ':from': { N: String(from) } },
        ReturnValues: 'ALL_NEW',
      });
    await put('counter', { n: { N: '1' } });
    await raise(1, 1);
    await raise(2, 10);
    await expect(raise(2, 10)).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
    expect((await raise(12, 100)).Attributes).toMatchObject({ n: { N: '112' } });
    await expect(
      update('counter', {
        UpdateExpression: 'SET n = n + :by',
        ConditionExpression: 'n = :from',
        ExpressionAttributeValues: { ':by': { N: 'many' }, ':from': { N: '112' } },
      }),
    ).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('commits a transaction as a whole', async () => {
    await put('check', { state: { S: 'open' } });
    await put('update', { n: { N: '1' } });
    await put('delete');
    await transact(
      { Put: { TableName: table, Item: key('put'), ...absent } },
      {
        Update: {
          TableName: table,
          Key: key('update'),
          UpdateExpression: 'ADD n :one',
          ExpressionAttributeValues: { ':one': { N: '1' } },
        },
      },
      { Delete: { TableName: table, Key: key('delete') } },
      { ConditionCheck: { TableName: table, Key: key('check'), ConditionExpression: 'attribute_exists(pk)' } },
    );
    expect(await get('put')).toEqual(key('put'));
    expect(await get('update')).toMatchObject({ n: { N: '2' } });
    expect(await get('delete')).toBeUndefined();
    expect(await get('check')).toMatchObject({ state: { S: 'open' } });
  });

  it('leaves nothing of a cancelled transaction and says why, item by item', async () => {
    await put('taken', { by: { S: 'somebody' } });
    await expect(
      transact(
        { Put: { TableName: table, Item: key('new') } },
        { Put: { TableName: table, Item: key('taken'), ...absent, ...withOld } },
        { Put: { TableName: table, Item: { ...key('taken2') }, ConditionExpression: 'attribute_exists(pk)' } },
      ),
    ).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      message: expect.stringContaining('[None, ConditionalCheckFailed, ConditionalCheckFailed]'),
      CancellationReasons: [
        { Code: 'None' },
        { Code: 'ConditionalCheckFailed', Item: { ...key('taken'), by: { S: 'somebody' } } },
        { Code: 'ConditionalCheckFailed' },
      ],
    });
    expect(await get('new')).toBeUndefined();
  });

  it('leaves nothing of a transaction in which an update does not fit its item', async () => {
    await put('text', { n: { S: 'one' } });
    const addToText = {
      Update: {
        TableName: table,
        Key: key('text'),
        UpdateExpression: 'ADD n :one',
        ExpressionAttributeValues: { ':one': { N: '1' } },
      },
    };
    const refused = transact({ Put: { TableName: table, Item: key('new') } }, addToText);
    await expect(refused).rejects.toMatchObject({ name: 'TransactionCanceledException' });
    await expect(refused).rejects.toMatchObject({
      CancellationReasons: [{ Code: 'None' }, { Code: 'ValidationError' }],
    });
    expect(await get('new')).toBeUndefined();
  });

  it('refuses a transaction with an item twice, with more than 100 or with none', async () => {
    const invalid = { name: 'ValidationException' };
    const putOf = (sk: string) => ({ Put: { TableName: table, Item: key(sk) } });
    const removeOf = (sk: string) => ({ Delete: { TableName: table, Key: key(sk) } });
    await expect(transact(putOf('a'), removeOf('a'))).rejects.toMatchObject(invalid);
    await expect(transact(...Array.from({ length: 101 }, (_, n) => putOf(`${n}`)))).rejects.toMatchObject(invalid);
    await expect(transact()).rejects.toMatchObject(invalid);
    await transact(...Array.from({ length: 100 }, (_, n) => putOf(`${n}`)));
  });

  it('answers a repeated transaction by its token and does not repeat it', async () => {
    const token = randomUUID();
    const add = (n: string) =>
      client.send(
        new TransactWriteItemsCommand({
          ClientRequestToken: token,
          TransactItems: [
            {
              Update: {
                TableName: table,
                Key: key('sum'),
                UpdateExpression: 'ADD n :n',
                ExpressionAttributeValues: { ':n': { N: n } },
              },
            },
          ],
        }),
      );
    await add('1');
    await add('1');
    expect(await get('sum')).toMatchObject({ n: { N: '1' } });
    await expect(add('2')).rejects.toMatchObject({ name: 'IdempotentParameterMismatchException' });
  });

  it('lets one of many transactions on the same item win, and readers see all of it or nothing', async () => {
    await put('left', { n: { N: '0' } });
    await put('right', { n: { N: '0' } });
    const one = { ':one': { N: '1' }, ':zero': { N: '0' } };
    const step = (sk: string) => ({
      Update: {
        TableName: table,
        Key: key(sk),
        UpdateExpression: 'SET n = n + :one',
        ConditionExpression: 'n = :zero',
        ExpressionAttributeValues: one,
      },
    });
    const look = async () => {
      const both = { TransactItems: ['left', 'right'].map((sk) => ({ Get: { TableName: table, Key: key(sk) } })) };
      const seen = await client.send(new TransactGetItemsCommand(both)).catch(() => undefined);
      return seen?.Responses?.map((each) => each.Item?.n?.N);
    };
    const runs = Array.from({ length: 12 }, () => transact(step('left'), step('right')));
    const [looks, outcomes] = await Promise.all([
      Promise.all(Array.from({ length: 12 }, look)),
      Promise.allSettled(runs),
    ]);
    expect(outcomes.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
    for (const seen of looks) expect(seen?.[0]).toBe(seen?.[1]);
    expect(await look()).toEqual(['1', '1']);
  });

  it('holds in a sparse index the keys of what is due, and page by page all of them once', async () => {
    const due = { dueAt: { S: '2026-03-02T09:00Z' } };
    const names = Array.from({ length: 30 }, (_, n) => `same-${String(n).padStart(2, '0')}`);
    for (const sk of names) await put(sk, { ...due, more: { S: 'not projected' } });
    await put('not-due', { more: { S: 'x' } });
    await put('later', { dueAt: { S: '2026-03-03T09:00Z' } });
    for (const forward of [true, false]) {
      const found: Item[] = [];
      let from: Item | undefined;
      do {
        const page = await client.send(
          new QueryCommand({
            TableName: table,
            IndexName: 'due',
            KeyConditionExpression: 'pk = :pk AND dueAt <= :by',
            ExpressionAttributeValues: { ':pk': pk, ':by': { S: '2026-03-02T23:00Z' } },
            Limit: 7,
            ScanIndexForward: forward,
            ExclusiveStartKey: from,
          }),
        );
        found.push(...(page.Items ?? []));
        from = page.LastEvaluatedKey;
      } while (from);
      expect(found.map((item) => item.sk?.S).sort()).toEqual(names);
      expect(found[0]).toEqual({ pk, sk: found[0]?.sk, ...due });
    }
    await update('same-00', { UpdateExpression: 'REMOVE dueAt' });
    const left = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'due',
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        Select: 'COUNT',
      }),
    );
    expect(left.Count).toBe(30);
  });

  it('gives a partition in the order of its sort keys, page by page, both ways', async () => {
    const names = ['a', 'a#1', 'a#2', 'b', 'ä', 'z'];
    for (const sk of [...names].reverse()) await put(sk);
    const all = async (forward: boolean) => {
      const found: (string | undefined)[] = [];
      let from: Item | undefined;
      do {
        const page = await client.send(
          new QueryCommand({
            TableName: table,
            KeyConditionExpression: 'pk = :pk',
            ExpressionAttributeValues: { ':pk': pk },
            Limit: 2,
            ScanIndexForward: forward,
            ExclusiveStartKey: from,
          }),
        );
        found.push(...(page.Items ?? []).map((item) => item.sk?.S));
        from = page.LastEvaluatedKey;
      } while (from);
      return found;
    };
    const inOrder = ['a', 'a#1', 'a#2', 'b', 'z', 'ä'];
    expect(await all(true)).toEqual(inOrder);
    expect(await all(false)).toEqual(inOrder.toReversed());
    const query = async (prefix: string, body: string) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
          FilterExpression: 'attribute_not_exists(#body) OR #body <> :body',
          ExpressionAttributeNames: { '#body': 'body' },
          ExpressionAttributeValues: { ':pk': pk, ':prefix': { S: prefix }, ':body': { S: body } },
        }),
      );
      return Items.map((item) => item.sk?.S);
    };
    await put('a#2', { body: { S: 'second' } });
    await put('b', { body: { S: 'b' } });
    expect(await query('a#', 'none')).toEqual(['a#1', 'a#2']);
    expect(await query('a#', 'second')).toEqual(['a#1']);
    expect(await query('b', 'none')).toEqual(['b']);
    expect(await query('b', 'b')).toEqual([]);
  });

  it('ends a page of a query at 1 MB', async () => {
    for (let n = 0; n < 4; n += 1) await put(`big-${n}`, { body: { S: 'x'.repeat(390_000) } });
    const page = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
      }),
    );
    const last = page.Items?.at(-1);
    expect(page.Items?.length).toBeLessThan(4);
    expect(page.LastEvaluatedKey).toEqual({ pk, sk: last?.sk });
  });

  it('refuses an item over 400 KB, counted in bytes', async () => {
    await expect(put('wide', { body: { S: 'ü'.repeat(210_000) } })).rejects.toMatchObject({
      name: 'ValidationException',
    });
    expect(await get('wide')).toBeUndefined();
  });

  it('writes and reads batches, and refuses more than 25 writes or a key twice', async () => {
    const write = (...names: string[]) =>
      client.send(
        new BatchWriteItemCommand({
          RequestItems: { [table]: names.map((sk) => ({ PutRequest: { Item: key(sk) } })) },
        }),
      );
    const names = Array.from({ length: 26 }, (_, n) => `n${n}`);
    await expect(write(...names)).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(write('same', 'same')).rejects.toMatchObject({ name: 'ValidationException' });
    await write(...names.slice(0, 25));
    const read = await client.send(new BatchGetItemCommand({ RequestItems: { [table]: { Keys: names.map(key) } } }));
    expect(read.Responses?.[table]).toHaveLength(25);
  });

  it('refuses an empty key in the index and an attribute that the index does not hold', async () => {
    await expect(put('empty', { dueAt: { S: '' } })).rejects.toMatchObject({ name: 'ValidationException' });
    const query = new QueryCommand({
      TableName: table,
      IndexName: 'due',
      KeyConditionExpression: 'pk = :pk',
      ProjectionExpression: 'more',
      ExpressionAttributeValues: { ':pk': pk },
    });
    await expect(client.send(query)).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('names a table that is not there', async () => {
    const elsewhere = new GetItemCommand({ TableName: 'nowhere', Key: key('a') });
    await expect(client.send(elsewhere)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it.runIf(name === local.name)('refuses what it does not know by name', async () => {
    await expect(client.send(new ListBackupsCommand({}))).rejects.toMatchObject({
      name: 'UnknownOperationException',
      message: expect.stringContaining('ListBackups'),
    });
    const wholeMap = {
      ConditionExpression: 'slots = :none',
      ExpressionAttributeValues: { ':none': { M: {} } },
    };
    await expect(put('a', {}, wholeMap)).rejects.toMatchObject({ name: 'NotSupportedLocally' });
  });
});
