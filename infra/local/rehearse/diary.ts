/**
 * What simulated people have put off, in stage time. One of them acts at a time, the earliest first: so the same seed gives
 * the same run, however many there are.
 */
export interface Diary {
  /** Somebody begins something at this time (ms). */
  begin(at: number, what: () => Promise<void>): void;
  /** Waits for stage time to come; only within something that was begun. */
  until(at: number): Promise<void>;
  /** When the next of them acts. */
  next(): number | undefined;
  /** Lets everybody act whose time has come. Rejects with what one of them could not do. */
  run(now: number): Promise<void>;
}

interface Entry {
  readonly at: number;
  readonly order: number;
  /** Goes on, until the next wait or the end. */
  go(): void;
}

export function startDiary(): Diary {
  const entries: Entry[] = [];
  let order = 0;
  let turnEnds: (() => void) | undefined;
  let turnFails: ((reason: unknown) => void) | undefined;

  const put = (at: number, go: () => void) => {
    const entry = { at, order: order++, go };
    const after = entries.findIndex((other) => other.at > at);
    entries.splice(after === -1 ? entries.length : after, 0, entry);
  };
  return {
    begin(at, what) {
      put(at, () => {
        what().then(
          () => turnEnds?.(),
          (reason: unknown) => turnFails?.(reason),
        );
      });
    },
    until: (at) =>
      new Promise((resolve) => {
        put(at, resolve);
        turnEnds?.();
      }),
    next: () => entries[0]?.at,
    async run(now) {
      for (;;) {
        const [first] = entries;
        if (!first || first.at > now) return;
        entries.shift();
        await new Promise<void>((resolve, reject) => {
          turnEnds = resolve;
          turnFails = reject;
          first.go();
        });
      }
    },
  };
}
