import type { MemberId } from '../../../events/ids.ts';
import { launched } from '../../../shared/cohort/cohort.ts';
import { allParticipants } from '../../../shared/desk/all-of.ts';
import { countsBy } from '../../../shared/desk/counts.ts';
import { paired } from '../../../shared/desk/standing.ts';
import { visibleOf } from '../../../shared/desk/visible-of.ts';
import { members } from '../../../shared/member/member.ts';
import type { Table } from '../../../shared/table/table.dynamodb.ts';
import type { Task } from '../../../shared/task/task.ts';
import { addDays, atLocal } from '../../../shared/time/local.ts';
import { makeLink } from '../../../shared/token/open-link.ts';
import type { Reply } from '../../../shared/web/http.ts';
import type { CohortVisit } from '../visit.ts';
import { allLetters, allSubmissions, allTasks } from './load.ts';
import { overviewPage } from './overview-page.tsx';
import { possibleNow } from './summary.ts';

/** Names of those to whom somebody has handed a task over. */
async function colleaguesIn(tasks: readonly Task[], table: Table): Promise<Map<MemberId, string>> {
  const named = new Set(tasks.flatMap(({ assignedTo }) => assignedTo ?? []));
  const found = await table.getMany(
    members,
    [...named].map((memberId) => ({ memberId })),
  );
  return new Map(found.map(({ memberId, name, address }) => [memberId, name ?? address]));
}

/** GET /desk/cohorts/{cohort} */
export async function overview(visit: CohortVisit): Promise<Reply> {
  const { needs, cohort, trigger } = visit;
  const [people, visible, everyLetter, tasks, told] = await Promise.all([
    allParticipants(needs.table, cohort.cohortId),
    visibleOf(needs.table, cohort.cohortId),
    allLetters(needs.table, cohort.cohortId),
    allTasks(needs.table, cohort.cohortId),
    allSubmissions(needs.table, cohort.cohortId),
  ]);
  const { pairs } = visible;
  const letters = everyLetter.filter(visible.letter);
  const closes = atLocal(addDays(cohort.enrolmentDeadline, 1), '00:00', cohort.timeZone);
  const open = cohort.domains.length > 0 && trigger.at < closes;
  return overviewPage(visit, {
    people: countsBy(people, ({ state }) => state),
    letters: countsBy(letters, ({ state }) => state),
    figures: {
      people: people.length,
      confirmed: people.filter(({ state }) => state === 'confirmed').length,
      paired: people.filter((each) => paired(each, visible)).length,
      pairs: pairs.length,
      sessions: pairs.reduce((sum, pair) => sum + pair.sessions, 0),
      letters: letters.length,
    },
    possible: possibleNow(cohort, people, pairs, trigger.at),
    waiting: launched(cohort) && people.some(({ state }) => state === 'invited'),
    stuck: countsBy(told, ({ state }) => state),
    tasks: tasks.filter(({ about }) => visible.of(about)),
    names: new Map(people.map(({ personId, name }) => [personId, name])),
    onHold: new Set(pairs.filter(({ state }) => state === 'blocked').map(({ pairId }) => pairId)),
    colleagues: await colleaguesIn(tasks, needs.table),
    form: open
      ? await makeLink(needs.keys, needs.origin, 'cohort-form', { cohort: cohort.cohortId }, cohort.endsAt)
      : cohort.domains.length > 0
        ? 'over'
        : 'closed',
    roundId: `rnd_${needs.randomId()}`,
    runId: `run_${needs.randomId()}`,
  });
}
