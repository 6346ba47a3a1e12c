import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';

/** Calls one function and waits for it: a retry that nobody waits for could not be told from one that was lost. */
export function lambdaInvoker(client = new LambdaClient({ maxAttempts: 1 })) {
  return {
    async invoke(functionName: string, payload: string): Promise<{ ok: true } | { ok: false; error: string }> {
      const { FunctionError, Payload } = await client.send(
        new InvokeCommand({
          FunctionName: functionName,
          InvocationType: 'RequestResponse',
          Payload: Buffer.from(payload),
        }),
      );
      const answer: unknown =
        Payload && Payload.length > 0 ? JSON.parse(Buffer.from(Payload).toString('utf8')) : undefined;
      if (FunctionError) return { ok: false, error: described(answer) };
      // A queue's consumer tells by name which messages failed.
      return failedItems(answer) > 0 ? { ok: false, error: 'the message failed again' } : { ok: true };
    },
  };
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
