import { participants } from '../../../shared/participant/participant.ts';
import type { Table } from '../../../shared/table/table.dynamodb.ts';
import { participant } from '../../support/programme.ts';
import { cohortId, command } from '../desk/sample.ts';

/** A junior and a senior whom no rule keeps apart. */
export async function enrolTwo(table: Table): Promise<void> {
  for (const each of [participant('junior', { slots: {} }), participant('senior', { slots: {} })]) {
    const level = each.role === 'junior' ? 2 : 5;
    const hr = { employeeKey: each.personId.slice(4), managerKey: 'top', level, status: 'active' } as const;
    await table.change(participants, each, command, () => ({ to: { ...each, cohortId, hr } }));
  }
}
