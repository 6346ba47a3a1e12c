import { CfnRule, type CfnRuleProps } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledged.ts';
import { AppFunction, type AppFunctionProps } from './app-function.ts';
import { delivery, type Hall } from './reaction.ts';

export interface QueueConsumerProps extends AppFunctionProps {
  readonly queue: { readonly arn: string };
  /** What the rule that fills the queue matches. */
  readonly rule: Pick<CfnRuleProps, 'name' | 'description' | 'eventBusName' | 'eventPattern'>;
  readonly input?: CfnRule.InputTransformerProperty;
  /** So many runs at once, at most, however much waits. */
  readonly atOnce: number;
}

/** A function that a rule reaches through a queue, because what comes must not run all at once. */
export class QueueConsumer extends AppFunction {
  constructor(
    scope: Construct,
    name: string,
    hall: Hall,
    { queue, rule, input, atOnce, ...props }: QueueConsumerProps,
  ) {
    super(scope, name, hall, {
      ...props,
      may: [
        ...props.may,
        new PolicyStatement({
          actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
          resources: [queue.arn],
        }),
      ],
    });
    new CfnRule(this, 'Rule', {
      ...rule,
      targets: [{ id: 'Queue', arn: queue.arn, ...delivery(hall), ...(input && { inputTransformer: input }) }],
    });
    acknowledge(
      this,
      'Serverless::Serverless-LambdaEventSourceMappingDestination',
      'a message that fails five times goes to the parked queue by the redrive policy of its queue itself',
    );
    new CfnEventSourceMapping(this, 'Queue', {
      functionName: this.alias?.ref ?? this.functionName,
      eventSourceArn: queue.arn,
      batchSize: 10,
      functionResponseTypes: ['ReportBatchItemFailures'],
      scalingConfig: { maximumConcurrency: atOnce },
    });
  }
}
