import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Instant } from '../../events/define.ts';
import type { TokenType } from '../token/types.ts';
import type { NamedKey } from './lifetime.ts';

/** The token families by the names of their keys: who turns the ring adds and removes keys and cannot read one. */
export function dynamoKeyRing(client: DynamoDBClient, table: string) {
  const familyOf = (type: TokenType) => `token#${type}`;
  const keyOf = (type: TokenType, number: number) => ({ pk: familyOf(type), sk: String(number) });
  return {
    /** Oldest first. The permission is for these attributes only, so the request must name them. */
    async names(type: TokenType): Promise<NamedKey[]> {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: marshall({ ':pk': familyOf(type) }),
          ProjectionExpression: 'pk, sk, signsFrom',
          Select: 'SPECIFIC_ATTRIBUTES',
          ConsistentRead: true,
        }),
      );
      return Items.map((item) => unmarshall(item))
        .map(({ sk, signsFrom }) => ({
          number: Number(sk),
          ...(signsFrom === undefined ? {} : { signsFrom: String(signsFrom) }),
        }))
        .sort((a, b) => a.number - b.number);
    },

    /** Puts a key that signs from then on; one that is there already stays as it is. */
    async add(type: TokenType, number: number, signsFrom: Instant, secret: Uint8Array): Promise<void> {
      try {
        await client.send(
          new PutItemCommand({
            TableName: table,
            Item: marshall({ ...keyOf(type, number), value: secret, signsFrom }),
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },

    async remove(type: TokenType, number: number): Promise<void> {
      await client.send(new DeleteItemCommand({ TableName: table, Key: marshall(keyOf(type, number)) }));
    },
  };
}
export type KeyRing = ReturnType<typeof dynamoKeyRing>;
