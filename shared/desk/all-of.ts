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

const everybody = allOf(participants, prefixOf.participant);

/** Whom an undo has taken back is shown and counted nowhere. */
export const allParticipants = async (table: Table, cohortId: CohortId): Promise<Participant[]> =>
  (await everybody(table, cohortId)).filter(({ state }) => state !== 'taken-back');

/** The same one after the other, for what must not be held together. */
export const cohortOfPeople = (table: Table, cohortId: CohortId): AsyncGenerator<Participant> =>
  table.list(participants, partitionsOf(cohortId), prefixOf.participant);
