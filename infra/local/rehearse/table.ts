import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { z } from 'zod';
import type { Stage } from '../stage.ts';

export type Item = Readonly<Record<string, unknown>> & { readonly pk: string; readonly sk: string };

const Page = z.object({
  Items: z.array(z.record(z.string(), z.custom<AttributeValue>())).default([]),
  LastEvaluatedKey: z.record(z.string(), z.custom<AttributeValue>()).optional(),
});
const Key = z.looseObject({ pk: z.string(), sk: z.string() });

/** Everything in the stage's own table, behind all policies: for reports and tests, never for people. */
export async function everything(stage: Pick<Stage, 'dynamoDb' | 'resources'>, logicalId = 'Table'): Promise<Item[]> {
  const table = stage.resources('AWS::DynamoDB::Table').find((resource) => resource.logicalId === logicalId);
  if (!table) throw new Error(`the template has no ${logicalId}`);
  const items: Item[] = [];
  let ExclusiveStartKey: Record<string, AttributeValue> | undefined;
  do {
    const page = Page.parse(
      await stage.dynamoDb('Scan', { TableName: table.physicalId, ...(ExclusiveStartKey && { ExclusiveStartKey }) }),
    );
    items.push(...page.Items.map((item) => Key.parse(unmarshall(item))));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return items;
}

/** The aggregates of a kind, by what their sort keys begin with (audit rows begin with `audit#`). */
export const ofKind = (items: readonly Item[], prefix: string): Item[] =>
  items.filter(({ sk }) => sk.startsWith(prefix));
