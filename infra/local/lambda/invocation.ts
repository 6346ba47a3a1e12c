import type { FunctionError, Spent, ToWorker } from './messages.ts';
import type { FunctionWorker } from './worker-process.ts';

export type Outcome = { ok: true; result: string | undefined } | { ok: false; error: FunctionError };

/** One run of a function in one worker, from the event to the answer, the error, the time-out or the crash. */
export interface Invocation {
  readonly id: number;
  readonly ended: Promise<Outcome>;
  /** Resolves when the run has ended or only waits in a pause. */
  untilQuiet(): Promise<void>;
  /** The endpoint tells when a call of this run is open; a run with an open call does not rest. */
  callBegan(): void;
  callEnded(): void;
  /** Ends the thread, as a crash would. */
  crash(why: string): void;
  readonly state: 'running' | 'paused' | 'ended';
  /** Once it has ended by itself. */
  readonly spent: Spent | undefined;
}

export interface InvocationHooks {
  /** Asks the clock to come back after so many of its milliseconds; `resume` continues the run. */
  pause(milliseconds: number, resume: () => Promise<void>): void;
  /** The state changed: whoever counts running invocations may look again. */
  changed(): void;
  now(): number;
}

/** In real time; ample, because a busy machine loads slowly. */
const initMilliseconds = 60_000;

export function startInvocation(
  worker: FunctionWorker,
  message: Extract<ToWorker, { kind: 'invoke' }>,
  hooks: InvocationHooks,
): Invocation {
  const { id } = message;
  const limit = message.context.timeoutMilliseconds;
  const startedAt = hooks.now();
  const pauses = new Set<number>();
  let state: Invocation['state'] = 'running';
  let spent: Spent | undefined;
  let openCalls = 0;
  let pings = 0;
  let quietWaiters: (() => void)[] = [];
  let finish: (outcome: Outcome) => void = () => undefined;
  const ended = new Promise<Outcome>((resolve) => {
    finish = resolve;
  });

  const become = (next: Invocation['state']) => {
    state = next;
    if (next !== 'running') {
      // Whoever follows the end of this run goes first, so that its follow-ups exist when the wait is over.
      const waiting = quietWaiters;
      quietWaiters = [];
      setImmediate(() => {
        for (const resolve of waiting) resolve();
      });
    }
    hooks.changed();
  };
  const end = (outcome: Outcome) => {
    if (state === 'ended') return;
    clearTimeout(timer);
    worker.listen(undefined);
    finish(outcome);
    become('ended');
  };
  const fail = (errorType: string, errorMessage: string) => {
    void worker.terminate();
    end({ ok: false, error: { errorType, errorMessage, trace: [] } });
  };
  const timedOut = () => fail('Sandbox.Timedout', `Task timed out after ${(limit / 1000).toFixed(2)} seconds`);
  // Loading does not count against the time-out, as on Lambda; it has a limit of its own.
  let timer = setTimeout(timedOut, initMilliseconds);
  let timerFrom = Date.now();
  let left = limit;

  /** The thread may still be at work beside its pause; only an answered ping shows that it rests. */
  const rest = () => {
    if (state === 'running' && pauses.size > 0 && openCalls === 0) worker.send({ kind: 'ping', number: ++pings });
  };
  const resume = (pause: number) => {
    if (state === 'ended' || !pauses.delete(pause)) return Promise.resolve();
    if (hooks.now() - startedAt >= limit) {
      timedOut();
      return Promise.resolve();
    }
    timer = setTimeout(timedOut, left);
    timerFrom = Date.now();
    become('running');
    worker.send({ kind: 'resume', pause });
    return untilQuiet();
  };
  const untilQuiet = () =>
    state === 'running' ? new Promise<void>((resolve) => quietWaiters.push(resolve)) : Promise.resolve();

  worker.listen({
    message(from) {
      if (from.kind === 'began') {
        clearTimeout(timer);
        timer = setTimeout(timedOut, limit);
        timerFrom = Date.now();
      } else if (from.kind === 'done' || from.kind === 'failed') {
        spent = from.spent;
        end(from.kind === 'done' ? { ok: true, result: from.result } : { ok: false, error: from.error });
      } else if (from.kind === 'pause') {
        pauses.add(from.pause);
        const room = startedAt + limit - hooks.now();
        hooks.pause(Math.min(from.milliseconds, room), () => resume(from.pause));
        rest();
      } else if (from.number === pings && pauses.size > 0 && openCalls === 0) {
        clearTimeout(timer);
        left -= Date.now() - timerFrom;
        become('paused');
      }
    },
    gone: (why) => end({ ok: false, error: { errorType: 'Runtime.ExitError', errorMessage: why, trace: [] } }),
  });
  worker.send(message);

  return {
    id,
    ended,
    untilQuiet,
    callBegan() {
      openCalls++;
      if (state === 'paused') become('running');
    },
    callEnded() {
      openCalls--;
      rest();
    },
    crash: (why) => fail('Runtime.ExitError', why),
    get state() {
      return state;
    },
    get spent() {
      return spent;
    },
  };
}
