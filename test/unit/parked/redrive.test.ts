import { InvokeCommand, LambdaClient, ResourceNotFoundException } from '@aws-sdk/client-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { LetterOutcome } from '../../../functions/on-letter-outcome/react.ts';
import { type Needs, redrive } from '../../../functions/redrive/redrive.ts';
import { failureOf, type ParkedMessage } from '../../../shared/parked/failure.ts';
import { lambdaInvoker } from '../../../shared/parked/invoke.lambda.ts';
import { parkedItems } from '../../../shared/parked/parked.ts';
import type { ParkedQueue } from '../../../shared/parked/queue.sqs.ts';
import { memoryTable } from '../../support/memory-table.ts';

const at = '2026-03-02T08:00:00.000Z';
const trigger = {
  at,
  correlationId: 'test',
  command: (name: string) => ({ name, by: 'test', at, why: 'test', correlationId: 'test' }),
  remaining: () => 200_000,
};
const consumerOf = (queueArn: string) => (queueArn.endsWith(':Replies') ? 'on-reply-received' : 'send-letters');
const idOf = (number: number) => `evt_${String(number).padStart(32, '0')}`;

function stage(queued: Awaited<ReturnType<ParkedQueue['receive']>> = [], qualifier = '') {
  const memory = memoryTable();
  const client = new LambdaClient({ region: 'eu-central-1' });
  const lambda = mockClient(client);
  const removed: string[] = [];
  const needs: Needs = {
    table: memory.table,
    queue: {
      receive: async () => queued.splice(0, 10),
      remove: async (receipt) => void removed.push(receipt),
    },
    invoker: lambdaInvoker(qualifier, client),
    consumerOf,
    warn: () => {},
  };
  const waits = (name: string, eventId: string) =>
    memory.has(
      parkedItems,
      { function: name, eventId },
      { function: name, eventId, state: 'waiting', payload: '{}', firstParkedAt: at, attempts: 0, error: 'x' },
    );
  return { memory, lambda, removed, needs, waits };
}

describe('what is parked', () => {
  it('goes on although a function before it cannot be called at all', async () => {
    const { memory, lambda, needs, waits } = stage();
    lambda
      .on(InvokeCommand)
      .resolves({})
      .on(InvokeCommand, { FunctionName: 'a-function-of-before' })
      .rejects(new ResourceNotFoundException({ message: 'none', $metadata: {} }));
    waits('a-function-of-before', idOf(1));
    waits('on-pair-formed', idOf(2));
    expect(await redrive(needs, trigger)).toMatchObject({ delivered: 1, failed: 1 });
    const first = await memory.table.get(parkedItems, { function: 'a-function-of-before', eventId: idOf(1) });
    expect(first).toMatchObject({ state: 'waiting', attempts: 1, error: 'not called: ResourceNotFoundException' });
  });

  it.each([
    ['an alias', 'live', { FunctionName: 'on-pair-formed', Qualifier: 'live' }],
    ['no alias', '', { FunctionName: 'on-pair-formed' }],
  ])('is tried again the way its stage calls it: by %s', async (_way, qualifier, called) => {
    const { lambda, needs, waits } = stage([], qualifier);
    lambda.on(InvokeCommand).resolves({});
    waits('on-pair-formed', idOf(1));
    await redrive(needs, trigger);
    expect(lambda.commandCalls(InvokeCommand).map(({ args: [{ input }] }) => input)).toEqual([
      { ...called, InvocationType: 'RequestResponse', Payload: expect.anything() },
    ]);
  });

  it.each(['', ':$LATEST', ':live', ':7'])(
    'is known by the function alone, whichever version failed (“%s”)',
    (version) => {
      const functionArn = `arn:aws:lambda:eu-central-1:1:function:on-pair-formed${version}`;
      const detail = { eventId: idOf(1) };
      const failed = { requestContext: { functionArn }, requestPayload: { detail } };
      const given: ParkedMessage[] = [
        { body: JSON.stringify(failed), attributes: {} },
        { body: JSON.stringify({ detail }), attributes: { TARGET_ARN: functionArn } },
      ];
      for (const message of given) {
        expect(failureOf(message, consumerOf)).toMatchObject({ function: 'on-pair-formed', eventId: idOf(1) });
      }
    },
  );

  it('takes no part of a key from a payload that is no event of ours', () => {
    const body = JSON.stringify({ detail: { eventId: `evt ${'x'.repeat(2_000)}` } });
    const { eventId } = failureOf({ body, attributes: {} }, consumerOf);
    expect(eventId).toMatch(/^sha_[0-9a-f]{32}$/);
  });

  it('keeps no address of an event of SES that its rule could not deliver', () => {
    const tags = { letterId: ['let_0a1b2c3d4e5f'], scope: ['coh_01jqa2b3c4d5'] };
    const event = {
      source: 'aws.ses',
      time: '2026-03-02T08:00:00Z',
      detail: {
        eventType: 'Bounce',
        mail: { messageId: 'm-1', destination: ['ada@example.com'], tags },
        bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: 'ada@example.com' }] },
      },
    };
    const attributes = {
      TARGET_ARN: 'arn:aws:lambda:eu-central-1:1:function:on-letter-outcome',
      ERROR_CODE: 'THROTTLED',
    };
    const failure = failureOf({ body: JSON.stringify(event), attributes }, consumerOf);
    expect(failure.function).toBe('on-letter-outcome');
    expect(LetterOutcome.safeParse(JSON.parse(failure.payload)).success).toBe(true);
    expect(JSON.stringify(failure)).not.toContain('ada@');
  });

  it('keeps of an event of S3 only which message came in', () => {
    const detail = { bucket: { name: 'raw' }, object: { key: 'm-1', size: 7 }, requester: '000000000000' };
    const attributes = {
      TARGET_ARN: 'arn:aws:sqs:eu-central-1:1:Replies',
      ERROR_CODE: 'NO_PERMISSIONS',
    };
    const failure = failureOf({ body: JSON.stringify({ source: 'aws.s3', detail }), attributes }, consumerOf);
    expect(failure).toMatchObject({ function: 'on-reply-received', error: 'NO_PERMISSIONS' });
    expect(JSON.parse(failure.payload)).toEqual({
      Records: [{ messageId: expect.any(String), body: '{"key":"m-1"}' }],
    });
  });

  it('goes back to the function whose queue gave it up', () => {
    const givenUp = (queue: string) =>
      failureOf(
        { body: '{"key":"m-1"}', sourceQueue: `arn:aws:sqs:eu-central-1:1:${queue}`, attributes: {} },
        consumerOf,
      );
    expect(givenUp('Replies')).toMatchObject({ function: 'on-reply-received', error: 'the queue gave it up' });
    expect(givenUp('Letters')).toMatchObject({ function: 'send-letters' });
  });

  it('is tried although a message of the queue cannot be kept', async () => {
    const message = (receipt: string, body: string) => ({ body, receipt, sourceQueue: undefined, attributes: {} });
    const { lambda, needs, waits, removed } = stage([message('r-1', '"poison"'), message('r-2', '"other"')]);
    lambda.on(InvokeCommand).resolves({});
    waits('on-pair-formed', idOf(2));
    const change: typeof needs.table.change = (noun, ref, command, decide) => {
      if (command.name === 'park event' && (ref as { eventId?: string }).eventId === poison)
        throw new Error('no such key');
      return needs.table.change(noun, ref, command, decide);
    };
    const poison = failureOf({ body: '"poison"', attributes: {} }, consumerOf).eventId;
    await expect(redrive({ ...needs, table: { ...needs.table, change } }, trigger)).rejects.toThrow(
      'stay in their queue',
    );
    expect(removed).toEqual(['r-2']);
    expect(lambda.commandCalls(InvokeCommand)).toHaveLength(1);
  });
});
