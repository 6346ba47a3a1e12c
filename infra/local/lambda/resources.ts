import { z } from 'zod';
import type { Resource } from '../template/load.ts';

/** A function of the template, with everything the stage needs to run it. */
export interface FunctionResource {
  /** The folder under functions/, which is also the name that tests use. */
  name: string;
  logicalId: string;
  functionName: string;
  arn: string;
  role: Resource;
  /** What it is known by when it calls: the logical id of its role, or its name where several stages have a role of that id. */
  caller: string;
  directory: string;
  module: string;
  exportName: string;
  environment: Record<string, string>;
  timeoutMilliseconds: number;
  memoryMegabytes: number;
}

const FunctionProperties = z.object({
  Code: z.object({ S3Key: z.string() }),
  Handler: z.string(),
  Role: z.string(),
  Environment: z.object({ Variables: z.record(z.string(), z.coerce.string()) }).optional(),
  Timeout: z.coerce.number().default(3),
  MemorySize: z.coerce.number().default(128),
});

const flag = z.union([z.boolean(), z.stringbool()]).default(false);
const onFailure = z
  .strictObject({ OnFailure: z.strictObject({ Destination: z.string() }) })
  .optional()
  .transform((config) => config?.OnFailure.Destination);

/** `AWS::Lambda::EventInvokeConfig` */
export const AsyncConfig = z.strictObject({
  FunctionName: z.string(),
  Qualifier: z.string(),
  MaximumRetryAttempts: z.coerce.number().default(2),
  MaximumEventAgeInSeconds: z.coerce.number().default(21_600),
  DestinationConfig: onFailure,
});
export type AsyncConfig = z.infer<typeof AsyncConfig>;

/** `AWS::Lambda::EventSourceMapping`, as far as streams and queues go; what is not named here is refused. */
export const Mapping = z.strictObject({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  Enabled: z.union([z.boolean(), z.stringbool()]).default(true),
  BatchSize: z.coerce.number().optional(),
  MaximumBatchingWindowInSeconds: z.coerce.number().optional(),
  BisectBatchOnFunctionError: flag,
  MaximumRetryAttempts: z.coerce.number().default(-1),
  MaximumRecordAgeInSeconds: z.coerce.number().default(-1),
  StartingPosition: z.enum(['LATEST', 'TRIM_HORIZON']).optional(),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  FilterCriteria: z.unknown().optional(),
  ScalingConfig: z.strictObject({ MaximumConcurrency: z.coerce.number() }).optional(),
  ParallelizationFactor: z.literal(1).optional(),
  DestinationConfig: onFailure,
  Tags: z.unknown().optional(),
});
export type Mapping = z.infer<typeof Mapping>;

export interface FunctionLookups {
  role(arn: string): Resource;
  caller(role: Resource): string;
  directory(assetKey: string): string;
}

export function functionOf(
  resource: Resource,
  name: string,
  { role, caller, directory }: FunctionLookups,
): FunctionResource {
  const properties = FunctionProperties.parse(resource.properties);
  const [module = 'index', exportName = 'handler'] = properties.Handler.split('.');
  return {
    name,
    logicalId: resource.logicalId,
    functionName: resource.physicalId,
    arn: resource.arn ?? '',
    role: role(properties.Role),
    caller: caller(role(properties.Role)),
    directory: directory(properties.Code.S3Key),
    module,
    exportName,
    environment: properties.Environment?.Variables ?? {},
    timeoutMilliseconds: properties.Timeout * 1000,
    memoryMegabytes: properties.MemorySize,
  };
}
