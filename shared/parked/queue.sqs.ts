import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { ParkedMessage } from './failure.ts';

/** The shared queue of everything that could not be done. */
export function parkedQueue(url: string, client = new SQSClient({})) {
  return {
    /** Up to ten messages; an empty list when there are none just now. */
    async receive(): Promise<(ParkedMessage & { receipt: string })[]> {
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({
          QueueUrl: url,
          MaxNumberOfMessages: 10,
          MessageSystemAttributeNames: ['All'],
          MessageAttributeNames: ['All'],
        }),
      );
      return Messages.map(({ Body = '', ReceiptHandle = '', Attributes, MessageAttributes = {} }) => ({
        body: Body,
        receipt: ReceiptHandle,
        sourceQueue: Attributes?.DeadLetterQueueSourceArn,
        attributes: Object.fromEntries(
          Object.entries(MessageAttributes).map(([name, { StringValue = '' }]) => [name, StringValue]),
        ),
      }));
    },
    async remove(receipt: string): Promise<void> {
      await client.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: receipt }));
    },
  };
}
export type ParkedQueue = ReturnType<typeof parkedQueue>;
