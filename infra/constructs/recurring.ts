import { Stack } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnEventInvokeConfig } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledged.ts';
import { AppFunction, type AppFunctionProps, type Setting } from './app-function.ts';

export interface RecurringProps extends AppFunctionProps {
  /** `rate(5 minutes)` */
  readonly every: string;
  readonly group: string;
}

/** A function that runs again and again. Its next run is its retry: a failed one is an alarm, and is not parked. */
export class Recurring extends AppFunction {
  constructor(scope: Construct, name: string, setting: Setting, { every, group, ...props }: RecurringProps) {
    super(scope, name, setting, props);
    new CfnEventInvokeConfig(this, 'Async', {
      functionName: this.functionName,
      qualifier: '$LATEST',
      maximumRetryAttempts: 0,
      maximumEventAgeInSeconds: 300,
    });
    acknowledge(
      this,
      'Serverless::Serverless-LambdaAsyncFailureDestination',
      'the next run is the retry; parking a run of redrive for redrive would never end',
    );
    const role = new Role(this, 'ScheduleRole', {
      assumedBy: schedulerOf(this),
      inlinePolicies: {
        May: new PolicyDocument({
          statements: [new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [this.arn] })],
        }),
      },
    });
    new CfnSchedule(this, 'Schedule', {
      groupName: group,
      description: props.ifItFails,
      scheduleExpression: every,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: this.arn,
        roleArn: role.roleArn,
        retryPolicy: { maximumRetryAttempts: 0, maximumEventAgeInSeconds: 300 },
      },
    });
  }
}

/** The scheduler of this account only: another account's must not be able to use the role. */
export const schedulerOf = (scope: Construct) =>
  new ServicePrincipal('scheduler.amazonaws.com', {
    conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
  });
