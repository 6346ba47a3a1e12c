import {
  CloudFormationClient,
  CloudFormationServiceException,
  DeleteStackCommand,
  DescribeStacksCommand,
  type Stack,
  UpdateTerminationProtectionCommand,
} from '@aws-sdk/client-cloudformation';
import {
  DeleteTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb';
import { DeleteObjectsCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { awsCloud } from '../../../infra/ops/cloud.ts';

const region = 'eu-central-1';
const gone = new CloudFormationServiceException({
  name: 'ValidationError',
  message: 'Stack with id x does not exist',
  $fault: 'client',
  $metadata: {},
});

function account() {
  const clients = [
    new CloudFormationClient({ region }),
    new S3Client({ region }),
    new DynamoDBClient({ region }),
  ] as const;
  const [stacks, s3, dynamoDb] = [mockClient(clients[0]), mockClient(clients[1]), mockClient(clients[2])];
  return { cloud: awsCloud({}, ...clients), stacks, s3, dynamoDb };
}
const stack = (more: Partial<Stack>) => ({
  Stacks: [{ StackName: 'x', CreationTime: new Date(0), StackStatus: 'CREATE_COMPLETE' as const, ...more }],
});

describe('the cloud, as taking down a stage needs it', () => {
  it('tells a stack that is protected from one that is not and from one that is gone', async () => {
    const { cloud, stacks } = account();
    stacks
      .on(DescribeStacksCommand)
      .resolvesOnce(stack({ EnableTerminationProtection: true }))
      .resolvesOnce(stack({}))
      .rejects(gone);
    expect(await cloud.protectedFromDeletion('x')).toBe(true);
    expect(await cloud.protectedFromDeletion('x')).toBe(false);
    expect(await cloud.protectedFromDeletion('x')).toBeUndefined();
    stacks.on(UpdateTerminationProtectionCommand).resolves({});
    await cloud.unprotect('x');
    expect(stacks.commandCalls(UpdateTerminationProtectionCommand)[0]?.args[0].input).toEqual({
      StackName: 'x',
      EnableTerminationProtection: false,
    });
  });

  it('waits until a stack is gone, and says why it could not be deleted', async () => {
    const { cloud, stacks } = account();
    stacks.on(DeleteStackCommand).resolves({}).on(DescribeStacksCommand).rejects(gone);
    await cloud.deleteStack('x');
    const failed = stack({ StackStatus: 'DELETE_FAILED', StackStatusReason: 'the bucket is not empty' });
    stacks.on(DescribeStacksCommand).resolves(failed);
    await expect(cloud.deleteStack('x')).rejects.toThrow('x could not be deleted: the bucket is not empty');
  });

  it('empties a bucket page by page, and stops at what it may not delete', async () => {
    const { cloud, s3 } = account();
    s3.on(ListObjectsV2Command)
      .resolvesOnce({ Contents: [{ Key: 'a' }, { Key: 'b' }], IsTruncated: true, NextContinuationToken: 'more' })
      .resolvesOnce({ Contents: [{ Key: 'c' }] })
      .resolves({ Contents: [{ Key: 'd' }] });
    s3.on(DeleteObjectsCommand)
      .resolvesOnce({})
      .resolvesOnce({})
      .resolves({ Errors: [{ Code: 'AccessDenied', Message: 'no' }] });
    expect(await cloud.emptyBucket('raw')).toBe(3);
    await expect(cloud.emptyBucket('raw')).rejects.toThrow('raw cannot be emptied: AccessDenied no');
  });

  it('lifts the protection of a table before it deletes it', async () => {
    const { cloud, dynamoDb } = account();
    dynamoDb
      .on(UpdateTableCommand)
      .resolves({})
      .on(DescribeTableCommand)
      .resolves({ Table: { TableStatus: 'ACTIVE' } })
      .on(DeleteTableCommand)
      .resolves({});
    await cloud.deleteTable('t');
    expect(dynamoDb.calls().map(({ args }) => args[0].constructor.name)).toEqual([
      'UpdateTableCommand',
      'DescribeTableCommand',
      'DeleteTableCommand',
    ]);
    dynamoDb.on(UpdateTableCommand).rejects(new ResourceNotFoundException({ message: 'gone', $metadata: {} }));
    await cloud.deleteTable('deleted by the run before');
  });
});
