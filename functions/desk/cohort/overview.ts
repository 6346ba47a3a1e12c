import type { MemberId } from '../../../events/ids.ts';
import { launched } from '../../../shared/cohort/cohort.ts';
import { allParticipants } from '../../../shared/desk/all-of.ts';
import { countsBy, countsIn } from '../../../shared/desk/counts.ts';
import { paired } from '../../../shared/desk/standing.ts';
import { visibleOf } from '../../../shared/desk/visible-of.ts';
import { letters } from '../../../shared/letter/letter.ts';
import { members } from '../../../shared/member/member.ts';
import { may } from '../../../shared/member/rights.ts';
import { submissions } from '../../../shared/submission/submission.ts';
import { partitionsOf, prefixOf } from '../../../shared/table/keys.ts';
import type { Table } from '../../../shared/table/table.dynamodb.ts';
import type { Task } from '../../../shared/task/task.ts';
import { addDays, atLocal } from '../../../shared/time/local.ts';
import { makeLink } from '../../../shared/token/open-link.ts';
import type { Reply } from '../../../shared/web/http.ts';
import type { CohortVisit } from '../visit.ts';
import { allTasks } from './load.ts';
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
  const { needs, cohort, trigger, member } = visit;
  const everywhere = partitionsOf(cohort.cohortId);
  const stuck = needs.table.some(submissions, everywhere, prefixOf.submission, {
    field: 'state',
    oneOf: ['rejected', 'waits-for-hr'],
  });
  const [people, visible, tasks, told] = await Promise.all([
    allParticipants(needs.table, cohort.cohortId),
    visibleOf(needs.table, cohort.cohortId),
    allTasks(needs.table, cohort.cohortId),
    countsIn(stuck, ({ state }) => state),
  ]);
  const { pairs } = visible;
  // A cohort of 10,000 has some 50,000 letters: they are counted as they stream by.
  const written = await countsIn(needs.table.list(letters, everywhere, prefixOf.letter), (letter) =>
    visible.letter(letter) ? letter.state : undefined,
  );
  const closes = atLocal(addDays(cohort.enrolmentDeadline, 1), '00:00', cohort.timeZone);
  const open = cohort.domains.length > 0 && trigger.at < closes;
  return overviewPage(visit, {
    people: countsBy(people, ({ state }) => state),
    letters: written.counts,
    figures: {
      people: people.length,
      confirmed: people.filter(({ state }) => state === 'confirmed').length,
      paired: people.filter((each) => paired(each, visible)).length,
      pairs: pairs.length,
      sessions: pairs.reduce((sum, pair) => sum + pair.sessions, 0),
      letters: written.total,
    },
    possible: possibleNow(cohort, people, pairs, trigger.at),
    waiting: launched(cohort) && people.some(({ state }) => state === 'invited'),
    stuck: told.counts,
    tasks: tasks.filter(({ about }) => visible.of(about)),
    names: new Map(people.map(({ personId, name }) => [personId, name])),
    onHold: new Set(pairs.filter(({ state }) => state === 'blocked').map(({ pairId }) => pairId)),
    colleagues: may(member, 'see colleagues') ? await colleaguesIn(tasks, needs.table) : new Map(),
    form: open
      ? await makeLink(needs.keys, needs.origin, 'cohort-form', { cohort: cohort.cohortId }, cohort.endsAt)
      : cohort.domains.length > 0
        ? 'over'
        : 'closed',
    roundId: `rnd_${needs.randomId()}`,
    runId: `run_${needs.randomId()}`,
  });
}
