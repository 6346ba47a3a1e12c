import { z } from 'zod';
import type { Call } from '../iam/call.ts';
import { unknownOperation } from './request.ts';

/** What the authorisation needs to know of a table. */
export interface TableKeys {
  arn: string;
  partitionKey: string;
  indexes: Record<string, string>;
}

type Asked = Omit<Call, 'principal'>;

const Value = z.record(z.string(), z.unknown());
const Item = z.record(z.string(), Value);
const Keyed = z.object({ TableName: z.string(), Key: Item.optional(), Item: Item.optional() });
const Read = z.object({
  TableName: z.string(),
  IndexName: z.string().optional(),
  KeyConditionExpression: z.string().optional(),
  ExpressionAttributeNames: z.record(z.string(), z.string()).optional(),
  ExpressionAttributeValues: Item.optional(),
  ProjectionExpression: z.string().optional(),
  Select: z.string().optional(),
});
const TransactWrite = z.object({
  TransactItems: z.array(
    z.strictObject({
      Put: Keyed.optional(),
      Update: Keyed.optional(),
      Delete: Keyed.optional(),
      ConditionCheck: Keyed.optional(),
    }),
  ),
});
const TransactGet = z.object({ TransactItems: z.array(z.object({ Get: Keyed })) });
const BatchGet = z.object({ RequestItems: z.record(z.string(), z.object({ Keys: z.array(Item) })) });
const BatchWrite = z.object({
  RequestItems: z.record(
    z.string(),
    z.array(
      z.strictObject({
        PutRequest: z.object({ Item }).optional(),
        DeleteRequest: z.object({ Key: Item }).optional(),
      }),
    ),
  ),
});

const transactionActions = [
  ['Put', 'PutItem'],
  ['Update', 'UpdateItem'],
  ['Delete', 'DeleteItem'],
  ['ConditionCheck', 'ConditionCheckItem'],
] as const;

/** The permissions that a DynamoDB request needs: a transaction needs one for each of its items. */
export function dynamoDbCalls(operation: string, body: unknown, tableOf: (name: string) => TableKeys): Asked[] {
  const items = (action: string, table: string, keys: z.infer<typeof Item>[]): Asked => {
    const { arn, partitionKey } = tableOf(table);
    const leading = keys.map((key) => textOf(key[partitionKey]));
    return asked(`dynamodb:${action}`, arn, [...new Set(leading)]);
  };
  switch (operation) {
    case 'GetItem':
    case 'PutItem':
    case 'UpdateItem':
    case 'DeleteItem': {
      const { TableName, Key, Item: item } = Keyed.parse(body);
      return [items(operation, TableName, [Key ?? item ?? {}])];
    }
    case 'Query':
    case 'Scan': {
      const request = Read.parse(body);
      const { arn, partitionKey, indexes } = tableOf(request.TableName);
      const { IndexName: index } = request;
      const key = index === undefined ? partitionKey : (indexes[index] ?? partitionKey);
      const resource = index === undefined ? arn : `${arn}/index/${index}`;
      return [
        asked(`dynamodb:${operation}`, resource, operation === 'Query' ? queried(request, key) : [], shownBy(request)),
      ];
    }
    case 'TransactWriteItems':
      return TransactWrite.parse(body).TransactItems.flatMap((entry) =>
        transactionActions.flatMap(([kind, action]) => {
          const request = entry[kind];
          return request ? [items(action, request.TableName, [request.Key ?? request.Item ?? {}])] : [];
        }),
      );
    case 'TransactGetItems':
      return TransactGet.parse(body).TransactItems.map(({ Get }) => items('GetItem', Get.TableName, [Get.Key ?? {}]));
    case 'BatchGetItem':
      return Object.entries(BatchGet.parse(body).RequestItems).map(([table, { Keys }]) =>
        items(operation, table, Keys),
      );
    case 'BatchWriteItem':
      return Object.entries(BatchWrite.parse(body).RequestItems).map(([table, requests]) =>
        items(
          operation,
          table,
          requests.map(({ PutRequest, DeleteRequest }) => PutRequest?.Item ?? DeleteRequest?.Key ?? {}),
        ),
      );
    case 'DescribeTable':
      return [asked('dynamodb:DescribeTable', tableOf(Keyed.parse(body).TableName).arn, [])];
    default:
      return unknownOperation('dynamodb', operation);
  }
}

const asked = (action: string, resource: string, leadingKeys: string[], more: Asked['context'] = {}): Asked => ({
  action,
  resource,
  context: { 'dynamodb:LeadingKeys': leadingKeys, ...more },
});

/** Which attributes a query names, and what it says that it wants of them. */
function shownBy({
  ProjectionExpression = '',
  ExpressionAttributeNames = {},
  Select,
}: z.infer<typeof Read>): Asked['context'] {
  const names = ProjectionExpression.split(',').flatMap((path) => path.trim().split(/[.[]/)[0] || []);
  return {
    'dynamodb:Attributes': names.map((name) => ExpressionAttributeNames[name] ?? name),
    ...(Select ? { 'dynamodb:Select': Select } : {}),
  };
}

const textOf = (value: z.infer<typeof Value> | undefined) => String(Object.values(value ?? {})[0] ?? '');

/** The partition key's value in a key condition: the only equality on that name. */
function queried(request: z.infer<typeof Read>, partitionKey: string): string[] {
  const { KeyConditionExpression = '', ExpressionAttributeNames = {}, ExpressionAttributeValues = {} } = request;
  for (const [, name = '', value = ''] of KeyConditionExpression.matchAll(/([#\w.-]+)\s*=\s*(:\w+)/g)) {
    if ((ExpressionAttributeNames[name] ?? name) === partitionKey) return [textOf(ExpressionAttributeValues[value])];
  }
  return [];
}
