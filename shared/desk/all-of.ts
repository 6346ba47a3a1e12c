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
const isHere = ({ state }: Participant): boolean => state !== 'taken-back';

export const allParticipants = async (table: Table, cohortId: CohortId): Promise<Participant[]> =>
  (await everybody(table, cohortId)).filter(isHere);

/** The same one after the other, for what must not be held together. */
export async function* cohortOfPeople(table: Table, cohortId: CohortId): AsyncGenerator<Participant> {
  for await (const each of table.list(participants, partitionsOf(cohortId), prefixOf.participant)) {
    if (isHere(each)) yield each;
  }
}
