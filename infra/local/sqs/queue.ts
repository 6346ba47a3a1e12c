import { ServiceError } from '../service-error.ts';
import { md5, md5OfAttributes } from './digest.ts';
import type {
  MessageAttribute,
  QueueCounts,
  QueueSettings,
  ReceivedMessage,
  ReceiveOptions,
  SendInput,
  Sent,
} from './message.ts';

interface Message {
  id: string;
  body: string;
  attributes: Record<string, MessageAttribute> | undefined;
  sentAt: number;
  /** Before this moment the message is delayed or in flight. */
  visibleAt: number;
  delayed: boolean;
  receiveCount: number;
  firstReceivedAt: number | undefined;
  receipt: string | undefined;
  deadLetterSource: string | undefined;
}

const longestVisibilitySeconds = 43_200;
const longestDelaySeconds = 900;

/** One standard queue as a state machine: every method gets the moment (ms) at which it happens. */
export class Queue {
  readonly settings: QueueSettings;
  readonly #newId: () => string;
  /** Takes a message that was received too often. */
  readonly #redrive: (message: Message, now: number) => void;
  readonly #messages = new Map<string, Message>();

  constructor(settings: QueueSettings, newId: () => string, redrive: (message: Message, now: number) => void) {
    this.settings = settings;
    this.#newId = newId;
    this.#redrive = redrive;
  }

  send({ MessageBody, DelaySeconds, MessageAttributes }: SendInput, now: number): Sent {
    const delay = DelaySeconds ?? this.settings.delaySeconds;
    within(delay, 0, longestDelaySeconds, 'DelaySeconds');
    if (!MessageBody) throw new ServiceError('MissingParameter', 'The request must contain the parameter MessageBody.');
    if (sizeOf(MessageBody, MessageAttributes) > this.settings.maximumMessageBytes) {
      const limit = `shorter than ${this.settings.maximumMessageBytes} bytes`;
      throw new ServiceError(
        'InvalidParameterValue',
        `One or more parameters are invalid. Reason: Message must be ${limit}.`,
      );
    }
    const id = this.#newId();
    this.#messages.set(id, {
      id,
      body: MessageBody,
      attributes: MessageAttributes,
      sentAt: now,
      visibleAt: now + delay * 1000,
      delayed: delay > 0,
      receiveCount: 0,
      firstReceivedAt: undefined,
      receipt: undefined,
      deadLetterSource: undefined,
    });
    const attributes = MessageAttributes && Object.keys(MessageAttributes).length > 0 ? MessageAttributes : undefined;
    return {
      MessageId: id,
      MD5OfMessageBody: md5(MessageBody),
      ...(attributes && { MD5OfMessageAttributes: md5OfAttributes(attributes) }),
    };
  }

  /** Takes visible messages in the order of their sending; one that was received too often goes to the dead letters instead. */
  receive({ maximum = 1, visibilityTimeoutSeconds }: ReceiveOptions, now: number): ReceivedMessage[] {
    within(maximum, 1, 10, 'MaxNumberOfMessages');
    const visibility = visibilityTimeoutSeconds ?? this.settings.visibilityTimeoutSeconds;
    within(visibility, 0, longestVisibilitySeconds, 'VisibilityTimeout');
    this.#expire(now);
    const received: ReceivedMessage[] = [];
    for (const message of this.#messages.values()) {
      if (received.length === maximum) break;
      if (message.visibleAt > now) continue;
      if (message.receiveCount >= (this.settings.redrive?.maxReceiveCount ?? Number.POSITIVE_INFINITY)) {
        this.#messages.delete(message.id);
        this.#redrive(message, now);
        continue;
      }
      message.receiveCount += 1;
      message.firstReceivedAt ??= now;
      message.delayed = false;
      message.visibleAt = now + visibility * 1000;
      message.receipt = `${message.id}.${message.receiveCount}`;
      received.push(view(message, message.receipt));
    }
    return received;
  }

  /** A receipt of an earlier receive deletes nothing, and SQS says nothing about it. */
  delete(receiptHandle: string): void {
    const message = this.#byReceipt(receiptHandle);
    if (message?.receipt === receiptHandle) this.#messages.delete(message.id);
  }

  changeVisibility(receiptHandle: string, seconds: number, now: number): void {
    within(seconds, 0, longestVisibilitySeconds, 'VisibilityTimeout');
    const message = this.#byReceipt(receiptHandle);
    if (message?.receipt !== receiptHandle || message.visibleAt <= now) {
      throw new ServiceError('MessageNotInflight', 'The specified message is not in flight.');
    }
    message.visibleAt = now + seconds * 1000;
  }

  purge(): void {
    this.#messages.clear();
  }

  counts(now: number): QueueCounts {
    this.#expire(now);
    const counts = { visible: 0, notVisible: 0, delayed: 0 };
    for (const { visibleAt, delayed } of this.#messages.values()) {
      counts[visibleAt <= now ? 'visible' : delayed ? 'delayed' : 'notVisible'] += 1;
    }
    return counts;
  }

  /** When the next message can be received: `now` if one can at once, undefined if the queue is empty. */
  nextVisibleAt(now: number): number | undefined {
    this.#expire(now);
    const moments = [...this.#messages.values()].map(({ visibleAt }) => Math.max(visibleAt, now));
    return moments.length === 0 ? undefined : moments.reduce((earliest, at) => Math.min(earliest, at));
  }

  /** Takes over a message as the dead-letter queue of `source`: id, age and receive count stay. */
  adopt(message: Message, source: string, now: number): void {
    this.#messages.set(message.id, { ...message, visibleAt: now, receipt: undefined, deadLetterSource: source });
  }

  #expire(now: number): void {
    const oldest = now - this.settings.retentionSeconds * 1000;
    for (const { id, sentAt } of this.#messages.values()) if (sentAt < oldest) this.#messages.delete(id);
  }

  #byReceipt(receiptHandle: string): Message | undefined {
    const id = /^(.+)\.\d+$/.exec(receiptHandle)?.[1];
    if (id === undefined) {
      throw new ServiceError(
        'ReceiptHandleIsInvalid',
        `The input receipt handle "${receiptHandle}" is not a valid receipt handle.`,
      );
    }
    return this.#messages.get(id);
  }
}

export type QueuedMessage = Message;

function view(message: Message, receipt: string): ReceivedMessage {
  const { attributes } = message;
  return {
    MessageId: message.id,
    ReceiptHandle: receipt,
    Body: message.body,
    MD5OfBody: md5(message.body),
    Attributes: {
      ApproximateReceiveCount: String(message.receiveCount),
      SentTimestamp: String(message.sentAt),
      ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt ?? message.sentAt),
      ...(message.deadLetterSource && { DeadLetterQueueSourceArn: message.deadLetterSource }),
    },
    ...(attributes && Object.keys(attributes).length > 0
      ? { MessageAttributes: attributes, MD5OfMessageAttributes: md5OfAttributes(attributes) }
      : {}),
  };
}

function within(value: number, least: number, most: number, name: string) {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new ServiceError(
    'InvalidParameterValue',
    `Value ${value} for parameter ${name} is invalid. Reason: Must be between ${least} and ${most}.`,
  );
}

function sizeOf(body: string, attributes: Record<string, MessageAttribute> = {}): number {
  const texts = Object.entries(attributes).flatMap(([name, { DataType, StringValue = '', BinaryValue = '' }]) => [
    name,
    DataType,
    StringValue,
    BinaryValue,
  ]);
  return [body, ...texts].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}
