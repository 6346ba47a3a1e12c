import type { FunctionResource } from './resources.ts';
import type { FunctionWorker } from './worker-process.ts';

/**
 * Warm workers by function. A worker serves one invocation at a time. One idle worker of each function stays: a story goes
 * round all of them, and to start one costs more than most of its invocations. Of the others, those longest unused go first.
 */
export interface WorkerPool {
  acquire(fn: FunctionResource): FunctionWorker;
  release(fn: FunctionResource, worker: FunctionWorker): void;
  /** Ends all idle workers: the next invocation of each function is a cold start. */
  cool(): Promise<void>;
}

export function workerPool(start: (fn: FunctionResource) => FunctionWorker, mostSpare: number): WorkerPool {
  let idle: { arn: string; worker: FunctionWorker }[] = [];
  return {
    acquire(fn) {
      for (;;) {
        const at = idle.findLastIndex(({ arn }) => arn === fn.arn);
        const [found] = at === -1 ? [] : idle.splice(at, 1);
        if (!found) return start(fn);
        if (found.worker.alive) return found.worker;
      }
    },
    release(fn, worker) {
      if (!worker.alive) return;
      idle.push({ arn: fn.arn, worker });
      const functions = new Set(idle.map(({ arn }) => arn)).size;
      if (idle.length - functions <= mostSpare) return;
      const spare = idle.findIndex(({ arn }, at) => idle.some((other, later) => later > at && other.arn === arn));
      for (const { worker: ended } of idle.splice(spare, 1)) void ended.terminate();
    },
    async cool() {
      const cold = idle;
      idle = [];
      await Promise.all(cold.map(({ worker }) => worker.terminate()));
    },
  };
}
