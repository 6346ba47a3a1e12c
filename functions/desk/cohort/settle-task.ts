import { TaskId } from '../../../events/ids.ts';
import { homeOf } from '../../../shared/desk/cohort-visit.ts';
import { missingReply, refusedReply } from '../../../shared/desk/refused.tsx';
import { commandOf } from '../../../shared/desk/visit.ts';
import { settleTask } from '../../../shared/task/settle.ts';
import { tasks } from '../../../shared/task/task.ts';
import { type Reply, seeOther } from '../../../shared/web/http.ts';
import type { CohortVisit } from '../visit.ts';

const settled = { finish: 'done', drop: 'dropped' } as const;
type Move = keyof typeof settled;
const isMove = (what: string): what is Move => Object.hasOwn(settled, what);

/** POST /desk/cohorts/{cohort}/tasks/{task}: `what` is finish or drop, with a note for whoever asks later. */
export async function answerTask(visit: CohortVisit): Promise<Reply> {
  const { needs, cohort, params, request } = visit;
  const { cohortId } = cohort;
  const home = homeOf(cohortId);
  const taskId = TaskId.safeParse(params.task);
  const move = request.form.get('what') ?? '';
  if (!taskId.success || !isMove(move)) return missingReply(visit);
  const note = (request.form.get('note') ?? '').replaceAll('\r\n', '\n').trim();
  const result = await needs.table.change(
    tasks,
    { cohortId, taskId: taskId.data },
    commandOf(visit, `${move} task`),
    (current) => settleTask(current, move, note),
  );
  // The same press once more finds what it wanted.
  if (result.ok || result.item?.state === settled[move]) return seeOther(`${home}?done=task`);
  return result.item ? refusedReply(visit, result.refused, home) : missingReply(visit);
}
