import { describe, expect, it } from 'vitest';
import { Buses } from '../../../infra/local/bus/bus.ts';
import type { BusEvent } from '../../../infra/local/bus/delivery.ts';
import { compileTransformer } from '../../../infra/local/bus/transformer.ts';
import { assemblyOf } from './support.ts';

const now = Date.parse('2026-03-02T08:00:00.500Z');
const rule = (logicalId: string, properties: Record<string, unknown>) => ({
  logicalId,
  type: 'AWS::Events::Rule',
  physicalId: `ours|${logicalId}`,
  arn: `arn:aws:events:eu-central-1:000000000000:rule/ours/${logicalId}`,
  properties: { EventBusName: 'ours', State: 'ENABLED', ...properties },
});

const buses = () => {
  let id = 0;
  const assembly = assemblyOf([
    { logicalId: 'Bus', type: 'AWS::Events::EventBus', physicalId: 'ours' },
    {
      logicalId: 'Archive',
      type: 'AWS::Events::Archive',
      physicalId: 'archive',
      properties: { SourceArn: 'arn:aws:events:eu-central-1:000000000000:event-bus/ours', RetentionDays: 1 },
    },
    rule('formed', {
      EventPattern: { 'detail-type': ['pair.formed.v1'] },
      Targets: [
        { Id: 'fn', Arn: 'arn:fn', DeadLetterConfig: { Arn: 'arn:parked' }, RetryPolicy: { MaximumRetryAttempts: 2 } },
        { Id: 'queue', Arn: 'arn:queue', InputPath: '$.detail.pairId', SqsParameters: { MessageGroupId: 'g' } },
      ],
    }),
    rule('off', { State: 'DISABLED', EventPattern: { source: [{ exists: true }] }, Targets: [{ Id: 'x', Arn: 'x' }] }),
    {
      ...rule('ses', { EventPattern: { source: ['aws.ses'] }, Targets: [{ Id: 'fn', Arn: 'arn:outcome' }] }),
      properties: { EventPattern: { source: ['aws.ses'] }, Targets: [{ Id: 'fn', Arn: 'arn:outcome' }] },
    },
  ]);
  return new Buses(assembly, () => `id-${++id}`);
};
const formed = { Source: 'us', DetailType: 'pair.formed.v1', Detail: '{"pairId":"p1"}', EventBusName: 'ours' };

describe('the buses', () => {
  it('deliver an event to each target of each rule of its bus that matches', () => {
    const { results, deliveries } = buses().put([formed, { ...formed, DetailType: 'other' }], now);
    expect(results).toEqual([{ EventId: 'id-1' }, { EventId: 'id-2' }]);
    expect(
      deliveries.map(({ target, input, sqs }) => [target.arn, target.retryAttempts, JSON.parse(input), sqs]),
    ).toEqual([
      [
        'arn:fn',
        2,
        expect.objectContaining({ id: 'id-1', time: '2026-03-02T08:00:00Z', detail: { pairId: 'p1' } }),
        undefined,
      ],
      ['arn:queue', 185, 'p1', { messageGroupId: 'g' }],
    ]);
    expect(deliveries[0]?.target).toMatchObject({ deadLetterArn: 'arn:parked', maximumAgeSeconds: 86_400 });
  });

  it('answer for each entry in its order, also where one is refused', () => {
    const { results } = buses().put(
      [{ ...formed, Detail: 'no json' }, formed, { ...formed, Source: 'aws.ses' }, { ...formed, DetailType: '' }],
      now,
    );
    expect(results.map((result) => ('ErrorCode' in result ? result.ErrorCode : 'ok'))).toEqual([
      'MalformedDetail',
      'ok',
      'NotAuthorizedForSourceException',
      'InvalidArgument',
    ]);
  });

  it('refuse eleven entries, too many bytes and a bus that is not there', () => {
    expect(() => buses().put(Array(11).fill(formed), now)).toThrow('1 to 10');
    expect(() => buses().put([{ ...formed, Detail: JSON.stringify({ x: 'x'.repeat(262_144) }) }], now)).toThrow('size');
    expect(() => buses().put([{ ...formed, EventBusName: 'gone' }], now)).toThrow('gone');
  });

  it('carry the events of AWS services on the default bus', () => {
    const deliveries = buses().emit({ source: 'aws.ses', detailType: 'Email Bounced', detail: {} }, now);
    expect(deliveries.map(({ target }) => target.arn)).toEqual(['arn:outcome']);
  });

  it('replay what an archive kept within its retention, and do not keep it twice', () => {
    const ours = buses();
    ours.put([formed], now);
    const replay = (at: number) => ours.replay('archive', 'again', 0, at, at);
    expect(replay(now + 1).map(({ event }) => event['replay-name'])).toEqual(['again', 'again']);
    expect(replay(now + 2)).toHaveLength(2);
    expect(replay(now + 90_000_000)).toEqual([]);
  });
});

describe('an input transformer', () => {
  const event: BusEvent = {
    version: '0',
    id: 'i',
    'detail-type': 'Email Bounced',
    source: 'aws.ses',
    account: 'a',
    region: 'r',
    time: '2026-03-02T08:00:00Z',
    resources: [],
    detail: {
      eventType: 'Bounce',
      n: 2,
      tags: { letterId: ['l"1'], scope: ['x', 'y'] },
      bounce: { bounceType: 'Permanent' },
    },
  };
  const around = { ruleArn: 'arn:rule', ruleName: 'rule', receivedAt: '2026-03-02T08:00:00.500Z' };
  const transform = (InputTemplate: string) =>
    compileTransformer({
      InputPathsMap: {
        type: '$.detail.eventType',
        n: '$.detail.n',
        letter: '$.detail.tags.letterId[0]',
        scope: '$.detail.tags.scope',
        bounce: '$.detail.bounce',
        gone: '$.detail.gone.further',
        at: '$.time',
      },
      InputTemplate,
    })(event, around);

  it.each([
    ['quotes a bare text', '{"type":<type>,"n":<n>}', { type: 'Bounce', n: 2 }],
    ['escapes inside quotes', '{"letter":"id <letter>, <n>"}', { letter: 'id l"1, 2' }],
    [
      'keeps lists and objects',
      '{"scope": <scope>, "b": <bounce>}',
      { scope: ['x', 'y'], b: { bounceType: 'Permanent' } },
    ],
    ['leaves an empty text where the event has nothing', '{"gone":<gone>,"in":"<gone>"}', { gone: '', in: '' }],
    ['knows its rule', '{"rule":<aws.events.rule-name>}', { rule: 'rule' }],
    ['makes one text of a line', '"<type> at <at>"', 'Bounce at 2026-03-02T08:00:00Z'],
    ['makes one text of a bare line', '<type> at <at>', 'Bounce at 2026-03-02T08:00:00Z'],
    ['takes one placeholder', '<bounce>', { bounceType: 'Permanent' }],
  ])('%s', (_, template, expected) => {
    expect(JSON.parse(transform(template))).toEqual(expected);
  });

  it('refuses a placeholder that the map does not name, an object inside quotes and a path that it does not know', () => {
    expect(() => transform('{"a":<nobody>}')).toThrow('<nobody>');
    expect(() => transform('{"a":"<bounce>"}')).toThrow('inside quotes');
    expect(() => compileTransformer({ InputPathsMap: { a: '$..b' }, InputTemplate: '<a>' })).toThrow('$..b');
  });
});
