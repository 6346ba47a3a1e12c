import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { describe, expect, it } from 'vitest';
import { makeApp } from '../../infra/app.ts';
import { configOf } from '../../infra/config.ts';
import { templatesOf } from './stacks.ts';

const prod = templatesOf('prod');
const dev = templatesOf('dev');
const replying = templatesOf('prod', { inbound: { domain: 'reply.mentoring.example.org', ruleSet: 'default' } });

describe('stages', () => {
  it.each(['dev', 'prod', 'local'])('%s passes the rules of cdk-nag, or says why not', (stage) => {
    const { app } = makeApp({ stage, config: configOf(stage), code: () => Code.fromInline('// placeholder') });
    expect(() => app.synth()).not.toThrow();
    expect(App.isApp(app)).toBe(true);
  });

  it('keep tables and logs in prod, with a way back to any second', () => {
    for (const table of prod.ofType('AWS::DynamoDB::Table')) {
      expect(table.DeletionPolicy).toBe('Retain');
      expect(table.Properties).toMatchObject({
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      });
    }
    for (const logs of prod.ofType('AWS::Logs::LogGroup')) expect(logs.DeletionPolicy).toBe('Retain');
    for (const table of dev.ofType('AWS::DynamoDB::Table')) expect(table.DeletionPolicy).toBe('Delete');
  });

  it('protect both stacks of prod from being deleted at one word', () => {
    expect(prod.protectedFromDeletion).toBe(true);
    expect(dev.protectedFromDeletion).toBe(false);
  });

  it.each([
    ['AWS::SQS::Queue', 'AWS::SQS::QueuePolicy', 'Queues'],
    ['AWS::SNS::Topic', 'AWS::SNS::TopicPolicy', 'Topics'],
    ['AWS::S3::Bucket', 'AWS::S3::BucketPolicy', 'Bucket'],
  ])('let nobody speak to an %s but by TLS', (type, policyType, whose) => {
    const there = replying.ofType(type);
    expect(there.length).toBeGreaterThan(0);
    for (const { id } of there) {
      const [policy] = replying
        .ofType(policyType)
        .filter(({ Properties }) => [Properties[whose]].flat().some((ref) => Object(ref).Ref === id));
      expect(JSON.stringify(policy?.Properties), id).toContain(
        '"Condition":{"Bool":{"aws:SecureTransport":"false"}},"Effect":"Deny","Principal":',
      );
    }
  });

  it('can live side by side: whatever has a name of its own has the stage in it', () => {
    const names = dev.all.flatMap(({ Properties }) =>
      ['FunctionName', 'Name', 'RoleName', 'TableName', 'QueueName', 'LogGroupName']
        .map((field) => Properties[field])
        .filter((name) => typeof name === 'string' && name !== '$default'),
    );
    expect(names.length).toBeGreaterThan(28);
    for (const name of names) expect(name).toContain('-dev');
  });

  it('log the route of a request and never its path: a path holds a token', () => {
    const [stage] = dev.ofType('AWS::ApiGatewayV2::Stage');
    const format = JSON.stringify(Object(stage?.Properties.AccessLogSettings).Format);
    expect(format).toContain('$context.routeKey');
    expect(format).not.toMatch(/path|sourceIp/i);
  });

  it('can be made without an archive, where the endpoint has none', () => {
    expect(templatesOf('dev', { archive: 'off' }).ofType('AWS::Events::Archive')).toEqual([]);
  });
});
