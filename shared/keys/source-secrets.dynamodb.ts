import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { SourceId } from '../../events/ids.ts';

export interface SourceSecret {
  readonly number: number;
  readonly secret: string;
}

/**
 * The secrets of forms elsewhere. They lie in the table of keys and not in the source: whoever reads the programme's
 * table (the desk, a reaction, an export) cannot read them. The desk puts and takes them away, only `hooks` reads them.
 */
export function dynamoSourceSecrets(client: DynamoDBClient, table: string) {
  const keyOf = (sourceId: SourceId, number: number) => ({ pk: partitionOf(sourceId), sk: String(number) });
  return {
    async of(sourceId: SourceId): Promise<SourceSecret[]> {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: marshall({ ':pk': partitionOf(sourceId) }),
          ConsistentRead: true,
        }),
      );
      return Items.map((item) => unmarshall(item)).map(({ sk, value }) => ({
        number: Number(sk),
        secret: String(value),
      }));
    },
    /** `false`: there is one of this number already, and it stays. */
    async put(sourceId: SourceId, { number, secret }: SourceSecret): Promise<boolean> {
      try {
        await client.send(
          new PutItemCommand({
            TableName: table,
            Item: marshall({ ...keyOf(sourceId, number), value: secret }),
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
    async takeAway(sourceId: SourceId, number: number): Promise<void> {
      await client.send(new DeleteItemCommand({ TableName: table, Key: marshall(keyOf(sourceId, number)) }));
    },
  };
}
export type SourceSecrets = ReturnType<typeof dynamoSourceSecrets>;

const partitionOf = (sourceId: SourceId) => `source#${sourceId}`;
