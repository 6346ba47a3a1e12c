import { isObject } from '../json.ts';
import { ServiceError } from '../service-error.ts';
import type { Assembly, Resource } from '../template/assembly.ts';
import { runBatch } from './batch.ts';
import type { BatchEntry, BatchResult, QueueSettings, SendInput, Sent } from './message.ts';
import { Queue } from './queue.ts';

/** The queues of a stage, which know each other as dead-letter queues. */
export class Queues {
  readonly all: readonly Queue[];

  constructor(settings: QueueSettings[], newId: () => string) {
    this.all = settings.map(
      (own) =>
        new Queue(own, newId, (message, now) => {
          // The constructor has checked that it is there.
          this.find(own.redrive?.deadLetterTargetArn ?? '').adopt(message, own.arn, now);
        }),
    );
    for (const { redrive } of settings) if (redrive) this.find(redrive.deadLetterTargetArn);
  }

  /** A queue by its URL, ARN or name. */
  find(key: string): Queue {
    const queue = this.all.find(({ settings }) => [settings.url, settings.arn, settings.name].includes(key));
    if (!queue) throw new ServiceError('QueueDoesNotExist', `The specified queue does not exist: ${key}`);
    return queue;
  }

  sendBatch(key: string, entries: BatchEntry<SendInput>[], now: number): BatchResult<Sent> {
    const queue = this.find(key);
    return runBatch(entries, (entry) => queue.send(entry, now));
  }

  deleteBatch(key: string, entries: BatchEntry<{ ReceiptHandle: string }>[]): BatchResult<object> {
    const queue = this.find(key);
    return runBatch(entries, ({ ReceiptHandle }) => {
      queue.delete(ReceiptHandle);
      return {};
    });
  }

  changeVisibilityBatch(
    key: string,
    entries: BatchEntry<{ ReceiptHandle: string; VisibilityTimeout: number }>[],
    now: number,
  ): BatchResult<object> {
    const queue = this.find(key);
    return runBatch(entries, ({ ReceiptHandle, VisibilityTimeout }) => {
      queue.changeVisibility(ReceiptHandle, VisibilityTimeout, now);
      return {};
    });
  }

  /** The earliest moment at which any queue has a message to give. */
  nextVisibleAt(now: number): number | undefined {
    const moments = this.all.map((queue) => queue.nextVisibleAt(now)).filter((at) => at !== undefined);
    return moments.length === 0 ? undefined : Math.min(...moments);
  }
}

export const queuesOf = (assembly: Assembly, newId: () => string): Queues =>
  new Queues(assembly.resources.filter(({ type }) => type === 'AWS::SQS::Queue').map(settingsOf), newId);

const known = new Set([
  'QueueName',
  'VisibilityTimeout',
  'DelaySeconds',
  'MessageRetentionPeriod',
  'MaximumMessageSize',
  'RedrivePolicy',
  'ReceiveMessageWaitTimeSeconds',
  // These concern storage, who may redrive back, and bills: nothing that a caller sees.
  'SqsManagedSseEnabled',
  'RedriveAllowPolicy',
  'Tags',
]);

function settingsOf({ logicalId, physicalId, arn = '', properties }: Resource): QueueSettings {
  const unknown = Object.keys(properties).find((property) => !known.has(property));
  if (unknown) throw new Error(`the local stage does not know ${unknown} of a queue (${logicalId})`);
  const number = (property: string, otherwise: number) => Number(properties[property] ?? otherwise);
  const { RedrivePolicy } = properties;
  return {
    name: arn.split(':').at(-1) ?? logicalId,
    arn,
    url: physicalId,
    visibilityTimeoutSeconds: number('VisibilityTimeout', 30),
    delaySeconds: number('DelaySeconds', 0),
    retentionSeconds: number('MessageRetentionPeriod', 345_600),
    maximumMessageBytes: number('MaximumMessageSize', 1_048_576),
    ...(isObject(RedrivePolicy) && {
      redrive: {
        deadLetterTargetArn: String(RedrivePolicy.deadLetterTargetArn),
        maxReceiveCount: Number(RedrivePolicy.maxReceiveCount),
      },
    }),
  };
}
