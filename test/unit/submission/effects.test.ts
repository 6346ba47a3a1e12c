import { describe, expect, it } from 'vitest';
import type { VisiblePair } from '../../../shared/pair/visible.ts';
import type { Participant } from '../../../shared/participant/participant.ts';
import { identity } from '../../../shared/person/identity.ts';
import { diffOf } from '../../../shared/submission/diff.ts';
import { effectsOf } from '../../../shared/submission/effects.ts';
import { mergeFile } from '../../../shared/submission/merge.ts';
import type { HrRow, Told } from '../../../shared/submission/submission.ts';
import { cohort, pair } from '../../support/programme.ts';

const names = identity(new Uint8Array(32));
const told = (employeeId: string, more: Partial<Told> = {}): Told => ({
  employeeId,
  name: `Name ${employeeId}`,
  address: `${employeeId}@example.org`,
  role: 'junior',
  level: 2,
  managerId: 'boss',
  status: 'active',
  ...more,
});
const [ada, bo] = [told('ada'), told('bo', { role: 'senior', level: 6, managerId: 'top1' })];

function known(of: Told): Participant {
  const merged = mergeFile(undefined, of, names.newPersonId(of), cohort, names);
  if (!('to' in merged)) throw new Error('not taken');
  return { ...merged.to, state: 'confirmed', version: 1, schema: 1 };
}
const people = [known(ada), known(bo)];
const formed = pair({ junior: names.newPersonId(ada), senior: names.newPersonId(bo), state: 'active' });
const seen = (state: VisiblePair['state']): VisiblePair => ({ ...formed, state });
const outsiders = [
  { employeeKey: names.employeeKey('boss'), managerKey: 'top' as const },
  { employeeKey: names.employeeKey('top1'), managerKey: 'top' as const },
];

function effects(lines: readonly (Told | { employeeId: string; managerId: string })[], pairs = [seen('active')]) {
  const rows = lines.map(
    (each, at): HrRow => ('name' in each ? { line: at + 2, told: each } : { line: at + 2, outside: each }),
  );
  const before = { people, outsiders, pairs, gapsOf: () => [2] };
  return effectsOf(diffOf(rows, people, cohort, names), rows, before, names);
}
const nothing = { leaving: [], breaking: [] };

describe('what a file would do to a pair that meets', () => {
  it('is nothing where nothing touches it', () => {
    expect(effects([ada, { ...bo, unit: 'Legal' }])).toEqual(nothing);
  });

  it('is its end where one of the two left', () => {
    expect(effects([ada, { ...bo, status: 'left' }])).toEqual({
      leaving: [{ person: 'Name bo', partner: 'Name ada' }],
      breaking: [],
    });
  });

  it.each([
    ['level-gap', [{ ...ada, level: 5 }, bo]],
    ['reporting-line', [{ ...ada, managerId: 'bo' }, bo]],
    ['reporting-line', [ada, bo, { employeeId: 'boss', managerId: 'bo' }]],
    ['same-manager', [ada, { ...bo, managerId: 'boss' }]],
    ['appraisal', [{ ...ada, appraisedBy: 'bo' }, bo]],
  ])('is a broken rule: %s', (rule, lines) => {
    expect(effects(lines)).toEqual({
      leaving: [],
      breaking: [{ junior: 'Name ada', senior: 'Name bo', rules: [rule] }],
    });
  });

  it('is not told of those who are only asked, have ended or are on hold', () => {
    const lines = [ada, { ...bo, managerId: 'boss' }];
    expect(effects(lines, [seen('waiting'), seen('concluded'), seen('blocked'), seen('not-formed')])).toEqual(nothing);
  });
});
