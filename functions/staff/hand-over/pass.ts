import type { HandOverId } from '../../../events/ids.ts';
import { type Cohort, cohorts as cohortNoun } from '../../../shared/cohort/cohort.ts';
import { allOf } from '../../../shared/desk/all-of.ts';
import { visibleOf } from '../../../shared/desk/visible-of.ts';
import { commandOf, type MemberVisit } from '../../../shared/desk/visit.ts';
import { planned } from '../../../shared/letter/plan.ts';
import {
  giveCohorts,
  handOvers,
  namesAsCoordinator,
  passesOn,
  passOn,
  replaceCoordinator,
} from '../../../shared/member/hand-over.ts';
import { members } from '../../../shared/member/member.ts';
import { signOut } from '../../../shared/member/sign-in.ts';
import { type Aggregate, type Noun, unnumbered } from '../../../shared/table/aggregate.ts';
import { type Change, change } from '../../../shared/table/commit.ts';
import { prefixOf } from '../../../shared/table/keys.ts';
import type { Step } from '../../../shared/table/table.dynamodb.ts';
import { type Task, tasks } from '../../../shared/task/task.ts';
import type { Colleague } from '../colleagues.ts';

const allTasks = allOf(tasks, prefixOf.task);
/** Tasks that are moved in the same moment. */
const sideBySide = 10;

interface Passing {
  readonly handOverId: HandOverId;
  readonly giver: Colleague;
  readonly taker: Colleague;
  readonly cohorts: readonly Cohort[];
  readonly note: string;
  readonly ends: boolean;
}

/** More would not fit a commit: each cohort is two items of a hundred. */
const atOnce = 20;

/**
 * First the tasks, one by one, then the cohorts, as many in a commit as fit; the last commit has the letter. Whatever
 * stops it midway, the same press again does the rest.
 */
export async function passEverything(visit: MemberVisit, passing: Passing): Promise<void> {
  const { table } = visit.needs;
  const known = await table.get(handOvers, passing);
  if (known && !known.open) return;
  let moved = 0;
  for (const cohort of passing.cohorts) moved += await passTasks(visit, passing, cohort);
  const before = passing.cohorts.slice(0, -atOnce);
  if (before.length > 0) {
    await table.change(handOvers, passing, commandOf(visit, 'hand over'), (current) =>
      current ? { refused: 'begun already' } : { to: { ...recordOf(visit, passing, moved), open: true } },
    );
  }
  for (let from = 0; from < before.length; from += atOnce) {
    await passNames(visit, passing, before.slice(from, from + atOnce));
  }
  await conclude(visit, passing, moved);
}

const recordOf = ({ trigger }: MemberVisit, { handOverId, giver, taker, cohorts, note }: Passing, moved: number) => ({
  handOverId,
  from: giver.memberId,
  to: taker.memberId,
  cohorts: cohorts.map(({ cohortId }) => cohortId),
  note,
  tasks: moved,
  at: trigger.at,
});

/** In some of the cohorts the taker stands where the giver stood. */
async function passNames(visit: MemberVisit, passing: Passing, some: readonly Cohort[]): Promise<void> {
  const { table } = visit.needs;
  await table.transact(async () => {
    const changes = namesPassed(await table.getMany(cohortNoun, some), passing);
    return changes.length > 0 ? { command: commandOf(visit, 'hand over'), changes } : { refused: 'passed already' };
  });
}

const namesPassed = (cohorts: readonly Cohort[], { giver, taker }: Passing): Change[] =>
  cohorts.flatMap((cohort) => {
    const stand = { name: taker.name.slice(0, 120), address: taker.address };
    return stepOf(cohortNoun, cohort, cohort, replaceCoordinator(cohort, giver.address, stand));
  });

/**
 * A task of nobody in particular is the giver's, too, where the giver is in charge. Before the record says otherwise. What
 * hangs on a pair of which HR may not know yet passes in silence: counted or in the log, it would tell of an answer.
 */
async function passTasks(visit: MemberVisit, { giver, taker }: Passing, cohort: Cohort): Promise<number> {
  const { table } = visit.needs;
  const coordinates = namesAsCoordinator(cohort, giver.address) || giver.role === 'coordinator';
  const own = (await allTasks(table, cohort.cohortId)).filter((task) => passesOn(task, giver.memberId, coordinates));
  if (own.length === 0) return 0;
  const visible = await visibleOf(table, cohort.cohortId);
  const seen = own.filter(({ about }) => visible.of(about));
  const commandFor = (task: Task) =>
    seen.includes(task) ? commandOf(visit, 'hand over task') : visit.trigger.command('hand over task');
  for (let from = 0; from < own.length; from += sideBySide) {
    await Promise.all(
      own
        .slice(from, from + sideBySide)
        .map((task) =>
          table.change(tasks, task, commandFor(task), (current) =>
            passOn(current, taker.memberId, giver.memberId, coordinates),
          ),
        ),
    );
  }
  return seen.length;
}

async function conclude(visit: MemberVisit, passing: Passing, moved: number): Promise<void> {
  const { needs, trigger } = visit;
  const { handOverId, giver, taker, cohorts, ends } = passing;
  await needs.table.transact(async () => {
    const [known, from, to, now] = await Promise.all([
      needs.table.get(handOvers, { handOverId }),
      needs.table.get(members, giver),
      needs.table.get(members, taker),
      needs.table.getMany(cohortNoun, cohorts.slice(-atOnce)),
    ]);
    if (known && !known.open) return { refused: 'done already' };
    const record = known ? { ...unnumbered(known), open: false } : recordOf(visit, passing, moved);
    const letter = planned(
      { scope: 'stage', kind: 'hand-over', to: { memberId: taker.memberId }, subject: { handOverId } },
      trigger.at,
    );
    return {
      command: commandOf(visit, 'hand over'),
      changes: [
        change(handOvers, { handOverId }, known, record),
        letter.change,
        ...stepOf(members, giver, from, ends ? signOut(from) : { refused: 'stays signed in' }),
        ...stepOf(members, taker, to, giveCohorts(to, record.cohorts)),
        ...namesPassed(now, passing),
      ],
      says: letter.says,
    };
  });
}

const stepOf = <T extends Aggregate, Ref>(
  noun: Noun<T, Ref>,
  ref: Ref,
  before: T | undefined,
  step: Step<T>,
): Change[] => ('to' in step ? [change(noun, ref, before, step.to)] : []);
