import type { Random } from './random.ts';

/** A piece of work of the stage. `run` resolves when it has ended or waits in a pause, and never rejects. */
export interface Job {
  label: string;
  run(): Promise<void>;
}

/** Something that has work at known moments. `take` hands out what is due, each once. */
export interface MomentSource {
  next(now: number): number | undefined;
  take(now: number): Job[];
}

/**
 * Decides what runs when. `serial`: one job at a time, in order, only while somebody settles. `together`: all that are ready at
 * once, while somebody settles (the endpoint then releases their calls one by one). `live`: at once, a few at a time.
 */
export interface Conductor {
  /** Work that is ready now. */
  add(job: Job): void;
  /** Runs before everything else that is ready; for callers from outside, who wait for the answer. */
  urgent(run: () => Promise<void>): Promise<void>;
  /** Waits until nothing is ready and nothing runs. */
  settle(): Promise<void>;
  /** Something may have become ready: looks soon, once for many calls. */
  wake(): void;
  /** Looks at once. */
  pump(): void;
  /** Waits until nothing runs, and starts nothing. */
  rest(): Promise<void>;
  readonly settling: boolean;
  readonly ready: readonly Job[];
  /** Picks ready jobs in a random order instead of theirs. */
  shuffle(random: Random | undefined): void;
  clear(): void;
}

export type Order = 'serial' | 'together' | 'live';

export function startConductor({ order, sources, now, limit = 8 }: ConductorOptions): Conductor {
  const ready: Job[] = [];
  const waiters: (() => void)[] = [];
  const resting: (() => void)[] = [];
  let running = 0;
  let settling = 0;
  let random: Random | undefined;
  let outside: (() => void)[] = [];
  let scheduled = false;

  const collect = () => {
    for (const source of sources) ready.push(...source.take(now()));
  };
  const takeNext = (): Job | undefined =>
    random ? ready.splice(Math.floor(random.next() * ready.length), 1)[0] : ready.shift();
  const mayStart = () => {
    if (order === 'live') return running < limit;
    return settling > 0 && (order === 'together' || running === 0);
  };
  const quiet = () => running === 0 && outside.length === 0 && ready.length === 0;

  function start(run: () => Promise<unknown>) {
    running++;
    void run().finally(() => {
      running--;
      turn();
    });
  }

  function turn() {
    while (outside.length > 0 && (order !== 'serial' || running === 0)) outside.shift()?.();
    if (order === 'live' || settling > 0) collect();
    while (ready.length > 0 && mayStart()) {
      const job = takeNext();
      if (job) start(job.run);
    }
    if (running === 0) for (const done of resting.splice(0)) done();
    if (settling > 0 && quiet()) for (const done of waiters.splice(0)) done();
  }

  return {
    add(job) {
      ready.push(job);
      this.wake();
    },
    urgent: (run) =>
      new Promise((resolve, reject) => {
        outside.push(() => start(() => run().then(resolve, reject)));
        turn();
      }),
    async settle() {
      settling++;
      try {
        await new Promise<void>((resolve) => {
          waiters.push(resolve);
          turn();
        });
      } finally {
        settling--;
      }
    },
    wake() {
      if (scheduled) return;
      scheduled = true;
      setImmediate(() => {
        scheduled = false;
        turn();
      });
    },
    pump: turn,
    rest() {
      ready.length = 0;
      return running === 0 ? Promise.resolve() : new Promise((resolve) => resting.push(resolve));
    },
    get settling() {
      return settling > 0;
    },
    ready,
    shuffle(chosen) {
      random = chosen;
    },
    clear() {
      ready.length = 0;
      outside = [];
    },
  };
}

interface ConductorOptions {
  order: Order;
  sources: readonly MomentSource[];
  now: () => number;
  /** How many jobs run at once on a live stage. */
  limit?: number;
}
