import type { PersonId } from '../../events/ids.ts';
import { cohorts } from '../cohort/cohort.ts';
import { participants } from '../participant/participant.ts';
import { freshPerson } from '../person/find.ts';
import { persons } from '../person/person.ts';
import { type Command, unnumbered } from '../table/aggregate.ts';
import type { Table } from '../table/table.dynamodb.ts';
import { formPair } from './form.ts';
import { type Pair, pairs } from './pair.ts';

/**
 * Forms the pair by the slots of both if both have said yes, then remembers with both people that they were paired.
 * True where the pair has formed, now or before: a duplicate finishes what the first attempt left.
 */
export async function comeTogether(
  table: Table,
  command: Command,
  { cohortId, pairId }: Pick<Pair, 'cohortId' | 'pairId'>,
): Promise<boolean> {
  await table.transact(async () => {
    // Read anew for each attempt: a cohort that is closing has passed its pairs by, and would never close this one.
    const cohort = await table.get(cohorts, { cohortId });
    const pair = await table.get(pairs, { cohortId, pairId });
    if (!cohort || !pair) return { refused: 'gone' };
    const [junior, senior] = await Promise.all([
      table.get(participants, { cohortId, personId: pair.junior }),
      table.get(participants, { cohortId, personId: pair.senior }),
    ]);
    return formPair({ cohort, pair, junior, senior }, command);
  });
  const pair = await table.get(pairs, { cohortId, pairId });
  if (!pair?.formedAt) return false;
  await remember(table, command, pair);
  return true;
}

/** For life, beyond this cohort: the two are never paired again. Written again by a duplicate, it changes nothing. */
export async function remember(table: Table, command: Command, { junior, senior }: Pair): Promise<void> {
  const add = (personId: PersonId, partner: PersonId) =>
    table.change(persons, { personId }, command, (person) => {
      if (!person) return { to: { ...freshPerson(personId), pairedWith: [partner] } };
      const rest = unnumbered(person);
      if (rest.pairedWith.includes(partner)) return { refused: 'known' };
      return { to: { ...rest, pairedWith: [...rest.pairedWith, partner] } };
    });
  await add(junior, senior);
  await add(senior, junior);
}

/**
 * Whoever was left out before is not any more. Only once the run is settled: the run of another cohort gives points for
 * it, and would tell that a pair has formed.
 */
export async function waitNoLonger(table: Table, command: Command, { junior, senior }: Pair): Promise<void> {
  for (const personId of [junior, senior]) {
    await table.change(persons, { personId }, command, (person) =>
      person && person.leftOutIn.length > 0
        ? { to: { ...unnumbered(person), leftOutIn: [] } }
        : { refused: 'not left out' },
    );
  }
}
