import { z } from 'zod';
import type { MessageAttribute, ReceivedMessage } from '../../sqs/message.ts';
import type { Queues } from '../../sqs/queues.ts';
import type { Permissions } from '../permissions.ts';
import { jsonAnswer, jsonBody, type Service, targetOf, unknownOperation } from '../request.ts';

const answer = jsonAnswer('1.0');

const Attribute = z
  .object({ DataType: z.string(), StringValue: z.string().optional(), BinaryValue: z.string().optional() })
  .transform(
    ({ DataType, StringValue, BinaryValue }): MessageAttribute => ({
      DataType,
      ...(StringValue !== undefined && { StringValue }),
      ...(BinaryValue !== undefined && { BinaryValue }),
    }),
  );
const Message = z.object({
  MessageBody: z.string(),
  DelaySeconds: z.number().default(0),
  MessageAttributes: z.record(z.string(), Attribute).default({}),
});
const Receipt = z.object({ ReceiptHandle: z.string() });
const Visibility = Receipt.extend({ VisibilityTimeout: z.number() });
const batchOf = <T extends z.ZodRawShape>(entry: z.ZodObject<T>) =>
  z.object({ Entries: z.array(entry.extend({ Id: z.string() })) });
const Receive = z.object({
  MaxNumberOfMessages: z.number().default(1),
  VisibilityTimeout: z.number().optional(),
  MessageAttributeNames: z.array(z.string()).default([]),
  MessageSystemAttributeNames: z.array(z.string()).default([]),
  AttributeNames: z.array(z.string()).default([]),
});

/** A batch needs the permission of the single action. */
const actionOf = (operation: string) => `sqs:${operation.replace(/Batch$/, '')}`;

export function sqsService(needs: {
  permissions: Permissions;
  queues(): Queues;
  now(): number;
  changed(): void;
}): Service {
  const { permissions, now } = needs;
  const operations: Record<string, (url: string, body: unknown) => object> = {
    SendMessage: (url, body) => needs.queues().find(url).send(Message.parse(body), now()),
    SendMessageBatch: (url, body) => needs.queues().sendBatch(url, batchOf(Message).parse(body).Entries, now()),
    ReceiveMessage: (url, body) => receive(needs.queues(), url, Receive.parse(body), now()),
    DeleteMessage(url, body) {
      needs.queues().find(url).delete(Receipt.parse(body).ReceiptHandle);
      return {};
    },
    DeleteMessageBatch: (url, body) => needs.queues().deleteBatch(url, batchOf(Receipt).parse(body).Entries),
    ChangeMessageVisibility(url, body) {
      const { ReceiptHandle, VisibilityTimeout } = Visibility.parse(body);
      needs.queues().find(url).changeVisibility(ReceiptHandle, VisibilityTimeout, now());
      return {};
    },
    ChangeMessageVisibilityBatch: (url, body) =>
      needs.queues().changeVisibilityBatch(url, batchOf(Visibility).parse(body).Entries, now()),
    GetQueueAttributes(url) {
      const { visible, notVisible, delayed } = needs.queues().find(url).counts(now());
      return {
        Attributes: {
          ApproximateNumberOfMessages: String(visible),
          ApproximateNumberOfMessagesNotVisible: String(notVisible),
          ApproximateNumberOfMessagesDelayed: String(delayed),
        },
      };
    },
  };
  return {
    operation(call) {
      const operation = targetOf(call);
      const run = operations[operation];
      if (!run) unknownOperation('sqs', operation);
      return {
        name: `sqs:${operation}`,
        run() {
          const body = jsonBody(call);
          const { QueueUrl } = z.object({ QueueUrl: z.string() }).parse(body);
          const resource = needs.queues().find(QueueUrl).settings.arn;
          permissions.demand({ principal: { role: call.role }, action: actionOf(operation), resource, context: {} });
          const result = run(QueueUrl, body);
          needs.changed();
          return answer(result);
        },
      };
    },
    error: ({ code, message, status }) => answer({ __type: `com.amazonaws.sqs#${code}`, message }, status),
  };
}

function receive(queues: Queues, url: string, request: z.infer<typeof Receive>, now: number) {
  const { MaxNumberOfMessages: maximum, VisibilityTimeout } = request;
  const options = { maximum, ...(VisibilityTimeout !== undefined && { visibilityTimeoutSeconds: VisibilityTimeout }) };
  const system = [...request.AttributeNames, ...request.MessageSystemAttributeNames];
  const asked = (names: string[], name: string) => names.includes('All') || names.includes(name);
  const Messages = queues
    .find(url)
    .receive(options, now)
    .map((message: ReceivedMessage) => ({
      ...message,
      Attributes: Object.fromEntries(Object.entries(message.Attributes).filter(([name]) => asked(system, name))),
      MessageAttributes: Object.fromEntries(
        Object.entries(message.MessageAttributes ?? {}).filter(([name]) => asked(request.MessageAttributeNames, name)),
      ),
    }));
  return Messages.length > 0 ? { Messages } : {};
}
