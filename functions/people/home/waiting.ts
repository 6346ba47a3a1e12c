import { type Cohort, launched } from '../../../shared/cohort/cohort.ts';
import { canEnd } from '../../../shared/cohort/draft.ts';
import type { Needs } from '../../../shared/desk/needs.ts';
import { visibleOf } from '../../../shared/desk/visible-of.ts';
import type { MemberVisit } from '../../../shared/desk/visit.ts';
import { submissions } from '../../../shared/submission/submission.ts';
import { partitionsOf, prefixOf } from '../../../shared/table/keys.ts';
import { type Task, tasks } from '../../../shared/task/task.ts';

/** What a cohort asks of whoever coordinates it, as counts: no page of all cohorts shows a name. */
export interface Waiting {
  readonly cohort: Cohort;
  /** Open tasks that are mine, or everybody's. */
  readonly tasks: number;
  readonly waitsForHr: number;
  /** A proposal of pairs to look at. */
  readonly review: boolean;
  readonly notLaunched: boolean;
}

/** What went wrong in it. */
export interface Wrong {
  readonly cohort: Cohort;
  readonly bounced: number;
  readonly unknown: number;
  readonly rejected: number;
  readonly rules: number;
}

export async function standOf(
  { needs, member }: MemberVisit<Needs>,
  cohort: Cohort,
): Promise<{ waiting: Waiting; wrong: Wrong }> {
  const { cohortId } = cohort;
  const { table } = needs;
  const everywhere = partitionsOf(cohortId);
  const [open, stuck] = await Promise.all([
    Array.fromAsync(table.some(tasks, everywhere, prefixOf.task, { field: 'state', oneOf: ['open'] })),
    Array.fromAsync(
      table.some(submissions, everywhere, prefixOf.submission, {
        field: 'state',
        oneOf: ['waits-for-hr', 'rejected'],
      }),
    ),
  ]);
  // Only a task about a pair asks what HR may know of it.
  const visible = open.some(({ about }) => about.pairId) ? await visibleOf(table, cohortId) : undefined;
  const seen = open.filter(({ about }) => visible === undefined || visible.of(about));
  const ofKind = (...kinds: Task['kind'][]) => seen.filter(({ kind }) => kinds.includes(kind)).length;
  const inState = (state: string) => stuck.filter((each) => each.state === state).length;
  return {
    waiting: {
      cohort,
      tasks: seen.filter(({ assignedTo }) => assignedTo === undefined || assignedTo === member.memberId).length,
      waitsForHr: inState('waits-for-hr'),
      review: cohort.state === 'review',
      notLaunched: canEnd(cohort.state) && !launched(cohort),
    },
    wrong: {
      cohort,
      bounced: ofKind('mail-bounced', 'mail-complained'),
      unknown: ofKind('letter-unknown'),
      rejected: inState('rejected'),
      rules: ofKind('rule-broken', 'rule-unchecked'),
    },
  };
}

export const somethingWaits = ({ tasks: open, waitsForHr, review, notLaunched }: Waiting): boolean =>
  open > 0 || waitsForHr > 0 || review || notLaunched;
export const somethingWrong = ({ bounced, unknown, rejected, rules }: Wrong): boolean =>
  bounced + unknown + rejected + rules > 0;
