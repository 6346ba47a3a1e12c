import type { Outcome } from './invocation.ts';
import type { AsyncConfig, FunctionResource } from './resources.ts';

/** Lambda's asynchronous invoke: the caller is done at once; errors are retried after one and two minutes, then told. */
export type AsyncInvoke = (fn: FunctionResource, payload: string) => void;

export interface AsyncInvokeNeeds {
  config(
    fn: FunctionResource,
  ): Pick<AsyncConfig, 'MaximumRetryAttempts' | 'MaximumEventAgeInSeconds' | 'DestinationConfig'>;
  run(fn: FunctionResource, payload: string, after: (outcome: Outcome, requestId: string) => void): Promise<void>;
  add(label: string, run: () => Promise<void>): void;
  later(milliseconds: number, label: string, run: () => Promise<void>): void;
  /** Sends the record to the on-failure destination, in the name of the function's role. */
  tell(fn: FunctionResource, destination: string, record: unknown): void;
  now(): number;
}

const minute = 60_000;

export function asyncInvoke({ config, run, add, later, tell, now }: AsyncInvokeNeeds): AsyncInvoke {
  return (fn, payload) => {
    const { MaximumRetryAttempts, MaximumEventAgeInSeconds, DestinationConfig } = config(fn);
    const expiresAt = now() + MaximumEventAgeInSeconds * 1000;
    const attempt = (count: number) => () =>
      run(fn, payload, (outcome, requestId) => {
        if (outcome.ok) return;
        const wait = count * minute;
        const tooOld = now() + wait > expiresAt;
        if (count <= MaximumRetryAttempts && !tooOld) {
          later(wait, `retry ${count} of ${fn.name}`, attempt(count + 1));
        } else if (DestinationConfig !== undefined) {
          tell(fn, DestinationConfig, failureRecord(fn, payload, outcome.error, requestId, count, tooOld, now()));
        }
      });
    add(`${fn.name} (asynchronous)`, attempt(1));
  };
}

/** The documented record of a failed asynchronous invocation. */
const failureRecord = (
  fn: FunctionResource,
  payload: string,
  error: unknown,
  requestId: string,
  approximateInvokeCount: number,
  tooOld: boolean,
  now: number,
) => ({
  version: '1.0',
  timestamp: new Date(now).toISOString(),
  requestContext: {
    requestId,
    functionArn: `${fn.arn}:$LATEST`,
    condition: tooOld ? 'EventAgeExceeded' : 'RetriesExhausted',
    approximateInvokeCount,
  },
  requestPayload: JSON.parse(payload),
  responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
  responsePayload: error,
});
