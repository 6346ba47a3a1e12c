/** What the stage and a worker say to each other. Payloads travel as the JSON text that Lambda itself would carry. */
export interface WorkerSetup {
  /** file: URL of the bundle */
  bundle: string;
  exportName: string;
  clock: SharedArrayBuffer;
  /** Of the endpoint: only calls to it are numbered. */
  endpoint: string;
}

export type ToWorker =
  | { kind: 'invoke'; id: number; event: string; context: InvocationContext; seed: string | undefined }
  | { kind: 'resume'; pause: number }
  | { kind: 'ping'; number: number };

export type FromWorker =
  | { kind: 'began'; id: number }
  | { kind: 'done'; id: number; result: string | undefined; spent: Spent }
  | { kind: 'failed'; id: number; error: FunctionError; spent: Spent }
  | { kind: 'pause'; id: number; pause: number; milliseconds: number }
  | { kind: 'pong'; number: number };

/** What an invocation took, as its own thread sees it. */
export interface Spent {
  milliseconds: number;
  bytes: number;
}

export interface InvocationContext {
  awsRequestId: string;
  functionName: string;
  functionVersion: string;
  invokedFunctionArn: string;
  memoryLimitInMB: string;
  logGroupName: string;
  logStreamName: string;
  timeoutMilliseconds: number;
}

/** As Lambda reports it. */
export interface FunctionError {
  errorType: string;
  errorMessage: string;
  trace: string[];
}

/** Every call to the endpoint says which invocation makes it, and the how-manieth of that invocation it is. */
export const callHeader = 'x-stage-call';
