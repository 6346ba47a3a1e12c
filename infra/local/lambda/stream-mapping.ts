import type { DynamoDBRecord } from 'aws-lambda';
import { compileFilter } from '../bus/filter.ts';
import type { Job } from '../clock/conductor.ts';
import { failedItems } from './batch-response.ts';
import type { Outcome } from './invocation.ts';
import type { FunctionResource, Mapping } from './resources.ts';

/** A table's stream read for one function: in order, one batch at a time, as one shard. */
export interface StreamMapping {
  streamArn: string;
  arrived(records: readonly DynamoDBRecord[]): void;
  /** A batch that is ready, if any. */
  take(): Job[];
  clear(): void;
}

export interface StreamMappingNeeds {
  run(fn: FunctionResource, payload: string, after: (outcome: Outcome, requestId: string) => void): Promise<void>;
  later(milliseconds: number, label: string, run: () => Promise<void>): void;
  /** Refuses, with an error, what the function's role may not read. */
  mayRead(fn: FunctionResource, streamArn: string): boolean;
  tell(fn: FunctionResource, destination: string, record: unknown): void;
  now(): number;
  /** How often each batch is delivered; more than once is an injected fault. */
  copies(): number;
}

export function streamMapping(fn: FunctionResource, mapping: Mapping, needs: StreamMappingNeeds): StreamMapping {
  const matches = compileFilter(mapping.FilterCriteria);
  const wanted = (record: DynamoDBRecord) => matches({ ...record });
  const fullBatch = mapping.BatchSize ?? 100;
  const partial = mapping.FunctionResponseTypes.includes('ReportBatchItemFailures');
  const pending: DynamoDBRecord[] = [];
  let size = fullBatch;
  let attempts = 0;
  let busy = false;
  let life = 0;

  const tooOld = (record: DynamoDBRecord | undefined) =>
    mapping.MaximumRecordAgeInSeconds >= 0 &&
    needs.now() / 1000 - (record?.dynamodb?.ApproximateCreationDateTime ?? 0) > mapping.MaximumRecordAgeInSeconds;

  const advance = (count: number) => {
    pending.splice(0, count);
    size = fullBatch;
    attempts = 0;
  };

  /** Takes the outcome of a batch to its consequences; the answer is how long to wait before the next one. */
  function conclude(batch: DynamoDBRecord[], outcome: Outcome, requestId: string): number {
    const failedFrom = outcome.ok && partial ? firstFailed(batch, outcome.result) : outcome.ok ? batch.length : 0;
    if (failedFrom >= batch.length) {
      advance(batch.length);
      return 0;
    }
    if (failedFrom > 0) advance(failedFrom);
    const rest = batch.slice(failedFrom);
    if (mapping.BisectBatchOnFunctionError && failedFrom === 0 && rest.length > 1) {
      size = Math.ceil(rest.length / 2);
      return retryDelay(1);
    }
    attempts++;
    const exhausted = mapping.MaximumRetryAttempts >= 0 && attempts > mapping.MaximumRetryAttempts;
    if (exhausted || tooOld(rest[0])) {
      const condition = exhausted ? 'RetryAttemptsExhausted' : 'RecordAgeExceeded';
      const record = failureRecord(fn, mapping.EventSourceArn, rest, {
        condition,
        requestId,
        attempts,
        at: needs.now(),
      });
      if (mapping.DestinationConfig) needs.tell(fn, mapping.DestinationConfig, record);
      advance(rest.length);
      return 0;
    }
    return retryDelay(attempts);
  }

  async function run(): Promise<void> {
    const born = life;
    const batch = pending.slice(0, size);
    if (!needs.mayRead(fn, mapping.EventSourceArn)) return needs.later(60_000, `${fn.name} asks for its stream`, next);
    const payload = JSON.stringify({ Records: Array.from({ length: needs.copies() }, () => batch).flat() });
    await needs.run(fn, payload, (outcome, requestId) => {
      if (born !== life) return;
      const delay = conclude(batch, outcome, requestId);
      if (delay > 0) needs.later(delay, `${fn.name} takes its stream again`, next);
      else busy = false;
    });
  }
  const next = async () => {
    busy = false;
  };

  return {
    streamArn: mapping.EventSourceArn,
    arrived: (records) => pending.push(...records.filter(wanted)),
    take() {
      if (busy || pending.length === 0 || !mapping.Enabled) return [];
      busy = true;
      return [{ label: `${fn.name} (stream)`, run }];
    },
    clear() {
      life++;
      advance(pending.length);
      busy = false;
    },
  };
}

/** From one second to one minute of stage time. AWS does not say how long it waits; the point is that it does. */
const retryDelay = (attempts: number) => Math.min(60_000, 1000 * 2 ** (attempts - 1));

function firstFailed(batch: readonly DynamoDBRecord[], result: string | undefined): number {
  const failed = failedItems(result);
  if (failed === 'all') return 0;
  const index = batch.findIndex((record) => failed.has(record.dynamodb?.SequenceNumber ?? ''));
  // An identifier that is not in the batch fails all of it, as on AWS.
  return index === -1 ? (failed.size > 0 ? 0 : batch.length) : index;
}

function failureRecord(
  fn: FunctionResource,
  streamArn: string,
  batch: readonly DynamoDBRecord[],
  { condition, requestId, attempts, at }: { condition: string; requestId: string; attempts: number; at: number },
) {
  const arrival = (record: DynamoDBRecord | undefined) =>
    new Date((record?.dynamodb?.ApproximateCreationDateTime ?? 0) * 1000).toISOString();
  return {
    requestContext: { requestId, functionArn: fn.arn, condition, approximateInvokeCount: attempts },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    version: '1.0',
    timestamp: new Date(at).toISOString(),
    DDBStreamBatchInfo: {
      shardId: 'shardId-00000000000000000000-00000000',
      startSequenceNumber: batch[0]?.dynamodb?.SequenceNumber,
      endSequenceNumber: batch.at(-1)?.dynamodb?.SequenceNumber,
      approximateArrivalOfFirstRecord: arrival(batch[0]),
      approximateArrivalOfLastRecord: arrival(batch.at(-1)),
      batchSize: batch.length,
      streamArn,
    },
  };
}
