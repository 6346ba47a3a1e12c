import { describe, expect, it } from 'vitest';
import type { CohortId } from '../../../events/ids.ts';
import type { Participant } from '../../../shared/participant/participant.ts';
import { identity } from '../../../shared/person/identity.ts';
import { diffOf } from '../../../shared/submission/diff.ts';
import { mergeFile, mergeForm } from '../../../shared/submission/merge.ts';
import type { Told } from '../../../shared/submission/submission.ts';

const names = identity(new Uint8Array(32));
const cohort = {
  cohortId: 'coh_01jqa2b3c4d5' as CohortId,
  language: 'de' as const,
  timeZone: 'Europe/Berlin',
  capacity: 1,
};
const ada: Told = {
  employeeId: 'E2',
  name: 'Ada Adler',
  address: 'ada@example.com',
  role: 'junior',
  level: 2,
  unit: 'Sales',
  managerId: 'E1',
  status: 'active',
  topics: ['Sustainability'],
};

function known(told: Told, changes: Partial<Participant> = {}): Participant {
  const merged = mergeFile(undefined, told, names.newPersonId(told), cohort, names);
  if (!('to' in merged)) throw new Error('not taken');
  return { ...merged.to, ...changes, version: 1, schema: 1 };
}
const diff = (told: Told, before: readonly Participant[]) => diffOf([{ line: 2, told }], before, cohort, names);

describe('the diff of an HR file', () => {
  it('calls somebody new whom neither id nor address knows', () => {
    expect(diff(ada, []).lines).toMatchObject([{ line: 2, kind: 'new' }]);
  });

  it('finds a person again by id or by address and names what changed', () => {
    const before = [known(ada)];
    expect(diff(ada, before).lines).toMatchObject([{ kind: 'unchanged' }]);
    expect(diff({ ...ada, address: 'ada.neu@example.com', level: 3 }, before).lines).toMatchObject([
      { kind: 'changed', fields: ['email', 'level'] },
    ]);
    expect(diff({ ...ada, employeeId: 'E2b' }, before).lines).toMatchObject([
      { kind: 'changed', fields: ['employee_id'] },
    ]);
  });

  it('shows who left, who is missing, and counts people outside', () => {
    const before = [
      known(ada),
      known({ ...ada, employeeId: 'E5', address: 'cy@example.com', name: 'Cy' }),
      known({ ...ada, employeeId: 'E6', address: 'di@example.com' }, { state: 'left' }),
    ];
    const result = diffOf(
      [
        { line: 2, told: { ...ada, status: 'left' } },
        { line: 3, outside: { employeeId: 'E1', managerId: '-' } },
      ],
      before,
      cohort,
      names,
    );
    expect(result.lines).toMatchObject([{ kind: 'left' }]);
    expect(result.outsiders).toBe(1);
    expect(result.missing).toMatchObject([{ name: 'Cy' }]);
  });

  it('misses nobody whose line is there and was only rejected', () => {
    const before = [known(ada), known({ ...ada, employeeId: 'E5', address: 'cy@example.com', name: 'Cy' })];
    expect(diffOf([], before, cohort, names, ['e2']).missing).toMatchObject([{ name: 'Cy' }]);
  });

  it('rejects a change of role for somebody who is asked about a pair in the same words', () => {
    const before = known(ada);
    const { personId } = before;
    const turned = mergeFile(
      before,
      { ...ada, role: 'senior' },
      personId,
      { ...cohort, waiting: new Set([personId]) },
      names,
    );
    expect(turned).toMatchObject({ refused: { code: 'role-of-paired' } });
    expect(mergeFile(before, { ...ada, role: 'senior' }, personId, cohort, names)).toMatchObject({ left: false });
  });

  it('rejects a change of role for somebody who is paired', () => {
    const before = [known(ada, { slots: { pair_0a1b2c3d4e5f: 'held' } as Participant['slots'] })];
    expect(diff({ ...ada, role: 'senior' }, before).lines).toMatchObject([
      { kind: 'rejected', reason: { code: 'role-of-paired' } },
    ]);
  });
});

describe('a file and a person who speak of the same', () => {
  const { employeeId: _, ...form } = ada;

  it('HR facts override what the person says', () => {
    const before = known(ada);
    const merged = mergeForm(before, { ...form, name: 'Other', role: 'senior', callName: 'Addi' }, names);
    expect(merged).toMatchObject({ to: { name: 'Ada Adler', role: 'junior', self: { callName: 'Addi' } } });
  });

  it('a later file leaves what the person told in person', () => {
    const before = known(ada);
    const merged = mergeForm(before, { ...form, topics: ['New work'] }, names);
    if (!('to' in merged)) throw new Error('not taken');
    const after = { ...merged.to, version: 2, schema: 1 };
    expect(diff({ ...ada, topics: ['Sustainability'], unit: 'Legal' }, [after]).lines).toMatchObject([
      { kind: 'changed', fields: ['unit'] },
    ]);
  });

  it('a person who left is not brought back by either', () => {
    const left = known(ada, { state: 'left' });
    expect(mergeForm(left, form, names)).toEqual({ unchanged: true });
    expect(mergeFile(left, { ...ada, level: 5 }, left.personId, cohort, names)).toEqual({ unchanged: true });
  });
});
