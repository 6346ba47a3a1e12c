import type { SQSRecord } from 'aws-lambda';
import { compileFilter } from '../bus/filter.ts';
import type { Job } from '../clock/conductor.ts';
import type { ReceivedMessage } from '../sqs/message.ts';
import type { Queue } from '../sqs/queue.ts';
import { failedItems } from './batch-response.ts';
import type { Outcome } from './invocation.ts';
import type { FunctionResource, Mapping } from './resources.ts';

/** A queue read for one function: batches of visible messages, several at a time. What fails becomes visible again by itself. */
export interface QueueMapping {
  next(now: number): number | undefined;
  take(now: number): Job[];
}

export interface QueueMappingNeeds {
  /** Looked up anew each time: a reset makes new queues. */
  queue(): Queue;
  region: string;
  run(fn: FunctionResource, payload: string, after: (outcome: Outcome) => void): Promise<void>;
  mayRead(fn: FunctionResource, queueArn: string): boolean;
  now(): number;
}

/** How many batches Lambda works on at once when a queue has just got busy. */
const usualConcurrency = 5;

export function queueMapping(fn: FunctionResource, mapping: Mapping, needs: QueueMappingNeeds): QueueMapping {
  const wanted = compileFilter(mapping.FilterCriteria);
  const maximum = Math.min(mapping.BatchSize ?? 10, 10);
  const partial = mapping.FunctionResponseTypes.includes('ReportBatchItemFailures');
  const concurrency = mapping.ScalingConfig?.MaximumConcurrency ?? usualConcurrency;
  /** Batches that wait for their turn or run. */
  let open = 0;
  let waiting = false;
  /** Policies do not change while the stage runs. */
  let refused = false;

  async function run() {
    waiting = false;
    const queue = needs.queue();
    refused = !needs.mayRead(fn, mapping.EventSourceArn);
    if (refused) return;
    const messages = queue.receive({ maximum }, needs.now());
    const records = messages.map((message) => asRecord(message, mapping.EventSourceArn, needs.region));
    // What no filter lets through is deleted unread, as Lambda does.
    const batch = records.filter((record) => wanted({ ...record }));
    for (const record of records) if (!batch.includes(record)) queue.delete(record.receiptHandle);
    if (batch.length === 0) return;
    open++;
    await needs.run(fn, JSON.stringify({ Records: batch }), (outcome) => {
      open--;
      if (!outcome.ok) return;
      const failed = partial ? failedItems(outcome.result) : new Set<string>();
      const ids = new Set(batch.map(({ messageId }) => messageId));
      // An identifier that is not in the batch fails all of it, as on AWS.
      if (failed === 'all' || [...failed].some((id) => !ids.has(id))) return;
      for (const { messageId, receiptHandle } of batch) if (!failed.has(messageId)) queue.delete(receiptHandle);
    });
  }

  return {
    next(now) {
      const at = needs.queue().nextVisibleAt(now);
      return at !== undefined && at > now ? at : undefined;
    },
    take(now) {
      if (refused || waiting || open >= concurrency || !mapping.Enabled || needs.queue().counts(now).visible === 0)
        return [];
      waiting = true;
      return [{ label: `${fn.name} (queue)`, run }];
    },
  };
}

function asRecord(message: ReceivedMessage, eventSourceARN: string, awsRegion: string): SQSRecord {
  const attributes = message.Attributes;
  return {
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: {
      ApproximateReceiveCount: attributes.ApproximateReceiveCount ?? '1',
      SentTimestamp: attributes.SentTimestamp ?? '',
      SenderId: 'local',
      ApproximateFirstReceiveTimestamp: attributes.ApproximateFirstReceiveTimestamp ?? '',
    },
    messageAttributes: Object.fromEntries(
      Object.entries(message.MessageAttributes ?? {}).map(([name, { DataType, StringValue, BinaryValue }]) => [
        name,
        {
          dataType: DataType,
          ...(StringValue !== undefined && { stringValue: StringValue }),
          ...(BinaryValue !== undefined && { binaryValue: BinaryValue }),
        },
      ]),
    ),
    md5OfBody: message.MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN,
    awsRegion,
  };
}
