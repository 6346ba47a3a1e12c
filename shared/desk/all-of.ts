import type { CohortId } from '../../events/ids.ts';
import { type Participant, participants } from '../participant/participant.ts';
import type { Aggregate, Noun } from '../table/aggregate.ts';
import { partitionsOf, prefixOf } from '../table/keys.ts';
import type { Table } from '../table/table.dynamodb.ts';

/** Everything of one kind in a cohort; its partitions are read side by side. */
export const allOf =
  <T extends Aggregate, Ref>(noun: Noun<T, Ref>, prefix: string) =>
  async (table: Table, cohortId: CohortId): Promise<T[]> => {
    const found = await Promise.all(
      partitionsOf(cohortId).map((pk) => Array.fromAsync(table.list(noun, [pk], prefix))),
    );
    return found.flat();
  };

export const allParticipants: (table: Table, cohortId: CohortId) => Promise<Participant[]> = allOf(
  participants,
  prefixOf.participant,
);
