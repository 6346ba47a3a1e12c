import { randomUUID } from 'node:crypto';
import { TransactGetItemsCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { absent, onEachDynamoDb, withOld } from '../../../support/dynamodb-contract.ts';

onEachDynamoDb((at) => {
  const { table, key, put, get, transact } = at;

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
      at.client.send(
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
      const seen = await at.client.send(new TransactGetItemsCommand(both)).catch(() => undefined);
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
});
