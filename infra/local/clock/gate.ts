import type { Order } from './conductor.ts';
import type { Random } from './random.ts';

/** Whose turn it is among calls to the endpoint. Every `enter` is followed by one `leave`. */
export interface Gate {
  enter(invocation: number, call: number): Promise<void>;
  leave(invocation: number): void;
  /** An invocation began, rests or ended. */
  changed(): void;
  forget(invocation: number): void;
}

interface Line {
  /** The number of the next call that may pass. */
  next: number;
  inside: boolean;
  held: Map<number, () => void>;
}

/** A request that its worker gave up before it was sent leaves a gap; nobody waits for it longer than this (real time). */
const gapMilliseconds = 1000;

/**
 * Live, all pass. Otherwise an invocation's calls pass in the order in which its code made them, and where invocations run
 * together, one call at a time passes: as soon as all of them stand at the gate (or rest), one is chosen by the seed.
 */
export function startGate({ order, random, running, pump }: GateOptions): Gate {
  const lines = new Map<number, Line>();
  let checking = false;

  const lineOf = (invocation: number): Line => {
    const line = lines.get(invocation) ?? { next: 0, inside: false, held: new Map() };
    lines.set(invocation, line);
    return line;
  };
  const mayPass = (line: Line) => !line.inside && line.held.has(line.next);
  const pass = (line: Line) => {
    const open = line.held.get(line.next);
    line.held.delete(line.next);
    line.inside = true;
    open?.();
  };

  function check() {
    checking = false;
    pump();
    const atGate: Line[] = [];
    for (const invocation of running()) {
      const line = lineOf(invocation);
      if (!mayPass(line)) return;
      atGate.push(line);
    }
    const chosen = random().pick(atGate);
    if (chosen) pass(chosen);
  }

  const changed = () => {
    if (order !== 'together' || checking) return;
    checking = true;
    setImmediate(check);
  };

  return {
    enter(invocation, call) {
      if (order === 'live') return Promise.resolve();
      const line = lineOf(invocation);
      return new Promise((resolve) => {
        line.held.set(call, resolve);
        if (order === 'serial' && mayPass(line)) pass(line);
        else if (call !== line.next || line.inside) closeGap(line, call);
        changed();
      });
    },
    leave(invocation) {
      const line = lines.get(invocation);
      if (!line) return;
      line.inside = false;
      line.next++;
      if (order === 'serial' && mayPass(line)) pass(line);
      changed();
    },
    changed,
    forget(invocation) {
      lines.delete(invocation);
      changed();
    },
  };

  function closeGap(line: Line, call: number) {
    const timer = setTimeout(() => {
      if (!line.held.has(call)) return;
      if (line.inside) return closeGap(line, call);
      line.next = Math.min(...line.held.keys());
      if (order === 'serial') pass(line);
      changed();
    }, gapMilliseconds);
    timer.unref();
  }
}

interface GateOptions {
  order: Order;
  random: () => Random;
  /** Invocations that run and do not rest, in the order in which they began. */
  running: () => Iterable<number>;
  /** Starts what has become ready. */
  pump: () => void;
}
