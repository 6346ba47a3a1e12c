import { allOf } from '../../../shared/desk/all-of.ts';
import { prefixOf } from '../../../shared/table/keys.ts';
import { tasks } from '../../../shared/task/task.ts';

export const allTasks = allOf(tasks, prefixOf.task);
