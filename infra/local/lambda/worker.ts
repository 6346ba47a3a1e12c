/**
 * What runs in a worker thread instead of Lambda's runtime: patches the outside world (time, waiting, randomness), loads the
 * real bundle and answers invocations. It knows nothing of any function.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { FromWorker, FunctionError, InvocationContext, ToWorker, WorkerSetup } from './messages.ts';
import { numberCalls } from './worker-calls.ts';
import { meterMemory } from './worker-memory.ts';
import { replaceRandomness } from './worker-random.ts';
import { replaceTime } from './worker-time.ts';

const setup: WorkerSetup = workerData;
const port = parentPort;
if (port === null) throw new Error('worker.ts runs in a worker thread only');
const say = (message: FromWorker) => port.postMessage(message);

let current = 0;
const time = replaceTime(setup.clock, (pause, milliseconds) =>
  say({ kind: 'pause', id: current, pause, milliseconds }),
);
const reseed = replaceRandomness();
const memory = meterMemory();
const calls = numberCalls(setup.endpoint, memory.look);
const spent = () => ({ milliseconds: time.elapsed(), bytes: memory.most() });

const loaded: Promise<Record<string, unknown>> = import(setup.bundle);
// The rejection is reported by the invocation that meets it.
loaded.catch(() => undefined);

port.on('message', (message: ToWorker) => {
  if (message.kind === 'resume') time.resume(message.pause);
  else if (message.kind === 'ping')
    setImmediate(() => setImmediate(() => say({ kind: 'pong', number: message.number })));
  else void invoke(message);
});

async function invoke({ id, event, context, seed }: Extract<ToWorker, { kind: 'invoke' }>) {
  current = id;
  try {
    const handler = (await loaded)[setup.exportName];
    if (typeof handler !== 'function') throw new Error(`${setup.exportName} is not exported by the bundle`);
    say({ kind: 'began', id });
    calls.begin(id);
    time.begin();
    memory.begin();
    if (seed !== undefined) reseed(seed);
    const result: unknown = await handler(JSON.parse(event), lambdaContext(context));
    say({ kind: 'done', id, result: JSON.stringify(result), spent: spent() });
  } catch (error) {
    say({ kind: 'failed', id, error: asFunctionError(error), spent: spent() });
  }
}

function lambdaContext({ timeoutMilliseconds, ...context }: InvocationContext) {
  return {
    ...context,
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, timeoutMilliseconds - time.elapsed()),
  };
}

function asFunctionError(error: unknown): FunctionError {
  if (!(error instanceof Error)) return { errorType: 'Error', errorMessage: String(error), trace: [] };
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') };
}
