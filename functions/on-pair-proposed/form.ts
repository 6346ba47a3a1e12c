import type { PersonId } from '../../events/ids.ts';
import type { PairProposed } from '../../events/pair-proposed.ts';
import { cohorts } from '../../shared/cohort/cohort.ts';
import { formPair } from '../../shared/pair/form.ts';
import { type Pair, pairs } from '../../shared/pair/pair.ts';
import { participants } from '../../shared/participant/participant.ts';
import { freshPerson } from '../../shared/person/find.ts';
import { persons } from '../../shared/person/person.ts';
import { done, type Outcome } from '../../shared/runtime/logger.ts';
import type { EventOf, Trigger } from '../../shared/runtime/on-event.ts';
import { type Command, unnumbered } from '../../shared/table/aggregate.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';

export interface Needs {
  readonly table: Table;
}

/** Forms the pair by the slots of both, then remembers with both people that they were paired. */
export async function form(
  { cohortId, pairId }: EventOf<typeof PairProposed>,
  { table }: Needs,
  trigger: Trigger,
): Promise<Outcome> {
  const command = trigger.command('form pair');
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
  if (!pair?.formedAt) return done('not formed', { pairId });
  await remember(table, command, pair);
  return done('formed', { pairId });
}

/** For life, beyond this cohort: the two are never paired again. Written again by a duplicate, it changes nothing. */
async function remember(table: Table, command: Command, { junior, senior }: Pair): Promise<void> {
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
