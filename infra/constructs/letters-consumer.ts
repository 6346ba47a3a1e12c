import { CfnRule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { AnyEvent } from '../../events/define.ts';
import { acknowledge } from '../acknowledged.ts';
import { AppFunction, type AppFunctionProps } from './app-function.ts';
import { delivery, type Hall, heard } from './reaction.ts';

export interface LettersConsumerProps extends AppFunctionProps {
  readonly hears: AnyEvent;
  readonly queue: { readonly arn: string };
}

/** The one function with a working queue, because only mail has a rate. */
export class LettersConsumer extends AppFunction {
  constructor(scope: Construct, name: string, hall: Hall, { hears, queue, ...props }: LettersConsumerProps) {
    super(scope, name, hall, {
      ...props,
      facesPeople: true,
      may: [
        ...props.may,
        new PolicyStatement({
          actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
          resources: [queue.arn],
        }),
      ],
    });
    new CfnRule(this, 'Rule', {
      description: `${name} hears ${hears.detailType}, through its queue`,
      eventBusName: hall.bus.name,
      eventPattern: heard([hears]),
      targets: [{ id: 'Queue', arn: queue.arn, ...delivery(hall) }],
    });
    acknowledge(
      this,
      'Serverless::Serverless-LambdaEventSourceMappingDestination',
      'a message that fails five times goes to the parked queue by the redrive policy of the letters queue itself',
    );
    new CfnEventSourceMapping(this, 'Queue', {
      functionName: this.alias?.ref ?? this.functionName,
      eventSourceArn: queue.arn,
      batchSize: 10,
      functionResponseTypes: ['ReportBatchItemFailures'],
      // More senders than this would only wait for each other's slots.
      scalingConfig: { maximumConcurrency: 5 },
    });
  }
}
