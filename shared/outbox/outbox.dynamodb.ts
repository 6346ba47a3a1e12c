import { DeleteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Key } from '../table/keys.ts';

/** Takes published rows out of the outbox. */
export function dynamoOutbox(table: string, client: DynamoDBClient) {
  return {
    async remove(row: Key): Promise<void> {
      await client.send(new DeleteItemCommand({ TableName: table, Key: marshall({ pk: row.pk, sk: row.sk }) }));
    },
  };
}
export type Outbox = ReturnType<typeof dynamoOutbox>;
