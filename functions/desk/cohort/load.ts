import type { CohortId } from '../../../events/ids.ts';
import { checkIns } from '../../../shared/check-in/check-in.ts';
import { letters } from '../../../shared/letter/letter.ts';
import { pairs } from '../../../shared/pair/pair.ts';
import { participants } from '../../../shared/participant/participant.ts';
import { submissions } from '../../../shared/submission/submission.ts';
import type { Aggregate, Noun } from '../../../shared/table/aggregate.ts';
import { partitionsOf, prefixOf } from '../../../shared/table/keys.ts';
import type { Table } from '../../../shared/table/table.dynamodb.ts';
import { tasks } from '../../../shared/task/task.ts';

/** Everything of one kind in a cohort; its partitions are read side by side. */
const all =
  <T extends Aggregate, Ref>(noun: Noun<T, Ref>, prefix: string) =>
  async (table: Table, cohortId: CohortId): Promise<T[]> => {
    const found = await Promise.all(
      partitionsOf(cohortId).map((pk) => Array.fromAsync(table.list(noun, [pk], prefix))),
    );
    return found.flat();
  };

export const allParticipants = all(participants, prefixOf.participant);
export const allPairs = all(pairs, prefixOf.pair);
export const allLetters = all(letters, prefixOf.letter);
export const allSubmissions = all(submissions, prefixOf.submission);
export const allTasks = all(tasks, prefixOf.task);
export const allCheckIns = all(checkIns, prefixOf.checkIn);
