import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { environment as onReplyReceived } from '../../../functions/on-reply-received/environment.ts';
import { acknowledge, wildcard } from '../../acknowledged.ts';
import type { AppFunction } from '../../constructs/app-function.ts';
import { ServiceReaction } from '../../constructs/reaction.ts';
import { replyReceivedRule } from '../../names.ts';
import type { House } from './house.ts';

/** Replies by mail, where the stage takes any. */
export function replies(stack: Construct, { hall, inbound, give, table, keys }: House): AppFunction[] {
  if (!inbound) return [];
  const mayRead = inbound.mayRead();
  const reaction = new ServiceReaction(stack, 'on-reply-received', hall, {
    ruleName: replyReceivedRule(hall.stage),
    pattern: {
      source: ['aws.s3'],
      'detail-type': ['Object Created'],
      detail: { bucket: { name: [inbound.bucket.name] } },
    },
    input: { inputPathsMap: { key: '$.detail.object.key' }, inputTemplate: '{"key":"<key>"}' },
    environment: give(onReplyReceived),
    may: [table.read('cohorts', 'cohort'), table.commit('cohort'), keys.tokens('reply'), mayRead],
    timeout: Duration.seconds(60),
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
