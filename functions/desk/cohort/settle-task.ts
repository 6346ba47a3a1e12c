import { TaskId } from '../../../events/ids.ts';
import { homeOf } from '../../../shared/desk/cohort-visit.ts';
import { missingReply, refusedReply } from '../../../shared/desk/refused.tsx';
import { commandOf } from '../../../shared/desk/visit.ts';
import { noteLength, settleTask } from '../../../shared/task/settle.ts';
import { tasks } from '../../../shared/task/task.ts';
import { type Reply, seeOther } from '../../../shared/web/http.ts';
import type { CohortVisit } from '../visit.ts';
import { isPairMove, pairOnHold, settleBlocked } from './settle-blocked.ts';

const settled = { finish: 'done', drop: 'dropped' } as const;
type Move = keyof typeof settled;
const isMove = (what: string): what is Move => Object.hasOwn(settled, what);

/**
 * POST /desk/cohorts/{cohort}/tasks/{task}: `what` is finish or drop, for a pair on hold end-pair or resume-pair, with
 * a note for whoever asks later.
 */
export async function answerTask(visit: CohortVisit): Promise<Reply> {
  const { needs, cohort, params, request } = visit;
  const { cohortId } = cohort;
  const home = homeOf(cohortId);
  const taskId = TaskId.safeParse(params.task);
  const what = request.form.get('what') ?? '';
  if (!taskId.success || !(isMove(what) || isPairMove(what))) return missingReply(visit);
  const ref = { cohortId, taskId: taskId.data };
  const note = (request.form.get('note') ?? '').replaceAll('\r\n', '\n').trim();
  const task = await needs.table.get(tasks, ref);
  if (isPairMove(what) && task?.kind !== 'rule-broken') return missingReply(visit);
  const pair = await pairOnHold(visit, task);
  if (pair === 'hidden') return missingReply(visit);
  // A pair on hold keeps two places: its task is over when somebody has decided about the pair, and not before.
  if (pair && task && isMove(what)) return refusedReply(visit, 'the pair is on hold', home);
  if (pair && task && isPairMove(what)) {
    const refused = note.length > noteLength ? 'the note is too long' : await settleBlocked(visit, pair, task, what);
    if (refused) return refusedReply(visit, refused, home);
  }
  const move = isMove(what) ? what : 'finish';
  const result = await needs.table.change(tasks, ref, commandOf(visit, `${move} task`), (current) =>
    settleTask(current, move, note),
  );
  // The same press once more finds what it wanted.
  if (result.ok || result.item?.state === settled[move]) return seeOther(`${home}?done=task`);
  return result.item ? refusedReply(visit, result.refused, home) : missingReply(visit);
}
