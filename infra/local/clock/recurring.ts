import type { Job, MomentSource } from './conductor.ts';

/** A recurring schedule of the template. */
export interface Recurrence {
  name: string;
  /** The first occurrence after this moment. */
  nextAfter(time: number): number;
  /** From when on its function has work, as its probe knows; undefined: none in sight. Without a probe every occurrence runs. */
  workFrom: (() => number | undefined) | undefined;
  ring(): Promise<void>;
}

export interface Recurring extends MomentSource {
  /** The next occurrence that has work to do, by the probe. */
  nextWithWork(): number | undefined;
  /** The next occurrence that must run even without work. */
  nextForced(): number | undefined;
  restart(now: number): void;
  list(): { name: string; next: number }[];
}

const day = 86_400_000;

/**
 * Recurring schedules on a clock that jumps: an occurrence is skipped if its function would find nothing, but at least one
 * runs a day. On a running clock (`live`) every occurrence is taken as it comes, and of those that a jump passed, the last.
 */
export function startRecurring(recurrences: readonly Recurrence[], live: boolean): Recurring {
  const last = new Map<string, number>();
  let lookedAt: number | undefined;
  const lastRun = (recurrence: Recurrence) => last.get(recurrence.name) ?? 0;

  const withWork = (recurrence: Recurrence): number | undefined => {
    const after = lastRun(recurrence);
    if (!recurrence.workFrom) return recurrence.nextAfter(after);
    const from = recurrence.workFrom();
    // Occurrences up to the last look were skipped while there was nothing to do: what came later waits for the next one.
    return from === undefined ? undefined : recurrence.nextAfter(Math.max(from - 1, lookedAt ?? after, after));
  };
  const forced = (recurrence: Recurrence) =>
    recurrence.nextAfter(Math.max(lastRun(recurrence) + day - 1, lookedAt ?? 0));
  const least = (moments: (number | undefined)[]) =>
    moments.reduce((found, at) => (at !== undefined && (found === undefined || at < found) ? at : found), undefined);
  const nextOf = (recurrence: Recurrence) =>
    live ? recurrence.nextAfter(lastRun(recurrence)) : least([withWork(recurrence), forced(recurrence)]);

  return {
    nextWithWork: () => least(recurrences.map((recurrence) => withWork(recurrence))),
    nextForced: () => least(recurrences.map(forced)),
    next: () => least(recurrences.map((recurrence) => nextOf(recurrence))),
    take(now) {
      if (now === lookedAt) return [];
      const due = recurrences.filter((recurrence) => (nextOf(recurrence) ?? now + 1) <= now);
      lookedAt = now;
      for (const { name } of due) last.set(name, now);
      return due.map(({ name, ring }): Job => ({ label: `schedule ${name}`, run: ring }));
    },
    restart(now) {
      lookedAt = undefined;
      for (const { name } of recurrences) last.set(name, now);
    },
    list: () =>
      recurrences.map((recurrence) => ({ name: recurrence.name, next: recurrence.nextAfter(lastRun(recurrence)) })),
  };
}
