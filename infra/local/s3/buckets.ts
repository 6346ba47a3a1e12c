import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ServiceError } from '../service-error.ts';
import type { Assembly } from '../template/load.ts';

export interface StoredObject {
  body: Buffer;
  /** Milliseconds since 1970 */
  at: number;
}

/** What S3 tells the default bus. */
export interface ObjectCreated {
  source: 'aws.s3';
  detailType: 'Object Created';
  resources: string[];
  detail: Record<string, unknown>;
}

const on = z.literal(true);
/** What is not named here is refused: the stage would otherwise pretend to obey it. */
const BucketProperties = z.strictObject({
  BucketEncryption: z.unknown(),
  LifecycleConfiguration: z.strictObject({
    Rules: z.array(
      z.strictObject({
        Id: z.string(),
        Status: z.literal('Enabled'),
        ExpirationInDays: z.coerce.number(),
        AbortIncompleteMultipartUpload: z.unknown(),
      }),
    ),
  }),
  NotificationConfiguration: z.strictObject({
    EventBridgeConfiguration: z.strictObject({ EventBridgeEnabled: on }),
  }),
  OwnershipControls: z.unknown(),
  PublicAccessBlockConfiguration: z.strictObject({
    BlockPublicAcls: on,
    BlockPublicPolicy: on,
    IgnorePublicAcls: on,
    RestrictPublicBuckets: on,
  }),
  Tags: z.unknown().optional(),
});

const dayMilliseconds = 86_400_000;

/** The buckets of the template, as far as objects are put, read and forgotten. */
export interface Buckets {
  /** Answers what the bus hears of it. @throws NoSuchBucket */
  put(bucket: string, key: string, body: Buffer, now: number): ObjectCreated;
  /** @throws NoSuchBucket, NoSuchKey */
  get(bucket: string, key: string, now: number): StoredObject & { etag: string };
  copy(): Buckets;
}

export function bucketsOf(assembly: Assembly): Buckets {
  const days = new Map(
    assembly.resources
      .filter(({ type }) => type === 'AWS::S3::Bucket')
      .map(({ physicalId, properties }) => {
        const { LifecycleConfiguration } = BucketProperties.parse(properties);
        return [physicalId, Math.min(...LifecycleConfiguration.Rules.map((rule) => rule.ExpirationInDays))];
      }),
  );
  return open(days, assembly, new Map());
}

function open(days: ReadonlyMap<string, number>, assembly: Assembly, objects: Map<string, StoredObject>): Buckets {
  const lifeOf = (bucket: string): number => {
    const life = days.get(bucket);
    if (life === undefined) throw new ServiceError('NoSuchBucket', 'The specified bucket does not exist', 404);
    return life * dayMilliseconds;
  };
  const etagOf = (body: Buffer) => createHash('md5').update(body).digest('hex');
  return {
    put(bucket, key, body, now) {
      lifeOf(bucket);
      objects.set(`${bucket}/${key}`, { body, at: now });
      return {
        source: 'aws.s3',
        detailType: 'Object Created',
        resources: [`arn:aws:s3:::${bucket}`],
        detail: {
          version: '0',
          bucket: { name: bucket },
          object: { key, size: body.length, etag: etagOf(body), sequencer: now.toString(16).padStart(18, '0') },
          'request-id': 'local',
          requester: assembly.accountId,
          'source-ip-address': '127.0.0.1',
          reason: 'PutObject',
        },
      };
    },
    get(bucket, key, now) {
      const life = lifeOf(bucket);
      const found = objects.get(`${bucket}/${key}`);
      if (!found || now >= found.at + life) {
        throw new ServiceError('NoSuchKey', 'The specified key does not exist.', 404);
      }
      return { ...found, etag: etagOf(found.body) };
    },
    copy: () => open(days, assembly, new Map(objects)),
  };
}
