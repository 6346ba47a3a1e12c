import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';

/** Less than `redrive` keeps in hand for a call: a function that takes longer runs on, and is asked again later. */
const answerWithinMilliseconds = 50_000;

/**
 * Calls one function and waits for it: a retry that nobody waits for could not be told from one that was lost. A call
 * that cannot be made (no such function, throttled) or has no answer in time is a failure of that event, not of the caller.
 * `qualifier` is the alias by which a stage calls its functions; empty where it has none.
 */
export function lambdaInvoker(
  qualifier: string,
  client = new LambdaClient({
    maxAttempts: 1,
    requestHandler: { requestTimeout: answerWithinMilliseconds, throwOnRequestTimeout: true },
  }),
) {
  return {
    async invoke(functionName: string, payload: string): Promise<{ ok: true } | { ok: false; error: string }> {
      const called = await call(functionName, payload);
      if ('error' in called) return { ok: false, error: called.error };
      const { FunctionError, Payload } = called;
      const answer: unknown =
        Payload && Payload.length > 0 ? JSON.parse(Buffer.from(Payload).toString('utf8')) : undefined;
      if (FunctionError) return { ok: false, error: described(answer) };
      // A queue's consumer tells by name which messages failed.
      return failedItems(answer) > 0 ? { ok: false, error: 'the message failed again' } : { ok: true };
    },
  };

  async function call(FunctionName: string, payload: string) {
    try {
      return await client.send(
        new InvokeCommand({
          FunctionName,
          ...(qualifier && { Qualifier: qualifier }),
          InvocationType: 'RequestResponse',
          Payload: Buffer.from(payload),
        }),
      );
    } catch (error) {
      return { error: `not called: ${error instanceof Error ? error.name : 'no answer'}` };
    }
  }
}
export type Invoker = ReturnType<typeof lambdaInvoker>;

function described(answer: unknown): string {
  if (typeof answer !== 'object' || answer === null) return 'Error';
  const { errorType = 'Error', errorMessage = '' } = answer as { errorType?: unknown; errorMessage?: unknown };
  return `${String(errorType)}: ${String(errorMessage)}`.slice(0, 300);
}

function failedItems(answer: unknown): number {
  const failures =
    typeof answer === 'object' && answer !== null && 'batchItemFailures' in answer && answer.batchItemFailures;
  return Array.isArray(failures) ? failures.length : 0;
}
