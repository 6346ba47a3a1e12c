import type { Cohort } from '../cohort/cohort.ts';
import type { Pair } from '../pair/pair.ts';
import type { Participant } from '../participant/participant.ts';
import type { Command } from '../table/aggregate.ts';
import type { Table } from '../table/table.dynamodb.ts';
import { checkIns } from './check-in.ts';
import { cancel } from './open.ts';
import { checkInsOf, planMonthly } from './plan.ts';
import { checkInStates } from './states.ts';

/** Nobody of this pair is asked any more: what is planned or open is cancelled. */
export async function cancelAll(table: Table, command: Command, pair: Pair): Promise<void> {
  for (const checkIn of await checkInsOf(table, pair)) {
    if (checkInStates.next(checkIn.state, 'cancel') === undefined) continue;
    await table.change(checkIns, checkIn, command, (current) => (current ? cancel(current) : { refused: 'gone' }));
  }
}

/** The pair goes on: the monthly questions of both start again from here, where they have stopped. */
export async function askAgain(
  table: Table,
  command: Command,
  { pair, cohort, sides }: { pair: Pair; cohort: Cohort; sides: readonly Participant[] },
): Promise<void> {
  for (const participant of sides) {
    const months = (await checkInsOf(table, pair, participant.role)).filter(({ checkInId }) =>
      checkInId.includes('.month-'),
    );
    if (months.some(({ state }) => state === 'planned')) continue;
    await planMonthly(table, command, { pair, participant, cohort, number: months.length + 1, from: command.at });
  }
}
