import { BatchGetItemCommand, BatchWriteItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { type Item, onEachDynamoDb } from '../../../support/dynamodb-contract.ts';

onEachDynamoDb((at) => {
  const { table, key, put, update } = at;

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
        const page = await at.client.send(
          new QueryCommand({
            TableName: table,
            IndexName: 'due',
            KeyConditionExpression: 'pk = :pk AND dueAt <= :by',
            ExpressionAttributeValues: { ':pk': at.pk, ':by': { S: '2026-03-02T23:00Z' } },
            Limit: 7,
            ScanIndexForward: forward,
            ExclusiveStartKey: from,
          }),
        );
        found.push(...(page.Items ?? []));
        from = page.LastEvaluatedKey;
      } while (from);
      expect(found.map((item) => item.sk?.S).sort()).toEqual(names);
      expect(found[0]).toEqual({ pk: at.pk, sk: found[0]?.sk, ...due });
    }
    await update('same-00', { UpdateExpression: 'REMOVE dueAt' });
    const left = await at.client.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'due',
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': at.pk },
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
        const page = await at.client.send(
          new QueryCommand({
            TableName: table,
            KeyConditionExpression: 'pk = :pk',
            ExpressionAttributeValues: { ':pk': at.pk },
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
      const { Items = [] } = await at.client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
          FilterExpression: 'attribute_not_exists(#body) OR #body <> :body',
          ExpressionAttributeNames: { '#body': 'body' },
          ExpressionAttributeValues: { ':pk': at.pk, ':prefix': { S: prefix }, ':body': { S: body } },
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
    const page = await at.client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': at.pk },
      }),
    );
    const last = page.Items?.at(-1);
    expect(page.Items?.length).toBeLessThan(4);
    expect(page.LastEvaluatedKey).toEqual({ pk: at.pk, sk: last?.sk });
  });

  it('writes and reads batches, and refuses more than 25 writes or a key twice', async () => {
    const write = (...names: string[]) =>
      at.client.send(
        new BatchWriteItemCommand({
          RequestItems: { [table]: names.map((sk) => ({ PutRequest: { Item: key(sk) } })) },
        }),
      );
    const names = Array.from({ length: 26 }, (_, n) => `n${n}`);
    await expect(write(...names)).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(write('same', 'same')).rejects.toMatchObject({ name: 'ValidationException' });
    await write(...names.slice(0, 25));
    const read = await at.client.send(new BatchGetItemCommand({ RequestItems: { [table]: { Keys: names.map(key) } } }));
    expect(read.Responses?.[table]).toHaveLength(25);
  });

  it('refuses an empty key in the index and an attribute that the index does not hold', async () => {
    await expect(put('empty', { dueAt: { S: '' } })).rejects.toMatchObject({ name: 'ValidationException' });
    const query = new QueryCommand({
      TableName: table,
      IndexName: 'due',
      KeyConditionExpression: 'pk = :pk',
      ProjectionExpression: 'more',
      ExpressionAttributeValues: { ':pk': at.pk },
    });
    await expect(at.client.send(query)).rejects.toMatchObject({ name: 'ValidationException' });
  });
});
