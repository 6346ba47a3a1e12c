/** An event as rules see it and as a target without a transformer gets it. */
export interface BusEvent extends Record<string, unknown> {
  version: '0';
  id: string;
  'detail-type': string;
  source: string;
  account: string;
  time: string;
  region: string;
  resources: string[];
  detail: Record<string, unknown>;
}

/** One entry of PutEvents, in the words of the API. `Time` is a date text or seconds since 1970. */
export interface PutEntry {
  Source?: string;
  DetailType?: string;
  Detail?: string;
  EventBusName?: string;
  Resources?: string[];
  Time?: string | number;
}

export type PutResult = { EventId: string } | { ErrorCode: string; ErrorMessage: string };

/** One event on its way to one target of one rule. */
export interface Delivery {
  rule: { logicalId: string; name: string; arn: string; bus: string };
  target: {
    id: string;
    arn: string;
    roleArn?: string;
    deadLetterArn?: string;
    retryAttempts: number;
    maximumAgeSeconds: number;
  };
  event: BusEvent;
  /** The text that the target receives: a Lambda payload, a message body. */
  input: string;
  sqs?: { messageGroupId?: string };
}
