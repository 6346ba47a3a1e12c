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
import type { Aggregate, Noun } from '../../../shared/table/aggregate.ts';
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

/**
 * First the tasks, one by one; whatever stops it midway, the same press again does the rest. Then all else in one commit:
 * once the record is there, the press was heard.
 */
export async function passEverything(visit: MemberVisit, passing: Passing): Promise<void> {
  const { table } = visit.needs;
  if (await table.get(handOvers, { handOverId: passing.handOverId })) return;
  let moved = 0;
  for (const cohort of passing.cohorts) moved += await passTasks(visit, passing, cohort);
  await conclude(visit, passing, moved);
}

/**
 * A task of nobody in particular is the giver's, too, where the giver is in charge. Before the record says otherwise. What
 * hangs on a pair of which HR may not know yet passes in silence: counted or in the log, it would tell of an answer.
 */
async function passTasks(visit: MemberVisit, { giver, taker }: Passing, cohort: Cohort): Promise<number> {
  const { table } = visit.needs;
  const coordinates = namesAsCoordinator(cohort, giver.address) || giver.role === 'coordinator';
  const own = (await allTasks(table, cohort.cohortId)).filter((task) => passesOn(task, giver.memberId, coordinates));
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
  const { handOverId, giver, taker, cohorts, note, ends } = passing;
  const cohortIds = cohorts.map(({ cohortId }) => cohortId);
  const stand = { name: taker.name.slice(0, 120), address: taker.address };
  await needs.table.transact(async () => {
    const [known, from, to, now] = await Promise.all([
      needs.table.get(handOvers, { handOverId }),
      needs.table.get(members, giver),
      needs.table.get(members, taker),
      needs.table.getMany(cohortNoun, cohorts),
    ]);
    if (known) return { refused: 'done already' };
    const record = { handOverId, from: giver.memberId, to: taker.memberId, cohorts: cohortIds, note, tasks: moved };
    const letter = planned(
      { scope: 'stage', kind: 'hand-over', to: { memberId: taker.memberId }, subject: { handOverId } },
      trigger.at,
    );
    return {
      command: commandOf(visit, 'hand over'),
      changes: [
        change(handOvers, { handOverId }, undefined, { ...record, at: trigger.at }),
        letter.change,
        ...stepOf(members, giver, from, ends ? signOut(from) : { refused: 'stays signed in' }),
        ...stepOf(members, taker, to, giveCohorts(to, cohortIds)),
        ...now.flatMap((cohort) =>
          stepOf(cohortNoun, cohort, cohort, replaceCoordinator(cohort, giver.address, stand)),
        ),
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
