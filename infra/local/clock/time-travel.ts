import type { StageClock } from './clock.ts';
import type { Conductor, MomentSource } from './conductor.ts';
import type { Recurring } from './recurring.ts';

/** Moves the clock from one due moment to the next and lets everything settle in between. */
export interface TimeTravel {
  /** The next moment at which something is due that is more than a routine look of a recurring schedule. */
  next(): number | undefined;
  /** To that moment; answers it, or undefined if nothing is due any more (the clock then stays). */
  advance(): Promise<number | undefined>;
  /** Through every moment up to this one. */
  advanceTo(time: number): Promise<void>;
}

export function timeTravel(needs: {
  clock: StageClock;
  conductor: Conductor;
  sources: readonly MomentSource[];
  recurring: Recurring;
  /** Something that happens behind the scenes when a day has gone by: expired items disappear. */
  eachDay(): void;
}): TimeTravel {
  const { clock, conductor, sources, recurring, eachDay } = needs;
  const day = 86_400_000;
  let lastDay = Math.floor(clock.now() / day);

  const least = (moments: (number | undefined)[]) => {
    const known = moments.filter((at) => at !== undefined);
    return known.length === 0 ? undefined : Math.min(...known);
  };
  const next = () => {
    const now = clock.now();
    return least([...sources.map((source) => source.next(now)), recurring.nextWithWork()]);
  };
  const goTo = async (time: number) => {
    clock.moveTo(Math.max(time, clock.now()));
    const today = Math.floor(clock.now() / day);
    if (today !== lastDay) eachDay();
    lastDay = today;
    await conductor.settle();
  };
  /** Routine looks on the way may make new work, so the target is asked for anew after each. */
  async function pass(target: () => number | undefined): Promise<number | undefined> {
    await conductor.settle();
    for (;;) {
      const to = target();
      if (to === undefined) return undefined;
      const routine = recurring.nextForced();
      if (routine !== undefined && routine < to) {
        await goTo(routine);
        continue;
      }
      await goTo(to);
      return to;
    }
  }

  return {
    next,
    advance: () => pass(next),
    async advanceTo(time) {
      if (time < clock.now()) throw new Error(`The clock is past ${new Date(time).toISOString()} already`);
      let reached: number | undefined;
      do reached = await pass(() => Math.min(next() ?? time, time));
      while (reached !== undefined && reached < time);
    },
  };
}
