import {
  CloudFormationClient,
  DeleteStackCommand,
  DescribeStacksCommand,
  UpdateTerminationProtectionCommand,
  waitUntilStackDeleteComplete,
} from '@aws-sdk/client-cloudformation';
import {
  DeleteTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
  UpdateTableCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { DeleteObjectsCommand, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import { Refused } from './command.ts';
import { isMissing } from './stage.ts';
import type { Cloud } from './tear-down.ts';

/** What `destroy` asks of AWS beside finding the stage. */
export const mayTearDownWith = [
  'cloudformation:UpdateTerminationProtection',
  'cloudformation:DeleteStack (and to delete what the stacks made)',
  's3:ListBucket',
  's3:DeleteObject',
  'dynamodb:UpdateTable',
  'dynamodb:DeleteTable',
] as const;

/** An hour: a stack waits for its functions' network and for schedules. */
const patience = { maxWaitTime: 3_600, minDelay: 5, maxDelay: 15 };

export function awsCloud(
  place: { region?: string } = {},
  stacks = new CloudFormationClient(place),
  // An endpoint that is no domain has its buckets in paths.
  s3 = new S3Client({ ...place, forcePathStyle: process.env.AWS_ENDPOINT_URL !== undefined }),
  dynamoDb = new DynamoDBClient(place),
): Cloud {
  const describe = async (stack: string) => {
    try {
      return (await stacks.send(new DescribeStacksCommand({ StackName: stack }))).Stacks?.[0];
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  };
  return {
    async protectedFromDeletion(stack) {
      const found = await describe(stack);
      return found && (found.EnableTerminationProtection ?? false);
    },
    async unprotect(stack) {
      await stacks.send(
        new UpdateTerminationProtectionCommand({ StackName: stack, EnableTerminationProtection: false }),
      );
    },
    async emptyBucket(Bucket) {
      let count = 0;
      for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket })) {
        const Objects = Contents.flatMap(({ Key }) => (Key === undefined ? [] : [{ Key }]));
        if (Objects.length === 0) continue;
        const { Errors = [] } = await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }));
        const [first] = Errors;
        if (first) throw new Refused(`${Bucket} cannot be emptied: ${first.Code ?? ''} ${first.Message ?? ''}`);
        count += Objects.length;
      }
      return count;
    },
    async deleteStack(stack) {
      await stacks.send(new DeleteStackCommand({ StackName: stack }));
      try {
        await waitUntilStackDeleteComplete({ client: stacks, ...patience }, { StackName: stack });
      } catch (error) {
        const why = (await describe(stack))?.StackStatusReason;
        throw why ? new Refused(`${stack} could not be deleted: ${why}`) : error;
      }
    },
    async deleteTable(TableName) {
      try {
        await dynamoDb.send(new UpdateTableCommand({ TableName, DeletionProtectionEnabled: false }));
        await waitUntilTableExists({ client: dynamoDb, maxWaitTime: 300 }, { TableName });
        await dynamoDb.send(new DeleteTableCommand({ TableName }));
      } catch (error) {
        if (!(error instanceof ResourceNotFoundException)) throw error;
      }
    },
  };
}
