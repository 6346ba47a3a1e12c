import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { AppFunction, type AppFunctionProps } from './app-function.ts';
import type { Hall } from './reaction.ts';

export interface StreamConsumerProps extends AppFunctionProps {
  readonly table: { readonly streamArn: string };
  /** Which records of the stream wake it: an event filter, as Lambda has them. */
  readonly wokenBy: object;
}

/** A function that follows the table's stream. A record that fails is halved out of its batch and never holds up others. */
export class StreamConsumer extends AppFunction {
  constructor(scope: Construct, name: string, hall: Hall, { table, wokenBy, ...props }: StreamConsumerProps) {
    super(scope, name, hall, {
      ...props,
      may: [
        ...props.may,
        new PolicyStatement({
          actions: [
            'dynamodb:DescribeStream',
            'dynamodb:GetRecords',
            'dynamodb:GetShardIterator',
            'dynamodb:ListStreams',
          ],
          resources: [table.streamArn],
        }),
        new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [hall.parked.arn] }),
      ],
    });
    new CfnEventSourceMapping(this, 'Stream', {
      functionName: this.functionName,
      eventSourceArn: table.streamArn,
      // From the oldest record: nothing that was committed while the mapping was being made may be missed.
      startingPosition: 'TRIM_HORIZON',
      batchSize: 100,
      parallelizationFactor: 1,
      filterCriteria: { filters: [{ pattern: JSON.stringify(wokenBy) }] },
      bisectBatchOnFunctionError: true,
      functionResponseTypes: ['ReportBatchItemFailures'],
      maximumRetryAttempts: 10,
      maximumRecordAgeInSeconds: 3600,
      destinationConfig: { onFailure: { destination: hall.parked.arn } },
    });
  }
}
