import * as z from 'zod/mini';
import { Instant } from '../../events/define.ts';
import { CohortId, HandOverId, MemberId } from '../../events/ids.ts';
import type { Cohort, Contact } from '../cohort/cohort.ts';
import { aggregateFields, noun, unnumbered } from '../table/aggregate.ts';
import { keys } from '../table/keys.ts';
import type { Step } from '../table/table.dynamodb.ts';
import type { Task } from '../task/task.ts';
import type { Member } from './member.ts';

export const noteLength = 2_000;

/** That somebody's work passed to somebody else, as the letter to the taker tells it. */
export const HandOver = z.object({
  ...aggregateFields,
  handOverId: HandOverId,
  from: MemberId,
  to: MemberId,
  cohorts: z.array(CohortId),
  note: z.string().check(z.maxLength(noteLength)),
  /** Open tasks that passed with it. */
  tasks: z.int(),
  at: Instant,
  /** Some of the cohorts are still to be passed: the same press again does it. */
  open: z.optional(z.boolean()),
});
export type HandOver = z.infer<typeof HandOver>;
export const handOvers = noun('hand-over', HandOver, keys.handOver);

export const namesAsCoordinator = ({ coordinators, replyTo }: Cohort, address: string): boolean =>
  replyTo === address || coordinators.some((each) => each.address === address);

/** The taker stands where the giver stood, once, also as the address for replies. */
export function replaceCoordinator(cohort: Cohort | undefined, giver: string, taker: Contact): Step<Cohort> {
  if (!cohort) return { refused: 'no such cohort' };
  if (!namesAsCoordinator(cohort, giver)) return { refused: 'not named there' };
  const known = cohort.coordinators.some(({ address }) => address === taker.address);
  const coordinators = cohort.coordinators.flatMap((each) => {
    if (each.address !== giver) return [each];
    return known ? [] : [taker];
  });
  return {
    to: {
      ...unnumbered(cohort),
      coordinators,
      ...(cohort.replyTo === giver ? { replyTo: taker.address } : {}),
    },
  };
}

/** An open task of the giver; one of nobody in particular is of all who coordinate the cohort, so of the giver, too. */
export const passesOn = (task: Task, giver: MemberId, coordinates: boolean): boolean =>
  (task.state === 'open' || task.state === 'snoozed') && (task.assignedTo ? task.assignedTo === giver : coordinates);

export function passOn(task: Task | undefined, to: MemberId, from: MemberId, coordinates: boolean): Step<Task> {
  if (!task || !passesOn(task, from, coordinates)) return { refused: 'not open any more' };
  return { to: { ...unnumbered(task), assignedTo: to } };
}

/** The taker may work with what was handed over; an admin may already, and a reader is not asked. */
export function giveCohorts(member: Member | undefined, cohortIds: readonly CohortId[]): Step<Member> {
  if (member?.role !== 'coordinator') return { refused: 'needs no cohorts' };
  const own = member.cohorts === 'all' ? [] : (member.cohorts ?? []);
  const missing = cohortIds.filter((each) => !own.includes(each));
  if (missing.length === 0) return { refused: 'has them already' };
  return { to: { ...unnumbered(member), cohorts: [...own, ...missing] } };
}
