import * as z from 'zod/mini';
import { digest } from '../table/digest.ts';

/** What went wrong, for which function, and what it was called with. */
export interface Failure {
  readonly function: string;
  readonly eventId: string;
  readonly payload: string;
  readonly error: string;
}

/** A message of the parked queue as SQS gives it. */
export interface ParkedMessage {
  readonly body: string;
  /** `DeadLetterQueueSourceArn`, where the message comes from a queue's redrive policy. */
  readonly sourceQueue?: string | undefined;
  /** What a rule says of its failed delivery: `TARGET_ARN`, `ERROR_CODE`, … */
  readonly attributes: Readonly<Record<string, string>>;
}

/** Lambda's record of a failed asynchronous invocation. */
const AsyncFailure = z.object({
  requestContext: z.object({ functionArn: z.string(), condition: z.optional(z.string()) }),
  requestPayload: z.unknown(),
  responsePayload: z.optional(z.object({ errorType: z.optional(z.string()), errorMessage: z.optional(z.string()) })),
});
/** Lambda's record of a batch of a stream that it gave up: the records themselves are not in it. */
const StreamFailure = z.object({
  requestContext: z.object({ functionArn: z.string() }),
  DDBStreamBatchInfo: z.looseObject({ startSequenceNumber: z.string() }),
});

/** A rule that cannot deliver parks the event as it was, before its transformer: with the addresses of SES. */
const SesEvent = z.object({
  source: z.literal('aws.ses'),
  time: z.string(),
  detail: z.object({
    eventType: z.string(),
    mail: z.object({ messageId: z.string(), tags: z.record(z.string(), z.array(z.string())) }),
    bounce: z.optional(z.object({ bounceType: z.optional(z.string()) })),
  }),
});

/** S3's event in the same way: of it only the key of the object is needed. */
const S3Event = z.object({ source: z.literal('aws.s3'), detail: z.object({ object: z.object({ key: z.string() }) }) });

/** The function that reads a queue, by the queue's ARN. */
export type ConsumerOf = (queueArn: string) => string;

const nameOf = (arn: string): string => arn.split(':')[6] ?? arn;

/** The business id where the payload has one; else what it is made of. */
function eventIdOf(payload: unknown): string {
  // Part of a key: what is no id of ours, however long or whatever it says, is not taken.
  const EventId = z.string().check(z.regex(/^evt_[0-9a-f]{32}$/));
  const parsed = z.object({ detail: z.object({ eventId: EventId }) }).safeParse(payload);
  return parsed.success ? parsed.data.detail.eventId : `sha_${digest(JSON.stringify(payload) ?? '', 32)}`;
}

/**
 * Reads one message of the parked queue: a failed asynchronous invocation, a rule's failed delivery, a letter or a
 * reply that its queue gave up, or a stream's batch.
 */
export function failureOf(message: ParkedMessage, consumerOf: ConsumerOf): Failure {
  const body = json(message.body);
  const stream = StreamFailure.safeParse(body);
  if (stream.success) {
    return {
      function: nameOf(stream.data.requestContext.functionArn),
      eventId: `sha_${digest(message.body, 32)}`,
      payload: message.body,
      error: 'StreamBatch: the sweep finds what was in it',
    };
  }
  const invocation = AsyncFailure.safeParse(body);
  if (invocation.success) {
    const { requestContext, requestPayload, responsePayload } = invocation.data;
    return {
      function: nameOf(requestContext.functionArn),
      eventId: eventIdOf(requestPayload),
      payload: JSON.stringify(requestPayload),
      error:
        `${responsePayload?.errorType ?? requestContext.condition ?? 'Error'}: ${responsePayload?.errorMessage ?? ''}`.slice(
          0,
          300,
        ),
    };
  }
  const outcome = SesEvent.safeParse(body);
  if (outcome.success) return { ...outcomeOf(outcome.data), ...undelivered(message) };
  const received = S3Event.safeParse(body);
  // As the queue would have held it: S3's event says more than anybody needs.
  const content = received.success ? { key: received.data.detail.object.key } : body;
  const text = received.success ? JSON.stringify(content) : message.body;
  const target = message.attributes.TARGET_ARN;
  const queue = message.sourceQueue ?? (target?.includes(':sqs:') ? target : undefined);
  if (queue) {
    return {
      function: consumerOf(queue),
      eventId: eventIdOf(content),
      payload: JSON.stringify({ Records: [{ messageId: digest(text, 32), body: text }] }),
      error: message.attributes.ERROR_CODE ?? 'the queue gave it up',
    };
  }
  return { eventId: eventIdOf(content), payload: text, ...undelivered(message) };
}

const undelivered = ({ attributes: { TARGET_ARN, ERROR_CODE } }: ParkedMessage) => ({
  function: TARGET_ARN ? nameOf(TARGET_ARN) : 'unknown',
  error: ERROR_CODE ?? 'delivery failed',
});

/** What its rule makes of SES's event: no address. It is kept, and tried again, in this form only. */
function outcomeOf({ time, detail: { eventType, mail, bounce } }: z.infer<typeof SesEvent>) {
  const { letterId = [], scope = [] } = mail.tags;
  const payload = JSON.stringify({
    type: eventType,
    messageId: mail.messageId,
    letterId: letterId[0],
    scope: scope[0],
    bounceType: bounce?.bounceType ?? '',
    at: time,
  });
  return { eventId: `sha_${digest(payload)}`, payload };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
