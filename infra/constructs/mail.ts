import { CfnOutput, Stack } from 'aws-cdk-lib';
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
          // SEND settles at once what a lost answer left open; a delivery may take a reader's mail server hours.
          matchingEventTypes: ['SEND', 'DELIVERY', 'BOUNCE', 'COMPLAINT', 'REJECT'],
          // SES takes no other bus than this one.
          eventBridgeDestination: { eventBusArn: this.#arn('events', 'event-bus', 'default') },
        },
      });
    }
    if (config.mail.identity === 'create') {
      this.#makeIdentity(domainOf(config.mail.from), config.mail.outcomes);
    }
  }

  /**
   * The sender's domain, signed by DKIM, with a return path of its own below it: SPF and DKIM both align, which DMARC of
   * big receivers asks for. What has to stand in the company's DNS is printed by the deploy.
   */
  #makeIdentity(domain: string, outcomes: boolean) {
    const returnPath = `bounce.${domain}`;
    const identity = new CfnEmailIdentity(this, 'Identity', {
      emailIdentity: domain,
      dkimAttributes: { signingEnabled: true },
      dkimSigningAttributes: { nextSigningKeyLength: 'RSA_2048_BIT' },
      // Until its DNS records are there, mail goes out with SES's own return path.
      mailFromAttributes: { mailFromDomain: returnPath, behaviorOnMxFailure: 'USE_DEFAULT_VALUE' },
      // Bounces come as events; only where there are none does SES have to mail them.
      feedbackAttributes: { emailForwardingEnabled: !outcomes },
    });
    const record = (id: string, name: string, type: string, value: string) =>
      new CfnOutput(this, id, { description: `DNS of ${domain}`, value: `${name} ${type} ${value}` });
    record('DnsDkim1', identity.attrDkimDnsTokenName1, 'CNAME', identity.attrDkimDnsTokenValue1);
    record('DnsDkim2', identity.attrDkimDnsTokenName2, 'CNAME', identity.attrDkimDnsTokenValue2);
    record('DnsDkim3', identity.attrDkimDnsTokenName3, 'CNAME', identity.attrDkimDnsTokenValue3);
    record('DnsReturnPath', returnPath, 'MX', `10 feedback-smtp.${Stack.of(this).region}.amazonses.com`);
    record('DnsSpf', returnPath, 'TXT', '"v=spf1 include:amazonses.com -all"');
    record('DnsDmarc', `_dmarc.${domain}`, 'TXT', '"v=DMARC1; p=none"');
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
