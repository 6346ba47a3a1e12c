/** A message attribute as it goes over the wire (binary values in base64). */
export interface MessageAttribute {
  DataType: string;
  StringValue?: string;
  BinaryValue?: string;
}

export interface SendInput {
  MessageBody: string;
  DelaySeconds?: number;
  MessageAttributes?: Record<string, MessageAttribute>;
}

export interface Sent {
  MessageId: string;
  MD5OfMessageBody: string;
  MD5OfMessageAttributes?: string;
}

export type BatchEntry<T> = T & { Id: string };

export interface BatchResult<T> {
  Successful: (T & { Id: string })[];
  Failed: { Id: string; Code: string; Message: string; SenderFault: boolean }[];
}

export interface ReceiveOptions {
  maximum?: number;
  visibilityTimeoutSeconds?: number;
}

/** What ReceiveMessage answers; `Attributes` carries every system attribute, the caller picks what was asked for. */
export interface ReceivedMessage {
  MessageId: string;
  ReceiptHandle: string;
  Body: string;
  MD5OfBody: string;
  Attributes: Record<string, string>;
  MessageAttributes?: Record<string, MessageAttribute>;
  MD5OfMessageAttributes?: string;
}

export interface QueueCounts {
  visible: number;
  notVisible: number;
  delayed: number;
}

export interface QueueSettings {
  name: string;
  arn: string;
  url: string;
  visibilityTimeoutSeconds: number;
  delaySeconds: number;
  retentionSeconds: number;
  maximumMessageBytes: number;
  redrive?: { deadLetterTargetArn: string; maxReceiveCount: number };
}
