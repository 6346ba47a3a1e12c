import { withoutTimer } from '../table/aggregate.ts';
import type { Step } from '../table/table.dynamodb.ts';
import { type Task, taskStates } from './task.ts';

export const noteLength = 2_000;

/** Finishes or drops a task. The note stays with it; saying the same twice changes nothing. */
export function settleTask(task: Task | undefined, move: 'finish' | 'drop', note: string): Step<Task> {
  if (!task) return { refused: 'no such task' };
  if (note.length > noteLength) return { refused: 'the note is too long' };
  const state = taskStates.next(task.state, move);
  if (!state) return { refused: 'settled already' };
  const rest = withoutTimer(task);
  return { to: { ...rest, state, note: note || task.note } };
}
