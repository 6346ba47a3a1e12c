import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
  paginateScan,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Stored } from './export-lines.ts';
import type { Live } from './missing-items.ts';

/** Every item of a table; `keysOnly` asks for no more than the keys. */
export async function* itemsOf(
  client: DynamoDBClient,
  TableName: string,
  { keysOnly = false } = {},
): AsyncGenerator<Stored> {
  const scan = { TableName, ConsistentRead: true, ...(keysOnly && { ProjectionExpression: 'pk, sk' }) };
  for await (const { Items = [] } of paginateScan({ client }, scan)) {
    for (const item of Items.map((each) => unmarshall(each))) {
      yield { ...item, pk: String(item.pk), sk: String(item.sk) };
    }
  }
}

export const liveTable = (client: DynamoDBClient, TableName: string): Live => ({
  keys: itemsOf(client, TableName, { keysOnly: true }),
  async putIfAbsent(item) {
    try {
      await client.send(
        new PutItemCommand({ TableName, Item: marshall(item), ConditionExpression: 'attribute_not_exists(pk)' }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },
});
