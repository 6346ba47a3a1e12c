import { DeleteItemCommand, GetItemCommand, ListBackupsCommand } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { absent, type Item, onEachDynamoDb, withOld } from '../../../support/dynamodb-contract.ts';

onEachDynamoDb((at) => {
  const { table, key, put, get, update } = at;

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
      at.client.send(new DeleteItemCommand({ TableName: table, Key: key('a'), ...absent, ...withOld })),
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

  it('refuses an item over 400 KB, counted in bytes', async () => {
    await expect(put('wide', { body: { S: 'ü'.repeat(210_000) } })).rejects.toMatchObject({
      name: 'ValidationException',
    });
    expect(await get('wide')).toBeUndefined();
  });

  it('names a table that is not there', async () => {
    const elsewhere = new GetItemCommand({ TableName: 'nowhere', Key: key('a') });
    await expect(at.client.send(elsewhere)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it.runIf(at.local)('refuses what it does not know by name', async () => {
    await expect(at.client.send(new ListBackupsCommand({}))).rejects.toMatchObject({
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
