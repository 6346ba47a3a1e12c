import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { catalogue } from '../../events/catalogue.ts';
import { source } from '../../events/define.ts';
import { templatesOf } from './stacks.ts';

const template = templatesOf('dev');
const Rule = z.object({
  Name: z.string().optional(),
  EventBusName: z.unknown().optional(),
  EventPattern: z.object({ source: z.array(z.string()), 'detail-type': z.array(z.string()).optional() }).loose(),
  Targets: z.array(
    z.object({
      RetryPolicy: z.object({ MaximumRetryAttempts: z.number(), MaximumEventAgeInSeconds: z.number() }),
      DeadLetterConfig: z.object({ Arn: z.unknown() }),
      InputTransformer: z.object({ InputPathsMap: z.record(z.string(), z.string()) }).optional(),
    }),
  ),
});
const rules = template.ofType('AWS::Events::Rule').map(({ id, Properties }) => ({ id, ...Rule.parse(Properties) }));
const ours = rules.filter(({ EventPattern }) => EventPattern.source.includes(source));

describe('events', () => {
  it('are each heard by one function', () => {
    const heard = ours.flatMap(({ EventPattern }) => EventPattern['detail-type'] ?? []);
    expect(heard.sort()).toEqual(catalogue.map(({ detailType }) => detailType).sort());
  });

  it('that cannot be delivered are tried again, then parked', () => {
    for (const { Targets } of rules) {
      expect(Targets).toHaveLength(1);
      for (const { RetryPolicy, DeadLetterConfig } of Targets) {
        expect(RetryPolicy.MaximumRetryAttempts).toBeGreaterThan(0);
        expect(DeadLetterConfig.Arn).toEqual({ 'Fn::ImportValue': expect.stringContaining('ParkedArn') });
      }
    }
  });

  it('of ours stay on our bus; the only rule on the shared one hears our configuration set and takes no address', () => {
    const shared = rules.filter(({ EventBusName }) => EventBusName === undefined);
    expect(shared).toMatchObject([
      {
        id: 'OnLetterOutcomeRule',
        Name: 'reverse-mentoring-dev-letter-outcome',
        EventPattern: { detail: { mail: { tags: { 'ses:configuration-set': ['reverse-mentoring-dev'] } } } },
      },
    ]);
    expect(Object.keys(shared[0]?.Targets[0]?.InputTransformer?.InputPathsMap ?? {}).sort()).toEqual([
      'at',
      'bounceType',
      'letterId',
      'messageId',
      'scope',
      'type',
    ]);
  });
});
