import { checkIns } from '../../../shared/check-in/check-in.ts';
import { allOf } from '../../../shared/desk/all-of.ts';
import { letters } from '../../../shared/letter/letter.ts';
import { prefixOf } from '../../../shared/table/keys.ts';
import { tasks } from '../../../shared/task/task.ts';

export const allLetters = allOf(letters, prefixOf.letter);
export const allTasks = allOf(tasks, prefixOf.task);
export const allCheckIns = allOf(checkIns, prefixOf.checkIn);
