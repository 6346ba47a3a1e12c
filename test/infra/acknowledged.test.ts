import { describe, expect, it } from 'vitest';
import { templatesOf } from './stacks.ts';

const inbound = { domain: 'reply.dev.mentoring.example.org', ruleSet: 'default' };
const { acknowledged } = templatesOf('dev', { inbound });

describe('what cdk-nag finds and we leave as it is', () => {
  it('has a reason that somebody can judge', () => {
    expect(acknowledged.length).toBeGreaterThan(0);
    for (const { path, rule, reason } of acknowledged) {
      expect(reason, `${rule} at ${path}`).toMatch(/^.{30,}$/);
      expect(reason, `${rule} at ${path}`).not.toMatch(/todo|fixme|false positive|not needed/i);
    }
  });

  it('is said of one construct and one rule at a time, never of a whole stack', () => {
    for (const { path, rule } of acknowledged) {
      expect(path.split('/').length, `${rule} at ${path}`).toBeGreaterThan(1);
      expect(rule).toMatch(/^(AwsSolutions|Serverless)::\1-[A-Za-z0-9]+(\[.+\])?$/);
    }
  });

  it('is few kinds of things: a new kind is a decision', () => {
    const rules = new Set(acknowledged.map(({ rule }) => rule.replace(/^\w+::|\[.*$/g, '')));
    expect([...rules].sort()).toEqual([
      'AwsSolutions-APIG4',
      'AwsSolutions-DDB3',
      'AwsSolutions-IAM5',
      'AwsSolutions-S1',
      'Serverless-LambdaAsyncFailureDestination',
      'Serverless-LambdaDLQ',
      'Serverless-LambdaEventSourceMappingDestination',
      'Serverless-LambdaStarPermissions',
      'Serverless-LambdaTracing',
      'Serverless-SQSRedrivePolicy',
    ]);
  });
});
