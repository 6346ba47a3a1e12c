import type { Job, MomentSource } from './conductor.ts';

/** What has been put off to a moment of its own: retries, the end of a pause. First by time, then in the order of asking. */
export interface Agenda extends MomentSource {
  put(at: number, job: Job): void;
  clear(): void;
  waiting(): { at: number; label: string }[];
}

export function startAgenda(): Agenda {
  let entries: { at: number; job: Job }[] = [];
  return {
    put(at, job) {
      const after = entries.findIndex((entry) => entry.at > at);
      entries.splice(after === -1 ? entries.length : after, 0, { at, job });
    },
    next: () => entries[0]?.at,
    take(now) {
      const due = entries.findIndex((entry) => entry.at > now);
      return entries.splice(0, due === -1 ? entries.length : due).map(({ job }) => job);
    },
    clear() {
      entries = [];
    },
    waiting: () => entries.map(({ at, job }) => ({ at, label: job.label })),
  };
}
