import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { backOff } from '../runtime/pause.ts';
import type { Aggregate, Command, Draft, Noun } from './aggregate.ts';
import { type Change, type Commit, change, type Write, writesOf } from './commit.ts';
import { dueIndex, type Key } from './keys.ts';
import { dynamoLog } from './log.dynamodb.ts';
import { sideBySide } from './side-by-side.ts';
import { dynamoSome } from './some.dynamodb.ts';

/** What a decision may answer: one commit's worth of change, or why there is nothing to do. */
export type Step<T extends Aggregate> =
  | { readonly to: Draft<T>; readonly says?: Commit['says']; readonly with?: readonly Change[] }
  | { readonly refused: string };

export type Changed<T> =
  | { readonly ok: true; readonly item: T }
  | { readonly ok: false; readonly refused: string; readonly item?: T | undefined };

export interface Page<T> {
  readonly items: T[];
  readonly next: Key | undefined;
}

const tries = 12;

/** The stage's table as its aggregates see it: read one, list some, change one by a decision, commit. */
export function dynamoTable(client: DynamoDBClient, name: string) {
  async function read(key: Key): Promise<Record<string, unknown> | undefined> {
    const { Item } = await client.send(
      new GetItemCommand({ TableName: name, Key: marshall(key), ConsistentRead: true }),
    );
    return Item && unmarshall(Item);
  }

  async function get<T extends Aggregate, Ref>(noun: Noun<T, Ref>, ref: Ref): Promise<T | undefined> {
    const item = await read(noun.key(ref));
    return item && parse(noun, item);
  }

  /** Up to 100 at a time by DynamoDB's limit; what is missing is left out, the order is not kept. */
  async function getMany<T extends Aggregate, Ref>(noun: Noun<T, Ref>, refs: readonly Ref[]): Promise<T[]> {
    const found: T[] = [];
    const distinct = [...new Map(refs.map((ref) => noun.key(ref)).map((key) => [`${key.pk}/${key.sk}`, key])).values()];
    for (let from = 0; from < distinct.length; from += 100) {
      let Keys = distinct.slice(from, from + 100).map((key) => marshall(key));
      for (let attempt = 0; Keys.length > 0; attempt++) {
        if (attempt > 0) await backOff(attempt + 5, { most: 2_000 });
        const { Responses, UnprocessedKeys } = await client.send(
          new BatchGetItemCommand({ RequestItems: { [name]: { Keys, ConsistentRead: true } } }),
        );
        found.push(...(Responses?.[name] ?? []).map((item) => parse(noun, unmarshall(item))));
        Keys = UnprocessedKeys?.[name]?.Keys ?? [];
      }
    }
    return found;
  }

  async function queryPage(
    input: Omit<QueryCommandInput, 'TableName'>,
    after?: Record<string, unknown>,
  ): Promise<{ items: Record<string, unknown>[]; next: Record<string, unknown> | undefined }> {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({ TableName: name, ...input, ...(after ? { ExclusiveStartKey: marshall(after) } : {}) }),
    );
    return { items: Items.map((item) => unmarshall(item)), next: LastEvaluatedKey && unmarshall(LastEvaluatedKey) };
  }

  /** One page of the items of one partition whose sort key begins with `prefix`, after `after`. */
  async function page<T extends Aggregate, Ref>(
    noun: Noun<T, Ref>,
    pk: string,
    prefix: string,
    options: { after?: Key | undefined; limit?: number } = {},
  ): Promise<Page<T>> {
    const { items, next } = await queryPage(
      {
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: marshall({ ':pk': pk, ':prefix': prefix }),
        ConsistentRead: true,
        ...(options.limit ? { Limit: options.limit } : {}),
      },
      options.after && { ...options.after },
    );
    return {
      items: items.map((item) => parse(noun, item)),
      next: next && { pk: String(next.pk), sk: String(next.sk) },
    };
  }

  async function* listOne<T extends Aggregate, Ref>(noun: Noun<T, Ref>, pk: string, prefix: string): AsyncGenerator<T> {
    let after: Key | undefined;
    do {
      const { items, next } = await page(noun, pk, prefix, { after });
      yield* items;
      after = next;
    } while (after);
  }

  /** Everything of a kind in these partitions, partition by partition, in the order of the sort key. */
  const list = <T extends Aggregate, Ref>(noun: Noun<T, Ref>, pks: readonly string[], prefix: string) =>
    sideBySide(pks.map((pk) => listOne(noun, pk, prefix)));

  /** The raw items of one partition (pages, outbox rows, audit rows), in order of the sort key. */
  async function* rows(pk: string, prefix: string, until?: string): AsyncGenerator<Record<string, unknown> & Key> {
    let after: Record<string, unknown> | undefined;
    do {
      const { items, next } = await queryPage(
        {
          KeyConditionExpression: until
            ? 'pk = :pk AND sk BETWEEN :prefix AND :until'
            : prefix === ''
              ? 'pk = :pk'
              : 'pk = :pk AND begins_with(sk, :prefix)',
          ExpressionAttributeValues: marshall(
            until
              ? { ':pk': pk, ':prefix': prefix, ':until': until }
              : prefix === ''
                ? { ':pk': pk }
                : { ':pk': pk, ':prefix': prefix },
          ),
          ConsistentRead: true,
        },
        after,
      );
      for (const item of items) yield { ...item, pk: String(item.pk), sk: String(item.sk) };
      after = next;
    } while (after);
  }

  /** Keys of what is due in one partition at `until` or earlier, earliest first. */
  async function* due(pk: string, until: string): AsyncGenerator<Key & { dueAt: string }> {
    let after: Record<string, unknown> | undefined;
    do {
      const { items, next } = await queryPage(
        {
          IndexName: dueIndex,
          KeyConditionExpression: 'pk = :pk AND dueAt <= :until',
          ExpressionAttributeValues: marshall({ ':pk': pk, ':until': until }),
        },
        after,
      );
      for (const item of items) yield { pk: String(item.pk), sk: String(item.sk), dueAt: String(item.dueAt) };
      after = next;
    } while (after);
  }

  /** Writes a commit whole or not at all. `false`: somebody was faster, decide again. */
  async function commit(what: Commit): Promise<boolean> {
    try {
      await client.send(new TransactWriteItemsCommand({ TransactItems: writesOf(what).map(put) }));
      return true;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code);
      if (codes.some((code) => code === 'ConditionalCheckFailed' || code === 'TransactionConflict')) return false;
      throw error;
    }
  }

  const put = ({ item, condition, names, values }: Write) => ({
    Put: {
      TableName: name,
      Item: marshall(item, { removeUndefinedValues: true }),
      ConditionExpression: condition,
      ...(Object.keys(names).length > 0 ? { ExpressionAttributeNames: names } : {}),
      ...(Object.keys(values).length > 0 ? { ExpressionAttributeValues: marshall(values) } : {}),
    },
  });

  /** Reads, decides and commits until nobody was faster. `decide` answers a commit, or why there is none. */
  async function transact(
    decide: () => Promise<Commit | { readonly refused: string }>,
  ): Promise<{ ok: true; commit: Commit } | { ok: false; refused: string }> {
    for (let attempt = 0; attempt < tries; attempt++) {
      if (attempt > 0) await backOff(attempt);
      const decision = await decide();
      if ('refused' in decision) return { ok: false, refused: decision.refused };
      if (await commit(decision)) return { ok: true, commit: decision };
    }
    throw new Error(`gave up after ${tries} conflicts`);
  }

  /** Changes one aggregate: `decide` is pure and may run several times. */
  async function changeOne<T extends Aggregate, Ref>(
    noun: Noun<T, Ref>,
    ref: Ref,
    command: Command,
    decide: (current: T | undefined) => Step<T>,
  ): Promise<Changed<T>> {
    let current: T | undefined;
    const result = await transact(async () => {
      current = await get(noun, ref);
      const step = decide(current);
      if ('refused' in step) return step;
      return {
        command,
        changes: [change(noun, ref, current, step.to), ...(step.with ?? [])],
        ...(step.says ? { says: step.says } : {}),
      };
    });
    if (!result.ok) return { ok: false, refused: result.refused, item: current };
    const [made] = result.commit.changes;
    return {
      ok: true,
      item: parse(noun, { ...made?.after, schema: noun.schema, version: (current?.version ?? 0) + 1 }),
    };
  }

  /** Puts plain items that belong to no commit: pages of an upload or of a run's result. */
  async function putPages(items: readonly (Key & Record<string, unknown>)[]): Promise<void> {
    for (let from = 0; from < items.length; from += 10) {
      let requests = items
        .slice(from, from + 10)
        .map((item) => ({ PutRequest: { Item: marshall(item, { removeUndefinedValues: true }) } }));
      for (let attempt = 0; requests.length > 0; attempt++) {
        if (attempt > 0) await backOff(attempt + 5, { most: 2_000 });
        const { UnprocessedItems } = await client.send(
          new BatchWriteItemCommand({ RequestItems: { [name]: requests } }),
        );
        requests = (UnprocessedItems?.[name] ?? []) as typeof requests;
      }
    }
  }

  const [log, some] = [dynamoLog(client, name), dynamoSome(client, name)];
  return { get, getMany, read, page, list, some, rows, due, commit, transact, change: changeOne, putPages, log };
}

export type Table = ReturnType<typeof dynamoTable>;

function parse<T extends Aggregate, Ref>(noun: Noun<T, Ref>, item: Record<string, unknown>): T {
  const result = noun.item.safeParse(item);
  if (result.success) return result.data;
  throw new Error(
    `a stored ${noun.name} does not fit its schema: ${result.error.issues.map((issue) => issue.path.join('.')).join(', ')}`,
  );
}
