import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnConfigurationSet, CfnConfigurationSetEventDestination, CfnEmailIdentity } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledged.ts';
import { appName } from '../names.ts';
import type { Setting } from './app-function.ts';

/** Mail of a stage: the sender's domain, and a configuration set by which SES's own events are known as ours. */
export class Mail extends Construct {
  readonly configurationSet: string;
  readonly #setting: Setting;

  constructor(scope: Construct, id: string, setting: Setting) {
    super(scope, id);
    this.#setting = setting;
    const { stage, config } = setting;
    this.configurationSet = `${appName}-${stage}`;
    const set = new CfnConfigurationSet(this, 'ConfigurationSet', {
      name: this.configurationSet,
      deliveryOptions: { tlsPolicy: 'REQUIRE' },
      // No open or click tracking: it rewrites signed links and watches employees.
      suppressionOptions: { suppressedReasons: ['BOUNCE', 'COMPLAINT'] },
    });
    if (config.mail.outcomes) {
      new CfnConfigurationSetEventDestination(this, 'Outcomes', {
        configurationSetName: set.ref,
        eventDestination: {
          name: 'default-bus',
          enabled: true,
          matchingEventTypes: ['DELIVERY', 'BOUNCE', 'COMPLAINT', 'REJECT'],
          // SES takes no other bus than this one.
          eventBridgeDestination: { eventBusArn: this.#arn('events', 'event-bus', 'default') },
        },
      });
    }
    if (config.mail.identity === 'create') {
      new CfnEmailIdentity(this, 'Identity', { emailIdentity: domainOf(config.mail.from) });
    }
  }

  /** Sends as our one sender only. SES asks for the identity, the configuration set and, in its sandbox, verified recipients. */
  maySend(): PolicyStatement[] {
    const { from, to } = this.#setting.config.mail;
    const known = to === 'everyone' ? [] : 'only' in to ? to.only : [to.redirectTo];
    const identities = [domainOf(from), from, ...known, ...known.map(domainOf)];
    return [
      new PolicyStatement({
        actions: ['ses:SendRawEmail'],
        resources: [
          ...new Set(identities.map((identity) => this.#arn('ses', 'identity', identity))),
          this.#arn('ses', 'configuration-set', this.configurationSet),
        ],
        conditions: { StringEquals: { 'ses:FromAddress': from } },
      }),
      // This action knows no resources.
      new PolicyStatement({ actions: ['ses:GetSendQuota'], resources: ['*'] }),
    ];
  }

  explain(sender: Construct) {
    const reason = 'ses:GetSendQuota, the only statement with *, knows no resources';
    acknowledge(sender, 'AwsSolutions::AwsSolutions-IAM5[Resource::*]', reason);
    acknowledge(sender, 'Serverless::Serverless-LambdaStarPermissions', reason);
  }

  #arn(service: string, resource: string, resourceName: string) {
    return Stack.of(this).formatArn({ service, resource, resourceName });
  }
}

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1);
