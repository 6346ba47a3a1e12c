import { cohorts } from '../../../shared/cohort/cohort.ts';
import type { Participant } from '../../../shared/participant/participant.ts';
import { findOrMakePerson } from '../../../shared/person/find.ts';
import { unnumbered } from '../../../shared/table/aggregate.ts';
import type { Desk } from '../../support/desk.ts';
import { cohort, cohortId, command } from './sample.ts';
import { someone } from './someone.ts';

/** A launched cohort, and somebody whom HR's file has told of; not enrolled yet. */
export async function annaIn(desk: Desk): Promise<Participant> {
  await desk.table.change(cohorts, { cohortId }, command, () => ({
    to: { ...unnumbered(cohort), launchedAt: '2026-03-01T08:00:00.000Z' },
  }));
  const names = await desk.keys.identity();
  const told = { employeeId: 'E-0001', address: 'p1@example.org' };
  const { personId } = await findOrMakePerson(desk.table, names, told, command);
  return { ...someone(1, { name: 'Anna Alt', state: 'invited' }), personId };
}

/** The form of a person's facts, as their page shows it. */
export const factsForm = (person: Participant, more: Record<string, string> = {}) => ({
  name: person.name,
  call_name: person.self.callName ?? '',
  email: person.address,
  role: person.role,
  level: String(person.hr?.level),
  unit: 'Sales',
  site: 'Kiel',
  manager_id: '',
  appraised_by: '',
  hours: 'Mo 09:00-17:00',
  scheduling_contact: '',
  why: '',
  ...more,
});
