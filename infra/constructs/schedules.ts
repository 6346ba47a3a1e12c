import { Stack } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { acknowledge, wildcard } from '../acknowledged.ts';
import { appName } from '../names.ts';
import type { Hall } from './reaction.ts';
import { schedulerOf } from './recurring.ts';

/** Where `calendar` puts its one-time schedules, and the one role by which they ring: they put an event on the bus. */
export class Schedules extends Construct {
  readonly group: string;
  readonly role: string;

  constructor(scope: Construct, id: string, { stage, bus }: Hall) {
    super(scope, id);
    this.group = new CfnScheduleGroup(this, 'Group', { name: `${appName}-${stage}` }).ref;
    this.role = new Role(this, 'Role', {
      assumedBy: schedulerOf(this),
      inlinePolicies: {
        May: new PolicyDocument({
          statements: [new PolicyStatement({ actions: ['events:PutEvents'], resources: [bus.arn] })],
        }),
      },
    }).roleArn;
  }

  /** Lets a function make schedules of this group, and hand them no other role than this one. */
  mayCreate(): PolicyStatement[] {
    return [
      new PolicyStatement({ actions: ['scheduler:CreateSchedule'], resources: [this.#all()] }),
      new PolicyStatement({
        actions: ['iam:PassRole'],
        resources: [this.role],
        conditions: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
      }),
    ];
  }

  explain(calendar: Construct) {
    acknowledge(calendar, wildcard(calendar, this.#all()), 'a schedule is named after its cohort and minute');
  }

  #all() {
    return Stack.of(this).formatArn({ service: 'scheduler', resource: 'schedule', resourceName: `${this.group}/*` });
  }
}
