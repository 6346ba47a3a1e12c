import { z } from 'zod';
import type { DynamoDb } from '../dynamodb/dynamodb.ts';
import { ServiceError } from '../service-error.ts';
import type { Assembly } from '../template/load.ts';
import type { TableKeys } from './dynamodb-calls.ts';

const KeySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.string() }));
const Properties = z.object({
  KeySchema,
  GlobalSecondaryIndexes: z.array(z.object({ IndexName: z.string(), KeySchema })).default([]),
  LocalSecondaryIndexes: z.array(z.object({ IndexName: z.string(), KeySchema })).default([]),
});

/** Makes the tables of the template, and answers what authorisation asks about them. */
export interface Tables {
  names: readonly string[];
  keys(name: string): TableKeys;
}

export function tablesOf(assembly: Assembly, dynamoDb: DynamoDb): Tables {
  const known = new Map<string, TableKeys>();
  const names: string[] = [];
  for (const { type, properties, physicalId, arn = '' } of assembly.resources) {
    if (type !== 'AWS::DynamoDB::Table') continue;
    dynamoDb.createTable({ ...properties, TableName: physicalId });
    const { KeySchema: own, GlobalSecondaryIndexes, LocalSecondaryIndexes } = Properties.parse(properties);
    const indexes = [...GlobalSecondaryIndexes, ...LocalSecondaryIndexes].map(
      ({ IndexName, KeySchema: keys }) => [IndexName, partitionKeyOf(keys)] as const,
    );
    const keys = { arn, partitionKey: partitionKeyOf(own), indexes: Object.fromEntries(indexes) };
    names.push(physicalId);
    for (const name of [physicalId, arn]) known.set(name, keys);
  }
  return {
    names,
    keys(name) {
      const keys = known.get(name);
      if (!keys) throw new ServiceError('ResourceNotFoundException', 'Requested resource not found');
      return keys;
    },
  };
}

const partitionKeyOf = (schema: z.infer<typeof KeySchema>) =>
  schema.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? '';
