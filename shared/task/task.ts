import * as z from 'zod/mini';
import { Instant } from '../../events/define.ts';
import { CohortId, MemberId, PairId, PersonId, TaskId } from '../../events/ids.ts';
import { aggregateFields, noun } from '../table/aggregate.ts';
import { digest } from '../table/digest.ts';
import { keys } from '../table/keys.ts';
import { namesOf, states } from '../table/states.ts';

export const taskStates = states('task', {
  open: { finish: 'done', snooze: 'snoozed', drop: 'dropped' },
  snoozed: { wake: 'open', finish: 'done', drop: 'dropped' },
  done: {},
  dropped: {},
});

/** Something that a coordinator should do. */
export const Task = z.object({
  ...aggregateFields,
  cohortId: CohortId,
  taskId: TaskId,
  kind: z.enum(['mail-bounced', 'mail-complained', 'waits-for-hr', 'rule-broken', 'rule-unchecked', 'letter-unknown']),
  about: z.object({ personId: z.optional(PersonId), partnerId: z.optional(PersonId), pairId: z.optional(PairId) }),
  why: z.string().check(z.maxLength(300)),
  note: z._default(z.string().check(z.maxLength(2_000)), ''),
  state: z.enum(namesOf(taskStates)),
  createdAt: Instant,
  /** Of `rule-broken`: since a newer HR file the rules hold again. */
  holdsAgainAt: z.optional(Instant),
  /** Whose task it is since somebody handed it over; absent: of all who coordinate the cohort. */
  assignedTo: z.optional(MemberId),
});
export type Task = z.infer<typeof Task>;
export const tasks = noun('task', Task, keys.task);

/** One task of a kind about a person: what is told twice opens it once. */
export const taskIdOf = (cohortId: CohortId, personId: PersonId, kind: Task['kind']): TaskId =>
  `task_${digest(`${cohortId}/${personId}/${kind}`, 24)}` as TaskId;
