import { ConditionalCheckFailedException, type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { keys } from '../table/keys.ts';

/** When the first of the reserved slots begins and how far apart they are, in milliseconds. */
export interface Slots {
  readonly startsAt: number;
  readonly every: number;
}

/**
 * The generic cell rate algorithm on one item: `tat`, the theoretical arrival time, is when the next slot is free.
 * One conditional update reserves all slots of a batch, whoever else is sending.
 */
export function dynamoRate(table: string, client: DynamoDBClient) {
  const update = async (expression: string, condition: string, values: Record<string, number>) => {
    const { Attributes } = await client.send(
      new UpdateItemCommand({
        TableName: table,
        Key: marshall(keys.rate()),
        UpdateExpression: `${expression}, #schema = :schema`,
        ExpressionAttributeNames: { '#schema': 'schema' },
        ConditionExpression: condition,
        ExpressionAttributeValues: marshall({ ...values, ':schema': 1 }),
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    return Number(Attributes && unmarshall(Attributes).tat);
  };

  return {
    /** Slots for `count` letters, or `undefined` if the first would come only after `patience` milliseconds. */
    async reserve(count: number, perSecond: number, now: number, patience: number): Promise<Slots | undefined> {
      const every = Math.ceil(1000 / perSecond);
      const span = count * every;
      try {
        const tat = await update('SET tat = :end', 'attribute_not_exists(tat) OR tat <= :now', {
          ':end': now + span,
          ':now': now,
        });
        return { startsAt: tat - span, every };
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
      try {
        const tat = await update('SET tat = tat + :span', 'tat > :now AND tat <= :latest', {
          ':span': span,
          ':now': now,
          ':latest': now + patience,
        });
        return { startsAt: tat - span, every };
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return undefined;
        throw error;
      }
    },
  };
}
export type Rate = ReturnType<typeof dynamoRate>;
