import type { LocalDate } from '../../../events/ids.ts';
import type { Cohort } from '../../../shared/cohort/cohort.ts';

export type Phase = 'before-enrolment-ends' | 'before-start' | 'running' | 'over';

/** Where a cohort stands on its way, as parts of the whole way from 0 to 1. */
export interface Timeline {
  readonly phase: Phase;
  readonly today: number;
  readonly deadline: number;
  readonly start: number;
  readonly end: number;
  /** When the sessions would be, spread evenly over the time from start to end. */
  readonly sessions: readonly number[];
}

/** From the cohort's making, or its earliest date, to its end. */
export function timelineOf(
  cohort: Pick<Cohort, 'createdAt' | 'enrolmentDeadline' | 'start' | 'end' | 'sessions' | 'closedAt'>,
  today: LocalDate,
): Timeline {
  const days = (date: string) => Date.parse(date.slice(0, 10)) / 86_400_000;
  const [made, deadline, start, end] = [cohort.createdAt, cohort.enrolmentDeadline, cohort.start, cohort.end].map(days);
  const from = Math.min(made ?? 0, deadline ?? 0, start ?? 0);
  const length = Math.max(1, (end ?? 0) - from);
  const part = (day: number | undefined) => Math.min(1, Math.max(0, ((day ?? 0) - from) / length));
  const [first, last] = [part(start), part(end)];
  return {
    phase: phaseOf(cohort, today),
    today: part(days(today)),
    deadline: part(deadline),
    start: first,
    end: last,
    sessions: Array.from(
      { length: cohort.sessions },
      (_, at) => first + ((last - first) * (at + 0.5)) / cohort.sessions,
    ),
  };
}

function phaseOf(
  { enrolmentDeadline, start, end, closedAt }: Parameters<typeof timelineOf>[0],
  today: LocalDate,
): Phase {
  if (closedAt !== undefined || today > end) return 'over';
  if (today >= start) return 'running';
  return today > enrolmentDeadline ? 'before-start' : 'before-enrolment-ends';
}
