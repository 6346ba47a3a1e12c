import { z } from 'zod';
import type { DynamoDb } from '../dynamodb/dynamodb.ts';

const Page = z.object({
  Items: z.array(z.record(z.string(), z.unknown())).default([]),
  LastEvaluatedKey: z.record(z.string(), z.unknown()).optional(),
});

/** What was in the tables at one time, such as the keys that were made when the stage began. */
export interface Snapshot {
  restore(): Promise<void>;
}

export async function takeSnapshot(dynamoDb: DynamoDb, tables: readonly string[]): Promise<Snapshot> {
  const items: { TableName: string; Item: Record<string, unknown> }[] = [];
  for (const TableName of tables) {
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const request = { TableName, ...(ExclusiveStartKey && { ExclusiveStartKey }) };
      const page = Page.parse((await dynamoDb.handle('Scan', request)).body);
      items.push(...page.Items.map((Item) => ({ TableName, Item })));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
  }
  return {
    async restore() {
      for (const item of items) await dynamoDb.handle('PutItem', item);
    },
  };
}
