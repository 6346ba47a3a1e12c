import validation from 'dynalite/validations/createTable.js';
import validations from 'dynalite/validations/index.js';
import { z } from 'zod';
import { notSupportedLocally } from './errors.ts';
import type { Item } from './item.ts';
import { SortedMap } from './sorted-map.ts';

const flag = z.union([z.boolean(), z.stringbool()]);
const keySchema = z.array(z.strictObject({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));

/** Properties of `AWS::DynamoDB::Table` that the stage knows; any other is refused by its name. */
const tableProperties = z.strictObject({
  TableName: z.string(),
  AttributeDefinitions: z.array(z.strictObject({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) })),
  KeySchema: keySchema,
  BillingMode: z.literal('PAY_PER_REQUEST'),
  GlobalSecondaryIndexes: z
    .array(
      z.strictObject({
        IndexName: z.string(),
        KeySchema: keySchema,
        Projection: z.strictObject({
          ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
          NonKeyAttributes: z.array(z.string()).optional(),
        }),
      }),
    )
    .optional(),
  StreamSpecification: z
    .strictObject({ StreamViewType: z.enum(['KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES']) })
    .optional(),
  TimeToLiveSpecification: z.strictObject({ AttributeName: z.string().optional(), Enabled: flag }).optional(),
  // These change nothing in what a caller sees: a local table is never restored, encrypted, billed or deleted.
  PointInTimeRecoverySpecification: z.unknown().optional(),
  DeletionProtectionEnabled: z.unknown().optional(),
  SSESpecification: z.unknown().optional(),
  Tags: z.unknown().optional(),
});

type TableProperties = z.infer<typeof tableProperties>;

export interface Table {
  name: string;
  arn: string;
  streamArn?: string;
  viewType?: NonNullable<TableProperties['StreamSpecification']>['StreamViewType'];
  ttlAttribute?: string;
  /** As `DescribeTable` gives it, and as dynalite reads it. */
  description: Pick<TableProperties, 'TableName' | 'KeySchema' | 'AttributeDefinitions' | 'GlobalSecondaryIndexes'>;
  rows: SortedMap<Item>;
  indexes: Map<string, SortedMap<Item>>;
  /** Keys of rows that have a time to live, with that time in epoch seconds. */
  expiring: Map<string, number>;
}

export interface Place {
  region: string;
  accountId: string;
}

/** Throws NotSupportedLocally for a property we do not know and ValidationException for what AWS would not create. */
export function describeTable(properties: unknown, place: Place, now: number): Table {
  const parsed = tableProperties.safeParse(properties);
  if (!parsed.success) throw notSupportedLocally(`this table: ${z.prettifyError(parsed.error)}`);
  const { TableName: name, KeySchema, AttributeDefinitions, BillingMode, GlobalSecondaryIndexes } = parsed.data;
  const schema = { TableName: name, KeySchema, AttributeDefinitions, BillingMode, GlobalSecondaryIndexes };
  const checked = validations.checkTypes(structuredClone(schema), validation.types);
  validations.checkValidations(checked, validation.types, validation.custom, undefined);

  const arn = `arn:aws:dynamodb:${place.region}:${place.accountId}:table/${name}`;
  const viewType = parsed.data.StreamSpecification?.StreamViewType;
  const streamArn = viewType && `${arn}/stream/${new Date(now).toISOString().slice(0, 23)}`;
  const ttl = parsed.data.TimeToLiveSpecification;
  return {
    name,
    arn,
    ...(viewType && { viewType, streamArn }),
    ...(ttl?.Enabled && ttl.AttributeName !== undefined && { ttlAttribute: ttl.AttributeName }),
    description: {
      TableName: name,
      KeySchema,
      AttributeDefinitions,
      ...(GlobalSecondaryIndexes && {
        GlobalSecondaryIndexes: GlobalSecondaryIndexes.map((index) => ({
          ...index,
          IndexStatus: 'ACTIVE',
          IndexArn: `${arn}/index/${index.IndexName}`,
        })),
      }),
      ...{ TableStatus: 'ACTIVE', TableArn: arn, CreationDateTime: now / 1000, BillingModeSummary: { BillingMode } },
      ...(viewType && {
        StreamSpecification: { StreamEnabled: true, StreamViewType: viewType },
        LatestStreamArn: streamArn,
      }),
    },
    rows: new SortedMap(),
    indexes: new Map((GlobalSecondaryIndexes ?? []).map((index) => [index.IndexName, new SortedMap<Item>()])),
    expiring: new Map(),
  };
}
