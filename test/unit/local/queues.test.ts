import { describe, expect, it } from 'vitest';
import { queuesOf } from '../../../infra/local/sqs/queues.ts';
import { assemblyOf } from './support.ts';

const arn = (name: string) => `arn:aws:sqs:eu-central-1:000000000000:${name}`;
const queues = () => {
  let id = 0;
  const queue = (name: string, properties: Record<string, unknown>) => ({
    logicalId: name,
    type: 'AWS::SQS::Queue',
    physicalId: `http://q/${name}`,
    arn: arn(name),
    properties,
  });
  return queuesOf(
    assemblyOf([
      queue('letters', {
        VisibilityTimeout: 60,
        RedrivePolicy: { deadLetterTargetArn: arn('parked'), maxReceiveCount: 2 },
      }),
      queue('parked', { MessageRetentionPeriod: 3600 }),
    ]),
    () => `m${++id}`,
  );
};
const ids = (messages: { MessageId: string }[]) => messages.map(({ MessageId }) => MessageId);

describe('a queue', () => {
  it('shows a message once until its visibility ends or it is deleted', () => {
    const letters = queues().find('letters');
    letters.send({ MessageBody: 'a' }, 0);
    letters.send({ MessageBody: 'b' }, 0);
    const [a, b] = letters.receive({ maximum: 10 }, 1000);
    expect([a?.Body, b?.Body, letters.receive({}, 60_999)]).toEqual(['a', 'b', []]);
    letters.delete(a?.ReceiptHandle ?? '');
    const again = letters.receive({ maximum: 10 }, 61_000);
    expect(again).toMatchObject([
      { MessageId: 'm2', Attributes: { ApproximateReceiveCount: '2', SentTimestamp: '0' } },
    ]);
    letters.delete(b?.ReceiptHandle ?? '');
    expect(letters.counts(61_000)).toEqual({ visible: 0, notVisible: 1, delayed: 0 });
  });

  it('holds back what is delayed and knows when it shows', () => {
    const all = queues();
    const letters = all.find('http://q/letters');
    expect(all.nextVisibleAt(0)).toBeUndefined();
    letters.send({ MessageBody: 'later', DelaySeconds: 5 }, 0);
    expect(letters.counts(0)).toEqual({ visible: 0, notVisible: 0, delayed: 1 });
    expect([all.nextVisibleAt(0), all.nextVisibleAt(7000)]).toEqual([5000, 7000]);
    expect(ids(letters.receive({}, 5000))).toEqual(['m1']);
    expect(letters.counts(5000)).toEqual({ visible: 0, notVisible: 1, delayed: 0 });
  });

  it('changes the visibility of a message in flight only', () => {
    const letters = queues().find(arn('letters'));
    letters.send({ MessageBody: 'a' }, 0);
    const handle = letters.receive({}, 0)[0]?.ReceiptHandle ?? '';
    letters.changeVisibility(handle, 0, 10);
    expect(letters.nextVisibleAt(10)).toBe(10);
    expect(() => letters.changeVisibility(handle, 5, 10)).toThrow('not in flight');
    expect(() => letters.changeVisibility('what', 5, 10)).toThrow('not a valid receipt handle');
  });

  it('moves a message that was received too often to its dead letters, as old as it was', () => {
    const all = queues();
    const letters = all.find('letters');
    const attributes = { why: { DataType: 'String', StringValue: 'x' } };
    letters.send({ MessageBody: 'poison', MessageAttributes: attributes }, 0);
    letters.receive({}, 0);
    letters.receive({}, 60_000);
    expect(letters.receive({}, 120_000)).toEqual([]);
    const parked = all.find('parked');
    expect(parked.receive({}, 120_000)).toMatchObject([
      {
        MessageId: 'm1',
        Attributes: { ApproximateReceiveCount: '3', SentTimestamp: '0', DeadLetterQueueSourceArn: arn('letters') },
        MessageAttributes: attributes,
      },
    ]);
    expect(parked.counts(3_600_001)).toEqual({ visible: 0, notVisible: 0, delayed: 0 });
  });

  it('gives the digests that the SDK checks', () => {
    const sent = queues()
      .find('letters')
      .send({ MessageBody: 'hello', MessageAttributes: { a: { DataType: 'String', StringValue: 'b' } } }, 0);
    expect(sent.MD5OfMessageBody).toBe('5d41402abc4b2a76b9719d911017c592');
    expect(sent.MD5OfMessageAttributes).toMatch(/^[0-9a-f]{32}$/);
  });

  it('answers a batch entry by entry', () => {
    const entries = [
      { Id: 'fine', MessageBody: 'a' },
      { Id: 'late', MessageBody: 'b', DelaySeconds: 901 },
    ];
    const { Successful, Failed } = queues().sendBatch('letters', entries, 0);
    expect(Successful).toMatchObject([{ Id: 'fine', MessageId: 'm1' }]);
    expect(Failed).toMatchObject([{ Id: 'late', Code: 'InvalidParameterValue', SenderFault: true }]);
    expect(() => queues().sendBatch('letters', [], 0)).toThrow('at least one');
    expect(() => queues().sendBatch('letters', [...entries, ...entries], 0)).toThrow('same Id');
    expect(() => queues().find('gone')).toThrow('does not exist');
  });
});
