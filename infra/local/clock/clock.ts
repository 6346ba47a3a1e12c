/**
 * The time of the stage, in milliseconds since 1970. Stepped, it stands still until it is moved; in real time it runs, and a
 * move only shifts it. Both live in shared memory, so that every worker reads the same clock without a message.
 */
export interface StageClock {
  readonly mode: ClockMode;
  readonly shared: SharedArrayBuffer;
  now(): number;
  iso(): string;
  /** Backwards is refused: data of the future would already exist. */
  moveTo(time: number): void;
  /** For a fresh stage only. */
  restart(time: number): void;
}

export type ClockMode = 'real-time' | 'stepped';

export function startClock(mode: ClockMode, startAt: number): StageClock {
  const shared = new SharedArrayBuffer(16);
  const cells = new Float64Array(shared);
  const now = readClock(shared);
  const set = (time: number) => {
    cells[0] = mode === 'stepped' ? 1 : 0;
    cells[1] = mode === 'stepped' ? time : time - Date.now();
  };
  set(startAt);
  return {
    mode,
    shared,
    now,
    iso: () => new Date(now()).toISOString(),
    moveTo(time) {
      if (time < now()) throw new Error(`The clock cannot go back to ${new Date(time).toISOString()}`);
      set(time);
    },
    restart: set,
  };
}

/** Reads the clock from its shared memory; the real `Date.now` is taken now, because a worker replaces it later. */
export function readClock(shared: SharedArrayBuffer): () => number {
  const cells = new Float64Array(shared);
  const realNow = Date.now;
  return () => {
    const value = cells[1] ?? 0;
    return cells[0] === 1 ? value : realNow() + value;
  };
}
