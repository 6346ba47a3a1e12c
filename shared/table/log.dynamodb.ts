import {
  type DynamoDBClient,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Scope } from '../../events/ids.ts';
import { type Key, logPartition } from './keys.ts';
import { LogRow } from './log.ts';

/** The desk's log: commits write most of its rows (see `log.ts`); a look or an export writes its row alone. */
export function dynamoLog(client: DynamoDBClient, name: string) {
  /** Written once: a row that is there already stays as it is. */
  async function note(item: Key & Record<string, unknown>): Promise<void> {
    try {
      const Item = marshall(item, { removeUndefinedValues: true });
      const Put = { TableName: name, Item, ConditionExpression: 'attribute_not_exists(pk)' };
      await client.send(new TransactWriteItemsCommand({ TransactItems: [{ Put }] }));
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const there = ['ConditionalCheckFailed', 'TransactionConflict'];
      if (!error.CancellationReasons?.some(({ Code }) => there.includes(Code ?? ''))) throw error;
    }
  }

  /** The newest rows of a scope that lie before `before`, newest first. */
  async function newest(
    scope: Scope,
    { before, limit }: { before?: string | undefined; limit: number },
  ): Promise<LogRow[]> {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: name,
        KeyConditionExpression: before ? 'pk = :pk AND sk < :before' : 'pk = :pk',
        ExpressionAttributeValues: marshall({ ':pk': logPartition(scope), ...(before ? { ':before': before } : {}) }),
        ScanIndexForward: false,
        Limit: limit,
      }),
    );
    return Items.map((item) => LogRow.parse(unmarshall(item)));
  }

  return { note, newest };
}
