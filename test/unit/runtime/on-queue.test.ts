import type { Context, SQSEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { onQueue } from '../../../shared/runtime/on-queue.ts';

const context = { awsRequestId: 'r-1', functionName: 'consumer', getRemainingTimeInMillis: () => 1_000 };
/** A run over these messages, of which those that are called `bad` cannot be dealt with. */
const run = (...bodies: readonly string[]) => {
  const handler = onQueue(
    z.object({}),
    () => ({}),
    async (messages) => messages.filter(({ body }) => body === 'bad').map(({ messageId }) => messageId),
  );
  const Records = bodies.map((body, at) => ({ messageId: `m-${at}`, body }));
  return handler({ Records } as unknown as SQSEvent, context as unknown as Context);
};

describe('a queue’s consumer', () => {
  it('names the messages that must come again', async () => {
    expect(await run('good', 'bad')).toEqual({ batchItemFailures: [{ itemIdentifier: 'm-1' }] });
    expect(await run('good')).toEqual({ batchItemFailures: [] });
  });

  it('fails, so that Lambda counts it, if it could deal with none', async () => {
    await expect(run('bad', 'bad')).rejects.toMatchObject({ name: 'NothingDone', message: 'none of 2 messages' });
    await expect(run('bad')).rejects.toMatchObject({ name: 'NothingDone' });
  });
});
