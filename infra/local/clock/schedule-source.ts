import type { Occurrence, Schedules } from '../scheduler/schedules.ts';
import type { MomentSource } from './conductor.ts';

/** One-time schedules as moments of the stage's clock. */
export interface ScheduleSource extends MomentSource {
  restart(now: number): void;
}

export function scheduleSource(
  schedules: () => Schedules,
  startedAt: number,
  ring: (occurrence: Occurrence) => Promise<void>,
): ScheduleSource {
  let takenUntil = startedAt;
  const oneTime = (occurrence: Occurrence) => occurrence.oneTime;
  return {
    next: () => schedules().next(takenUntil, oneTime)?.at,
    take(now) {
      if (now <= takenUntil) return [];
      const due = schedules().dueBetween(takenUntil, now).filter(oneTime);
      takenUntil = now;
      return due.map((occurrence) => ({
        label: `schedule ${occurrence.name}`,
        async run() {
          await ring(occurrence);
          schedules().completed(occurrence);
        },
      }));
    },
    restart(now) {
      takenUntil = now;
    },
  };
}
