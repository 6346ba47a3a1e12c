import { Stack } from 'aws-cdk-lib';
import type { CfnAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnApplication, CfnDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { AppFunction } from '../../constructs/app-function.ts';
import type { House } from './house.ts';

interface Released {
  readonly functions: readonly AppFunction[];
  /** The alarm that sends them back. */
  readonly stoppedBy: CfnAlarm | undefined;
}

/**
 * New code of what faces people gets a tenth of the calls for five minutes, then all. If the alarm rings meanwhile, or
 * rang already, the alias goes back to the version before, and CloudFormation takes the whole deployment back.
 */
export function releases(stack: Construct, { hall: { config } }: House, all: readonly Released[]) {
  if (config.release === 'at once') return;
  const aliased = all.flatMap(({ functions, stoppedBy }) =>
    functions.flatMap((of) => (of.alias && stoppedBy ? [{ of, alias: of.alias, stoppedBy }] : [])),
  );
  const application = new CfnApplication(stack, 'Releases', { computePlatform: 'Lambda' });
  const role = new Role(stack, 'ReleasesRole', {
    // For this account only: another's deployment must not be able to use the role.
    assumedBy: new ServicePrincipal('codedeploy.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(stack).account } },
    }),
    inlinePolicies: {
      May: new PolicyDocument({
        minimize: false,
        statements: [
          new PolicyStatement({
            actions: ['lambda:GetAlias', 'lambda:UpdateAlias', 'lambda:GetProvisionedConcurrencyConfig'],
            resources: aliased.flatMap(({ of }) => [of.arn, `${of.arn}:live`]),
          }),
          new PolicyStatement({
            actions: ['cloudwatch:DescribeAlarms'],
            resources: [...new Set(aliased.map(({ stoppedBy }) => stoppedBy.attrArn))],
          }),
        ],
      }),
    },
  });
  for (const { of, alias, stoppedBy } of aliased) {
    const group = new CfnDeploymentGroup(of, 'Release', {
      applicationName: application.ref,
      serviceRoleArn: role.roleArn,
      deploymentConfigName: 'CodeDeployDefault.LambdaCanary10Percent5Minutes',
      deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
      alarmConfiguration: { enabled: true, alarms: [{ name: stoppedBy.ref }] },
      autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM'] },
    });
    alias.cfnOptions.updatePolicy = {
      codeDeployLambdaAliasUpdate: { applicationName: application.ref, deploymentGroupName: group.ref },
    };
  }
}
