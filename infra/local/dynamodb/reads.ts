import db from 'dynalite/db/index.js';
import { z } from 'zod';
import { prepare, type Read, run } from './engine.ts';
import { notSupportedLocally, validationError } from './errors.ts';
import { checkProjection } from './expressions.ts';
import { type Item, isItem, isRecord } from './item.ts';
import type { Store } from './store.ts';
import type { Table } from './table.ts';

export async function read(operation: Read, body: unknown, store: Store): Promise<unknown> {
  const request = prepare(operation, body, store);
  if (operation !== 'Query' && operation !== 'Scan') {
    const result = await run(operation, request, store);
    return operation === 'BatchGetItem' ? inFixedOrder(result, store) : result;
  }
  if (request.IndexName !== undefined) checkProjection(request, store.table(String(request.TableName)));
  const startKey =
    request.IndexName !== undefined && isItem(request.ExclusiveStartKey) ? request.ExclusiveStartKey : undefined;
  return store.startingAfter(startKey, () => run(operation, request, store));
}

/** AWS answers in any order and dynalite shuffles; a run that repeats needs an order that does not change. */
function inFixedOrder(result: unknown, store: Store): unknown {
  if (!isRecord(result) || !isRecord(result.Responses)) return result;
  const sorted = Object.entries(result.Responses).map(([name, items]) => {
    const { description } = store.table(name);
    return [name, Array.isArray(items) ? sortByKey(items.filter(isItem), description) : items];
  });
  return { ...result, Responses: Object.fromEntries(sorted) };
}

function sortByKey(items: Item[], description: Table['description']): Item[] {
  const whole = items.every((item) => description.KeySchema.every((key) => item[key.AttributeName]));
  const text = (item: Item) => (whole ? db.createKey(item, description) : JSON.stringify(item));
  return items
    .map((item) => ({ item, key: text(item) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ item }) => item);
}

const transactGetEnvelope = z.strictObject({
  TransactItems: z
    .array(z.strictObject({ Get: z.record(z.string(), z.unknown()) }))
    .min(1)
    .max(100),
  ReturnConsumedCapacity: z.literal('NONE').optional(),
});

/** All reads are asked before anything else can run, and each answers with what was there when it was asked. */
export async function transactGet(body: unknown, store: Store): Promise<unknown> {
  const parsed = transactGetEnvelope.safeParse(body);
  if (!parsed.success) throw validationError(`1 validation error detected: ${z.prettifyError(parsed.error)}`);
  const gets = parsed.data.TransactItems.map(({ Get: get }) => {
    if ('ConsistentRead' in get) throw notSupportedLocally('the parameter ConsistentRead of Get in a transaction');
    return prepare('GetItem', get, store);
  });
  return { Responses: await Promise.all(gets.map((get) => run('GetItem', get, store))) };
}

export function describeTimeToLive(body: unknown, store: Store): unknown {
  if (!isRecord(body)) throw validationError('DescribeTimeToLive takes an object');
  const { ttlAttribute } = store.table(String(body.TableName));
  if (ttlAttribute === undefined) return { TimeToLiveDescription: { TimeToLiveStatus: 'DISABLED' } };
  return { TimeToLiveDescription: { TimeToLiveStatus: 'ENABLED', AttributeName: ttlAttribute } };
}
