import { LocalDate, RoundId } from '../../../events/ids.ts';
import { cohorts } from '../../../shared/cohort/cohort.ts';
import { stopLetters } from '../../../shared/cohort/edit.ts';
import { endCohort, moveEnd } from '../../../shared/cohort/end.ts';
import { typedRight } from '../../../shared/cohort/launch.ts';
import { askRound } from '../../../shared/cohort/round.ts';
import { homeOf } from '../../../shared/desk/cohort-visit.ts';
import { refusedReply } from '../../../shared/desk/refused.tsx';
import { visibleOf } from '../../../shared/desk/visible-of.ts';
import { commandOf } from '../../../shared/desk/visit.ts';
import { openPair } from '../../../shared/pair/states.ts';
import { type Reply, seeOther } from '../../../shared/web/http.ts';
import type { CohortVisit } from '../visit.ts';
import { endPage } from './end-page.tsx';

/** POST /desk/cohorts/{cohort}/round */
export async function startRound(visit: CohortVisit): Promise<Reply> {
  const { needs, cohort, request } = visit;
  const home = homeOf(cohort.cohortId);
  const asked = RoundId.safeParse(request.form.get('round'));
  const roundId = asked.success ? asked.data : RoundId.parse(`rnd_${needs.randomId()}`);
  const { pairs } = await visibleOf(needs.table, cohort.cohortId);
  const open = pairs.filter(({ state }) => state !== 'waiting' && openPair({ state })).length;
  const result = await needs.table.change(cohorts, cohort, commandOf(visit, 'ask a round'), (current) =>
    askRound(current, { roundId, pairs: open }),
  );
  return result.ok ? seeOther(`${home}?done=round`) : refusedReply(visit, result.refused, home);
}

/** POST /desk/cohorts/{cohort}/letters-stopped: `stopped` is yes or no; nothing goes out by a form that says neither. */
export async function switchLetters(visit: CohortVisit): Promise<Reply> {
  const { needs, cohort, request } = visit;
  const home = homeOf(cohort.cohortId);
  const asked = request.form.get('stopped');
  if (asked !== 'yes' && asked !== 'no') return seeOther(home);
  const stopped = asked === 'yes';
  await needs.table.change(cohorts, cohort, commandOf(visit, stopped ? 'stop letters' : 'resume letters'), (current) =>
    stopLetters(current, stopped),
  );
  return seeOther(`${home}?done=${stopped ? 'stopped' : 'resumed'}`);
}

/** GET /desk/cohorts/{cohort}/end */
export async function showEnd(visit: CohortVisit): Promise<Reply> {
  return endPage(visit, {});
}

/** POST there: `move` to another day, or `now`, confirmed by the typed name. */
export async function changeEnd(visit: CohortVisit): Promise<Reply> {
  const { needs, cohort, request, trigger } = visit;
  const home = homeOf(cohort.cohortId);
  if (request.form.get('what') === 'now') {
    const typed = request.form.get('typed') ?? '';
    if (!typedRight(typed, cohort)) return endPage(visit, { typed });
    const ended = await needs.table.change(cohorts, cohort, commandOf(visit, 'end cohort'), (current) =>
      endCohort(current, trigger.at),
    );
    return ended.ok ? seeOther(`${home}?done=ended`) : refusedReply(visit, 'has ended', home);
  }
  const end = LocalDate.safeParse(request.form.get('end'));
  if (!end.success) return endPage(visit, { badDate: true });
  const moved = await needs.table.change(cohorts, cohort, commandOf(visit, 'move end'), (current) =>
    moveEnd(current, end.data, trigger.at),
  );
  if (moved.ok) return seeOther(`${home}?done=moved`);
  return moved.refused === 'before today or the start'
    ? endPage(visit, { badDate: true })
    : refusedReply(visit, 'has ended', home);
}
