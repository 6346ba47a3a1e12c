import { planLetter } from '../../shared/letter/plan.ts';
import type { Run } from '../../shared/pairing/run.ts';
import type { Participant } from '../../shared/participant/participant.ts';
import { freshPerson } from '../../shared/person/find.ts';
import { persons } from '../../shared/person/person.ts';
import type { Trigger } from '../../shared/runtime/on-event.ts';
import { unnumbered } from '../../shared/table/aggregate.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';

/** Confirmed before the run looked at the pool, and in no pair. */
export const leftOutBy = (run: Run, { state, slots, confirmedAt }: Participant): boolean =>
  state === 'confirmed' &&
  Object.keys(slots).length === 0 &&
  confirmedAt !== undefined &&
  confirmedAt <= run.requestedAt;

/** One letter, the same for every reason, and priority in the next cohort. */
export async function leaveOut(table: Table, trigger: Trigger, run: Run, participant: Participant): Promise<void> {
  if (!leftOutBy(run, participant)) return;
  const { cohortId, personId } = participant;
  await table.change(persons, { personId }, trigger.command('leave out'), (person) => {
    const known = person ? unnumbered(person) : freshPerson(personId);
    return known.leftOutIn.includes(cohortId)
      ? { refused: 'known' }
      : { to: { ...known, leftOutIn: [...known.leftOutIn, cohortId] } };
  });
  await planLetter(table, trigger.command('plan waitlist letter'), {
    scope: cohortId,
    kind: 'waitlist',
    to: { personId },
    subject: {},
  });
}
