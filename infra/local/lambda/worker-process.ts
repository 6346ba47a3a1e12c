import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { FromWorker, ToWorker, WorkerSetup } from './messages.ts';
import type { FunctionResource } from './resources.ts';
import { workerProgram } from './worker-program.ts';

export interface WorkerOptions {
  clock: SharedArrayBuffer;
  endpoint(): string;
  region: string;
  onLog(functionName: string, line: string): void;
}

/** One warm instance of a function: the thread, and the invocation that it is busy with. */
export interface FunctionWorker {
  send(message: ToWorker): void;
  /** At most one listener: the invocation that holds the worker. `gone` says why the thread ended. */
  listen(listener: { message(message: FromWorker): void; gone(why: string): void } | undefined): void;
  terminate(): Promise<unknown>;
  readonly alive: boolean;
}

export function startWorker(fn: FunctionResource, options: WorkerOptions): FunctionWorker {
  const { clock, region, onLog } = options;
  const endpoint = options.endpoint();
  const bundle = pathToFileURL(`${fn.directory}/${fn.module}.mjs`).href;
  const setup: WorkerSetup = { bundle, exportName: fn.exportName, clock, endpoint };
  const thread = new Worker(workerProgram(), {
    eval: true,
    workerData: setup,
    env: { ...runtimeEnvironment(fn, endpoint, region), ...fn.environment },
    stdout: true,
    stderr: true,
    // As Lambda's runtime starts Node: whoever needs more heap ends as it would there.
    resourceLimits: { maxOldGenerationSizeMb: Math.floor(fn.memoryMegabytes * 0.9) },
  });
  // A stage that nobody closed must not keep its process alive.
  thread.unref();
  for (const stream of [thread.stdout, thread.stderr]) readLines(stream, (line) => onLog(fn.name, line));

  let listener: Parameters<FunctionWorker['listen']>[0];
  let alive = true;
  let reason = 'Runtime exited';
  thread.on('message', (message: FromWorker) => listener?.message(message));
  thread.on('error', (error) => {
    reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  });
  thread.on('exit', () => {
    alive = false;
    listener?.gone(reason);
  });
  return {
    send: (message) => thread.postMessage(message),
    listen(next) {
      listener = next;
    },
    terminate() {
      alive = false;
      return thread.terminate();
    },
    get alive() {
      return alive;
    },
  };
}

const runtimeEnvironment = (fn: FunctionResource, endpoint: string, region: string) => ({
  AWS_ENDPOINT_URL: endpoint,
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  // The access key names the calling role: that is how the endpoint knows whose policies to ask.
  AWS_ACCESS_KEY_ID: fn.caller,
  AWS_SECRET_ACCESS_KEY: 'x',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_LAMBDA_FUNCTION_NAME: fn.functionName,
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(fn.memoryMegabytes),
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  LAMBDA_TASK_ROOT: fn.directory,
  NODE_ENV: 'production',
  TZ: ':UTC',
});

function readLines(stream: NodeJS.ReadableStream, onLine: (line: string) => void) {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') onLine(line);
  });
}
