import { CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnBucket, CfnBucketPolicy } from 'aws-cdk-lib/aws-s3';
import { CfnReceiptRule } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledged.ts';
import type { StageConfig } from '../config.ts';
import { appName, ownRuleSet } from '../names.ts';

export interface InboundProps {
  readonly stage: string;
  readonly inbound: Exclude<StageConfig['inbound'], 'off'>;
}

/**
 * Mail that comes to the stage's own subdomain: SES puts each message into a bucket, where it lies for a week. The account
 * has one active set of receipt rules, which CloudFormation cannot activate: the stage only adds its rule to it.
 */
export class Inbound extends Construct {
  readonly domain: string;
  readonly bucket: { readonly name: string; readonly arn: string };

  constructor(scope: Construct, id: string, { stage, inbound: { domain, ruleSet = ownRuleSet } }: InboundProps) {
    super(scope, id);
    this.domain = domain;
    const bucket = new CfnBucket(this, 'RawMail', {
      bucketEncryption: {
        serverSideEncryptionConfiguration: [{ serverSideEncryptionByDefault: { sseAlgorithm: 'AES256' } }],
      },
      lifecycleConfiguration: {
        rules: [
          {
            id: 'a-week',
            status: 'Enabled',
            expirationInDays: 7,
            abortIncompleteMultipartUpload: { daysAfterInitiation: 1 },
          },
        ],
      },
      notificationConfiguration: { eventBridgeConfiguration: { eventBridgeEnabled: true } },
      ownershipControls: { rules: [{ objectOwnership: 'BucketOwnerEnforced' }] },
      publicAccessBlockConfiguration: {
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
    });
    bucket.applyRemovalPolicy(RemovalPolicy.DESTROY);
    acknowledge(
      bucket,
      'AwsSolutions::AwsSolutions-S1',
      'one function reads it and says so in its log; a log of accesses would outlive the mail that it is about',
    );
    this.bucket = { name: bucket.ref, arn: bucket.attrArn };

    const ruleName = `${appName}-${stage}-replies`;
    const everything = `${bucket.attrArn}/*`;
    const policy = new CfnBucketPolicy(this, 'RawMailPolicy', {
      bucket: bucket.ref,
      policyDocument: new PolicyDocument({
        statements: [
          new PolicyStatement({
            principals: [new ServicePrincipal('ses.amazonaws.com')],
            actions: ['s3:PutObject'],
            resources: [everything],
            conditions: {
              StringEquals: { 'aws:SourceAccount': Stack.of(this).account },
              ArnLike: {
                'aws:SourceArn': Stack.of(this).formatArn({
                  service: 'ses',
                  resource: 'receipt-rule-set',
                  resourceName: `${ruleSet}:receipt-rule/${ruleName}`,
                }),
              },
            },
          }),
          new PolicyStatement({
            effect: Effect.DENY,
            principals: [new AnyPrincipal()],
            actions: ['s3:*'],
            resources: [bucket.attrArn, everything],
            conditions: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
        ],
      }),
    });
    const rule = new CfnReceiptRule(this, 'Rule', {
      ruleSetName: ruleSet,
      rule: {
        name: ruleName,
        enabled: true,
        recipients: [domain],
        // Verdicts about spam and viruses come as headers; the function drops by them.
        scanEnabled: true,
        tlsPolicy: 'Require',
        actions: [{ s3Action: { bucketName: bucket.ref } }],
      },
    });
    new CfnOutput(this, 'DnsReplies', {
      description: `DNS of ${domain}`,
      value: `${domain} MX 10 inbound-smtp.${Stack.of(this).region}.amazonaws.com`,
    });
    // SES tries to write when the rule is made.
    rule.addResourceDependency(policy);
  }

  mayRead(): PolicyStatement {
    return new PolicyStatement({ actions: ['s3:GetObject'], resources: [`${this.bucket.arn}/*`] });
  }
}
