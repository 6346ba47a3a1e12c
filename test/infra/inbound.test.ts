import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { describe, expect, it } from 'vitest';
import { makeApp } from '../../infra/app.ts';
import { configOf } from '../../infra/config.ts';
import { statementsOf, templatesOf } from './stacks.ts';

const inbound = { domain: 'reply.dev.mentoring.example.org', ruleSet: 'default' };
const template = templatesOf('dev', { inbound });
const only = (type: string) => {
  const [one, ...others] = template.ofType(type);
  expect(others).toEqual([]);
  return one?.Properties;
};

describe('mail that comes in', () => {
  it('is off unless a stage names its subdomain and the rule set', () => {
    for (const stage of ['dev', 'prod']) {
      const { ofType } = templatesOf(stage);
      for (const type of ['AWS::S3::Bucket', 'AWS::SES::ReceiptRule']) expect(ofType(type)).toEqual([]);
    }
    expect(() =>
      configOf('dev', { changes: { inbound: { ...inbound, domain: 'dev.mentoring.example.org' } } }),
    ).toThrow('inbound.domain: a subdomain of its own');
  });

  it('is taken for that subdomain only, scanned, over TLS, by a rule that is made after the bucket lets it in', () => {
    expect(only('AWS::SES::ReceiptRule')).toEqual({
      RuleSetName: 'default',
      Rule: {
        Name: 'reverse-mentoring-dev-replies',
        Enabled: true,
        Recipients: ['reply.dev.mentoring.example.org'],
        ScanEnabled: true,
        TlsPolicy: 'Require',
        Actions: [{ S3Action: { BucketName: { Ref: 'InboundRawMail' } } }],
      },
    });
    expect(template.ofType('AWS::SES::ReceiptRule')[0]?.DependsOn).toEqual(['InboundRawMailPolicy']);
  });

  it('lies encrypted for a week in a bucket that nobody else can open', () => {
    expect(only('AWS::S3::Bucket')).toMatchObject({
      LifecycleConfiguration: { Rules: [{ Status: 'Enabled', ExpirationInDays: 7 }] },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
    });
    const policy = JSON.stringify(only('AWS::S3::BucketPolicy'));
    expect(policy).toContain('{"Bool":{"aws:SecureTransport":"false"}},"Effect":"Deny"');
    expect(policy).toContain('"StringEquals":{"aws:SourceAccount":{"Ref":"AWS::AccountId"}}');
    expect(policy).toContain(':receipt-rule-set/default:receipt-rule/reverse-mentoring-dev-replies');
  });

  it('is read by one function, which can neither write nor list it, nor unseal an answer', () => {
    const roles = template
      .ofType('AWS::IAM::Role')
      .filter((role) => statementsOf(role).some(({ Action }) => Action.some((action) => action.startsWith('s3:'))));
    expect(roles.map(({ id }) => id)).toEqual(['OnReplyReceivedRole']);
    const actions = roles.flatMap(statementsOf).flatMap(({ Action }) => Action);
    expect(actions.filter((action) => action.startsWith('s3:'))).toEqual(['s3:GetObject']);
    expect(JSON.stringify(roles)).not.toContain('seal#');
  });

  it('waits in a queue of its own, of which two runs take ten at a time: a crowd leaves the pages their functions', () => {
    const rule = template.ofType('AWS::Events::Rule').find(({ id }) => id === 'OnReplyReceivedRule');
    expect(rule?.Properties).toMatchObject({
      EventPattern: { source: ['aws.s3'], detail: { bucket: { name: [{ Ref: 'InboundRawMail' }] } } },
      Targets: [
        {
          Arn: { 'Fn::ImportValue': expect.stringContaining('RepliesArn') },
          InputTransformer: { InputTemplate: '{"key":"<key>"}' },
          DeadLetterConfig: { Arn: { 'Fn::ImportValue': expect.stringContaining('ParkedArn') } },
        },
      ],
    });
    const mapping = template.ofType('AWS::Lambda::EventSourceMapping').find(({ id }) => id === 'OnReplyReceivedQueue');
    expect(mapping?.Properties).toMatchObject({ BatchSize: 10, ScalingConfig: { MaximumConcurrency: 2 } });
    const may = template.ofType('AWS::Lambda::Permission').map(({ Properties }) => JSON.stringify(Properties));
    expect(may.filter((one) => one.includes('OnReplyReceived'))).toEqual([]);
  });

  it('passes the rules of cdk-nag, or says why not', () => {
    const config = configOf('dev', { changes: { inbound } });
    const { app } = makeApp({ stage: 'dev', config, code: () => Code.fromInline('// placeholder') });
    expect(() => app.synth()).not.toThrow();
    expect(App.isApp(app)).toBe(true);
  });
});

describe('two stages that take mail in one account', () => {
  it('add a rule each, by names of their own, to the one set that is active', () => {
    const rules = (stage: string) =>
      templatesOf(stage, { inbound: { domain: `reply.${stage}.example.net`, ruleSet: 'theirs' } })
        .ofType('AWS::SES::ReceiptRule')
        .map(({ Properties }) => [
          Properties.RuleSetName,
          Object(Properties.Rule).Name,
          Object(Properties.Rule).Recipients,
        ]);
    expect(rules('dev')).toEqual([['theirs', 'reverse-mentoring-dev-replies', ['reply.dev.example.net']]]);
    expect(rules('prod')).toEqual([['theirs', 'reverse-mentoring-prod-replies', ['reply.prod.example.net']]]);
    expect(template.ofType('AWS::SES::ReceiptRuleSet')).toEqual([]);
  });
});
