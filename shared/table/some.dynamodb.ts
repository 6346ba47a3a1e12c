import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Aggregate, Noun } from './aggregate.ts';
import { sideBySide } from './side-by-side.ts';

/** A field, such as `to.personId`, and what it may be. */
export interface Where {
  readonly field: string;
  readonly oneOf: readonly string[];
}

/**
 * The few of a kind that are wanted: the table looks at all of them, and only these come here. Ten thousand items that
 * are not wanted cost reads, but neither time on the wire nor memory.
 */
export function dynamoSome(client: DynamoDBClient, name: string) {
  async function* someOf<T extends Aggregate, Ref>(noun: Noun<T, Ref>, pk: string, prefix: string, where: Where) {
    const path = where.field.split('.');
    const values = Object.fromEntries(where.oneOf.map((value, place) => [`:v${place}`, value]));
    let after: Record<string, unknown> | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: name,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
          FilterExpression: `${path.map((_, place) => `#p${place}`).join('.')} IN (${Object.keys(values).join(', ')})`,
          ExpressionAttributeNames: Object.fromEntries(path.map((part, place) => [`#p${place}`, part])),
          ExpressionAttributeValues: marshall({ ':pk': pk, ':prefix': prefix, ...values }),
          ConsistentRead: true,
          ...(after ? { ExclusiveStartKey: marshall(after) } : {}),
        }),
      );
      for (const item of Items) yield noun.item.parse(unmarshall(item));
      after = LastEvaluatedKey && unmarshall(LastEvaluatedKey);
    } while (after);
  }

  return <T extends Aggregate, Ref>(noun: Noun<T, Ref>, pks: readonly string[], prefix: string, where: Where) =>
    sideBySide(pks.map((pk) => someOf(noun, pk, prefix, where)));
}
