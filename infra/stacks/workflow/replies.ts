import type { Construct } from 'constructs';
import { environment as onReplyReceived } from '../../../functions/on-reply-received/environment.ts';
import { acknowledge, wildcard } from '../../acknowledged.ts';
import type { AppFunction } from '../../constructs/app-function.ts';
import { QueueConsumer } from '../../constructs/queue-consumer.ts';
import { replyReceivedRule } from '../../names.ts';
import { consumerTimeout } from '../data.ts';
import type { House } from './house.ts';

/** Replies by mail, where the stage takes any: anybody can send a thousand at once, and the pages need the account's functions too. */
export function replies(stack: Construct, { hall, data, inbound, give, table, keys }: House): AppFunction[] {
  if (!inbound || !data.replies) return [];
  const mayRead = inbound.mayRead();
  const reaction = new QueueConsumer(stack, 'on-reply-received', hall, {
    queue: data.replies,
    atOnce: 2,
    rule: {
      name: replyReceivedRule(hall.stage),
      description: 'on-reply-received hears what came into the bucket of raw mail, through its queue',
      eventPattern: {
        source: ['aws.s3'],
        'detail-type': ['Object Created'],
        detail: { bucket: { name: [inbound.bucket.name] } },
      },
    },
    input: { inputPathsMap: { key: '$.detail.object.key' }, inputTemplate: '{"key":"<key>"}' },
    environment: give(onReplyReceived),
    may: [table.read('cohorts', 'cohort'), table.commit('cohort'), keys.tokens('reply'), mayRead],
    timeout: consumerTimeout,
    ifItFails: 'somebody who answered a check-in by mail is not heard, and is reminded all the same',
  });
  for (const arn of mayRead.resources) {
    acknowledge(
      reaction,
      wildcard(reaction, arn),
      'each message is an object of its own in a bucket that holds nothing else',
    );
  }
  return [reaction];
}
