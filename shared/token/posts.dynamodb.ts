import { ConditionalCheckFailedException, type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Instant } from '../../events/define.ts';
import { digest } from '../table/digest.ts';
import { keys } from '../table/keys.ts';
import { mostPosts } from './limits.ts';

interface Sent {
  readonly method: string;
  readonly params: Readonly<Record<string, string>>;
}

/**
 * Counts what is sent by a link: one row for each token and hour, by the token's digest, so that a new hour begins with
 * none and nothing has to be set back. One conditional update counts and refuses; what is refused writes nothing.
 */
export function dynamoPosts(table: string, client: DynamoDBClient) {
  return {
    /** Whether this is one POST too many. To be asked only of a token that was found good: nothing else may write. */
    async full({ method, params }: Sent, at: Instant, most = mostPosts): Promise<boolean> {
      if (method !== 'POST') return false;
      const hour = at.slice(0, 'yyyy-mm-ddThh'.length);
      try {
        await client.send(
          new UpdateItemCommand({
            TableName: table,
            Key: marshall(keys.posts({ digest: digest(params.token ?? '', 32), hour })),
            UpdateExpression: 'ADD #count :one SET expiresAt = :expiresAt, #schema = :one',
            ConditionExpression: 'attribute_not_exists(#count) OR #count < :most',
            ExpressionAttributeNames: { '#count': 'count', '#schema': 'schema' },
            ExpressionAttributeValues: marshall({
              ':one': 1,
              ':most': most,
              ':expiresAt': Math.floor(Date.parse(at) / 1000) + 86_400,
            }),
          }),
        );
        return false;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return true;
        throw error;
      }
    },
  };
}
export type Posts = ReturnType<typeof dynamoPosts>;
