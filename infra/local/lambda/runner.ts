import { createHash, randomUUID } from 'node:crypto';
import type { Gate } from '../clock/gate.ts';
import type { Trace } from '../control/trace.ts';
import type { UsageLog } from '../control/usage.ts';
import { type Invocation, type Outcome, startInvocation } from './invocation.ts';
import type { WorkerPool } from './pool.ts';
import type { FunctionResource } from './resources.ts';

/** Runs functions and knows which invocation is which. */
export interface Runner {
  /**
   * Begins at once. `after` hears the outcome before anybody who waits; the promise resolves when the run has ended or rests
   * in a pause (its resumption is work of its own).
   */
  run(fn: FunctionResource, payload: string, after: (outcome: Outcome, requestId: string) => void): Promise<void>;
  find(invocation: number): Running | undefined;
  running(): Iterable<number>;
  /** Ends every run that is under way. */
  stop(): void;
  restart(seed: string | undefined): void;
}

export interface Running {
  fn: FunctionResource;
  invocation: Invocation;
  requestId: string;
}

export interface RunnerNeeds {
  pool: WorkerPool;
  gate: () => Gate;
  trace: Trace;
  usage: UsageLog;
  now: () => number;
  /** Comes back after so many milliseconds of the stage's clock. */
  later(milliseconds: number, label: string, run: () => Promise<void>): void;
  wake(): void;
  /** An injected reason why this function cannot run now. */
  down(functionName: string): string | undefined;
}

export function startRunner({ pool, gate, trace, usage, now, later, wake, down }: RunnerNeeds): Runner {
  const current = new Map<number, Running>();
  let counts = new Map<string, number>();
  let lastId = 0;
  let seed: string | undefined;

  const identify = (fn: FunctionResource) => {
    const count = (counts.get(fn.name) ?? 0) + 1;
    counts.set(fn.name, count);
    if (seed === undefined) return { requestId: randomUUID(), seed: undefined };
    const own = `${seed}/${fn.name}/${count}`;
    const hex = createHash('sha256').update(own).digest('hex');
    const requestId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
    return { requestId, seed: own };
  };

  return {
    async run(fn, payload, after) {
      const { requestId, seed: own } = identify(fn);
      const why = down(fn.name);
      if (why !== undefined) {
        after({ ok: false, error: { errorType: 'Injected', errorMessage: why, trace: [] } }, requestId);
        return;
      }
      const id = ++lastId;
      const worker = pool.acquire(fn);
      const context = contextOf(fn, requestId);
      const began = trace.runBegan(fn.name, requestId);
      const invocation = startInvocation(
        worker,
        { kind: 'invoke', id, event: payload, context, seed: own },
        {
          now,
          pause: (milliseconds, resume) => later(milliseconds, `${fn.name} continues after its pause`, resume),
          changed() {
            gate().changed();
            wake();
          },
        },
      );
      current.set(id, { fn, invocation, requestId });
      void invocation.ended.then((outcome) => {
        current.delete(id);
        gate().forget(id);
        pool.release(fn, worker);
        if (invocation.spent) usage.ended(fn, invocation.spent);
        trace.runEnded(began, outcome.ok ? undefined : `${outcome.error.errorType}: ${outcome.error.errorMessage}`);
        after(outcome, requestId);
      });
      await invocation.untilQuiet();
    },
    find: (id) => current.get(id),
    *running() {
      for (const [id, { invocation }] of current) if (invocation.state === 'running') yield id;
    },
    stop() {
      for (const { invocation } of current.values()) invocation.crash('The stage was reset');
    },
    restart(next) {
      seed = next;
      counts = new Map();
    },
  };
}

const contextOf = (fn: FunctionResource, awsRequestId: string) => ({
  awsRequestId,
  functionName: fn.functionName,
  functionVersion: '$LATEST',
  invokedFunctionArn: fn.arn,
  memoryLimitInMB: String(fn.memoryMegabytes),
  logGroupName: `/aws/lambda/${fn.functionName}`,
  logStreamName: 'local',
  timeoutMilliseconds: fn.timeoutMilliseconds,
});
