import type { FunctionResource } from './resources.ts';
import { type FunctionWorker, startWorker, type WorkerOptions } from './worker-process.ts';

/** Warm workers by function. A worker serves one invocation at a time; of the idle ones, those longest unused go first. */
export interface WorkerPool {
  acquire(fn: FunctionResource): FunctionWorker;
  release(fn: FunctionResource, worker: FunctionWorker): void;
  /** Ends all idle workers: the next invocation of each function is a cold start. */
  cool(): Promise<void>;
}

export function workerPool(options: WorkerOptions, mostIdle: number): WorkerPool {
  let idle: { arn: string; worker: FunctionWorker }[] = [];
  return {
    acquire(fn) {
      for (;;) {
        const at = idle.findLastIndex(({ arn }) => arn === fn.arn);
        const [found] = at === -1 ? [] : idle.splice(at, 1);
        if (!found) return startWorker(fn, options);
        if (found.worker.alive) return found.worker;
      }
    },
    release(fn, worker) {
      if (!worker.alive) return;
      idle.push({ arn: fn.arn, worker });
      if (idle.length > mostIdle) void idle.shift()?.worker.terminate();
    },
    async cool() {
      const cold = idle;
      idle = [];
      await Promise.all(cold.map(({ worker }) => worker.terminate()));
    },
  };
}
