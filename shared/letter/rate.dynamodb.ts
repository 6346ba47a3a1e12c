import { ConditionalCheckFailedException, type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { keys } from '../table/keys.ts';

/** When it begins, and how long after it the next one does, in milliseconds. */
export interface Slot {
  readonly startsAt: number;
  readonly every: number;
}

/**
 * The generic cell rate algorithm on one item: `tat`, the theoretical arrival time, is when the next slot is free.
 * One conditional update reserves a slot, whoever else is sending. Each letter's own, right before it goes: the same letter
 * may lie in several batches, and where a whole batch has its slots, those of the letters that others send are lost to all.
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

  let unused: Slot | undefined;
  return {
    /** A slot, or `undefined` if it would come only after `patience` milliseconds. */
    async reserve(perSecond: number, now: number, patience: number): Promise<Slot | undefined> {
      const kept = unused;
      unused = undefined;
      // It is over when the next one begins.
      if (kept && now < kept.startsAt + kept.every) return kept;
      const every = Math.ceil(1000 / perSecond);
      try {
        const tat = await update('SET tat = :end', 'attribute_not_exists(tat) OR tat <= :now', {
          ':end': now + every,
          ':now': now,
        });
        return { startsAt: tat - every, every };
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
      try {
        const tat = await update('SET tat = tat + :every', 'tat > :now AND tat <= :latest', {
          ':every': every,
          ':now': now,
          ':latest': now + patience,
        });
        return { startsAt: tat - every, every };
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return undefined;
        throw error;
      }
    },
    /** SES was not called in it: it is there for this sender's next letter. */
    giveBack(slot: Slot): void {
      unused = slot;
    },
  };
}
export type Rate = ReturnType<typeof dynamoRate>;
