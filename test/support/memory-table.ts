import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, type NativeAttributeValue, unmarshall } from '@aws-sdk/util-dynamodb';
import { dynamoKeys } from '../../shared/keys/keys.dynamodb.ts';
import type { Aggregate, Draft, Noun } from '../../shared/table/aggregate.ts';
import type { SaidEvent } from '../../shared/table/commit.ts';
import { dynamoTable } from '../../shared/table/table.dynamodb.ts';
import { dynamoPosts } from '../../shared/token/posts.dynamodb.ts';
import { tokenTypeNames } from '../../shared/token/types.ts';

type Item = Record<string, NativeAttributeValue>;

/**
 * The real table and keys over a map instead of DynamoDB: for tests of cores. It knows the conditions that commits
 * write and refuses any other, so it cannot be kinder than the table without saying so.
 */
export function memoryTable() {
  const items = new Map<string, Item>();
  const nameOf = (key: Item) => `${key.pk}/${key.sk}`;
  let writes = 0;

  function transact({ input }: TransactWriteItemsCommand) {
    const puts = (input.TransactItems ?? []).map(({ Put }) => {
      if (!Put?.Item) throw new Error('only puts are known here');
      return { item: unmarshall(Put.Item), condition: Put.ConditionExpression, values: Put.ExpressionAttributeValues };
    });
    const reasons = puts.map(({ item, condition, values }) => {
      const there = items.get(nameOf(item));
      const holds =
        condition === 'attribute_not_exists(pk)'
          ? there === undefined
          : condition === '#version = :version' && there?.version === unmarshall(values ?? {})[':version'];
      return { Code: holds ? 'None' : 'ConditionalCheckFailed' };
    });
    if (reasons.some(({ Code }) => Code !== 'None')) {
      throw new TransactionCanceledException({ message: 'cancelled', $metadata: {}, CancellationReasons: reasons });
    }
    for (const { item } of puts) items.set(nameOf(item), item);
    writes += 1;
    return {};
  }

  /** The one update that is known here: it counts what a link sends. */
  function update({ input }: UpdateItemCommand) {
    if (input.ConditionExpression !== 'attribute_not_exists(#count) OR #count < :most')
      throw new Error('only the count of what a link sends is known here');
    const key = unmarshall(input.Key ?? {});
    const values = unmarshall(input.ExpressionAttributeValues ?? {});
    const count = Number(items.get(nameOf(key))?.count ?? 0);
    if (count >= values[':most']) throw new ConditionalCheckFailedException({ message: 'no', $metadata: {} });
    items.set(nameOf(key), { ...key, schema: 1, count: count + 1, expiresAt: values[':expiresAt'] });
    return {};
  }

  /** The one filter that is known here: a field is one of these values. */
  function isWanted(
    item: Item,
    { FilterExpression, ExpressionAttributeNames = {} }: QueryCommand['input'],
    values: Item,
  ) {
    if (FilterExpression === undefined) return true;
    const [, path = '', list = ''] = /^([#\w.]+) IN \((.+)\)$/.exec(FilterExpression) ?? [];
    if (path === '') throw new Error(`not known here: ${FilterExpression}`);
    const value = path
      .split('.')
      .reduce<unknown>((inner, name) => Object(inner)[ExpressionAttributeNames[name] ?? ''], item);
    return list.split(', ').some((name) => values[name] === value);
  }

  const found = (key: Item) => items.get(nameOf(key));
  function answer(command: unknown): unknown {
    if (command instanceof GetItemCommand) {
      const Item = found(unmarshall(command.input.Key ?? {}));
      return Item ? { Item: marshalled(Item) } : {};
    }
    if (command instanceof BatchGetItemCommand) {
      const [[name, wanted] = []] = Object.entries(command.input.RequestItems ?? {});
      const Responses = (wanted?.Keys ?? []).flatMap((key) => found(unmarshall(key)) ?? []).map(marshalled);
      return { Responses: { [name ?? '']: Responses } };
    }
    if (command instanceof QueryCommand) {
      const values = unmarshall(command.input.ExpressionAttributeValues ?? {});
      const Items = [...items.values()]
        .filter((item) => item.pk === values[':pk'] && String(item.sk).startsWith(values[':prefix'] ?? ''))
        .filter((item) => isWanted(item, command.input, values))
        .sort((a, b) => String(a.sk).localeCompare(String(b.sk)))
        .map(marshalled);
      return { Items };
    }
    if (command instanceof TransactWriteItemsCommand) return transact(command);
    if (command instanceof UpdateItemCommand) return update(command);
    throw new Error(`not known here: ${command?.constructor.name}`);
  }

  const client = { send: async (command: unknown) => answer(command) } as unknown as DynamoDBClient;
  for (const type of tokenTypeNames) {
    items.set(`token#${type}/1`, { pk: `token#${type}`, sk: '1', value: new Uint8Array(32).fill(type.length) });
  }
  items.set('pepper/1', { pk: 'pepper', sk: '1', value: new Uint8Array(32).fill(9) });

  return {
    table: dynamoTable(client, 'table'),
    keys: dynamoKeys(client, 'table'),
    posts: dynamoPosts('table', client),
    /** Puts an aggregate there as if an earlier commit had. */
    has<T extends Aggregate, Ref>(noun: Noun<T, Ref>, ref: Ref, draft: Draft<T>, version = 1): void {
      items.set(nameOf({ ...noun.key(ref) }), { ...draft, ...noun.key(ref), schema: noun.schema, version });
    },
    /** Puts a key there, such as a cohort's sealing key. */
    hasKey: (pk: string, value: Uint8Array) => items.set(`${pk}/1`, { pk, sk: '1', value }),
    /** Every event in the outbox, in no order. */
    said: (): SaidEvent[] =>
      [...items.values()].flatMap((item) =>
        String(item.pk).startsWith('outbox#') ? (item.events as SaidEvent[]) : [],
      ),
    /** Everything that is stored, as text: for what must be nowhere. */
    text: () => JSON.stringify([...items.values()].filter(({ pk }) => !/^(token#|seal#|pepper)/.test(String(pk)))),
    commits: () => writes,
  };
}
export type MemoryTable = ReturnType<typeof memoryTable>;

const marshalled = (item: Item) => marshall(item, { removeUndefinedValues: true });
