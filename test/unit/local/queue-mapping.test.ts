import { expect, it } from 'vitest';
import { queueMapping } from '../../../infra/local/lambda/queue-mapping.ts';
import { Mapping } from '../../../infra/local/lambda/resources.ts';
import { queuesOf } from '../../../infra/local/sqs/queues.ts';
import { assemblyOf } from './support.ts';

const arn = 'arn:aws:sqs:eu-central-1:000000000000:replies';
const queue = { logicalId: 'replies', type: 'AWS::SQS::Queue', physicalId: 'http://q/replies', arn, properties: {} };
const fn = {
  name: 'on-reply-received',
  logicalId: 'OnReplyReceivedFunction',
  functionName: 'on-reply-received',
  arn: 'arn:aws:lambda:eu-central-1:000000000000:function:on-reply-received',
  role: { ...queue, stack: 'workflow', metadata: {}, dependsOn: [] },
  caller: 'OnReplyReceivedRole',
  directory: '/',
  module: 'index',
  exportName: 'handler',
  environment: {},
  timeoutMilliseconds: 60_000,
  memoryMegabytes: 512,
};

it('gives no more batches of a thousand messages at once than the mapping allows', async () => {
  let id = 0;
  const replies = queuesOf(assemblyOf([queue]), () => `m${++id}`).find('replies');
  for (let count = 0; count < 1_000; count++) replies.send({ MessageBody: '{"key":"a"}' }, 0);
  const running: (() => void)[] = [];
  let most = 0;
  let taken = 0;
  const mapping = queueMapping(
    fn,
    Mapping.parse({
      EventSourceArn: arn,
      FunctionName: fn.functionName,
      BatchSize: 10,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 2 },
    }),
    {
      queue: () => replies,
      region: 'eu-central-1',
      mayRead: () => true,
      now: () => 0,
      run: (_fn, payload, after) =>
        new Promise((resolve) => {
          taken += JSON.parse(payload).Records.length;
          running.push(() => {
            after({ ok: true, result: '{"batchItemFailures":[]}' });
            resolve();
          });
          most = Math.max(most, running.length);
        }),
    },
  );
  const runs: Promise<void>[] = [];
  for (let round = 0; round < 1_000 && taken < 1_000; round++) {
    const jobs = mapping.take(0);
    for (const job of jobs) runs.push(job.run());
    // As slow as can be: a run ends only when no other can begin.
    if (jobs.length === 0) running.shift()?.();
    await Promise.resolve();
  }
  for (const end of running) end();
  await Promise.all(runs);
  expect({ taken, most, left: replies.counts(0).visible }).toEqual({ taken: 1_000, most: 2, left: 0 });
});
