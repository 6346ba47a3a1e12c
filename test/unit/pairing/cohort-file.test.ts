import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CohortId } from '../../../events/ids.ts';
import { defaultSettings } from '../../../shared/cohort/defaults.ts';
import type { Candidate } from '../../../shared/pairing/input.ts';
import { identity } from '../../../shared/person/identity.ts';
import { readHrFile } from '../../../shared/submission/hr-file.ts';
import { mergeFile } from '../../../shared/submission/merge.ts';
import { inputOf, resultOf } from './candidates.ts';

const names = identity(new Uint8Array(32));
const settings = {
  ...defaultSettings('2026-03-02T08:00:00.000Z', 'en', { name: 'HR', address: 'hr@example.com' }),
  cohortId: 'coh_01jqa2b3c4d5' as CohortId,
};

describe('the sample cohort', () => {
  const file = readHrFile(readFileSync(new URL('../../data/cohort.csv', import.meta.url)), settings);
  const rows = file.ok ? file.rows : [];

  it('is a file without a bad line: 12 juniors, 12 seniors and their managers', () => {
    expect(file).toMatchObject({ ok: true, rejected: [], ignoredColumns: [] });
    const roles = rows.map((row) => ('told' in row ? row.told.role : 'outside'));
    expect(Object.groupBy(roles, (role) => role ?? 'none')).toMatchObject({
      junior: { length: 12 },
      senior: { length: 12 },
      outside: { length: 10 },
    });
  });

  it('can be paired whole under the default rules', () => {
    const people = rows.flatMap((row): Candidate[] => {
      if (!('told' in row)) return [];
      const merged = mergeFile(undefined, row.told, names.newPersonId(row.told), settings, names);
      if (!('to' in merged)) return [];
      const { personId: person, role, hr, self } = merged.to;
      const known = new Map(rows.flatMap((each) => ('told' in each ? [[each.told.employeeId ?? '', each.told]] : [])));
      const pleaseNot = (row.told.pleaseNot ?? []).flatMap((id) => known.get(id) ?? []).map(names.newPersonId);
      const history = { places: self.capacity, paired: false, pleaseNot, pairedBefore: [], leftOut: 0 };
      return [{ ...self, person, role, ...(hr ? { hr } : {}), ...history }];
    });
    const key = names.employeeKey;
    const outside = rows.flatMap((row) =>
      'outside' in row
        ? [[key(row.outside.employeeId), row.outside.managerId === '-' ? 'top' : key(row.outside.managerId)] as const]
        : [],
    );
    const result = resultOf(inputOf(people, outside), settings.rules);
    expect(result.refused).toEqual([]);
    expect(result.unmatched).toEqual([]);
    expect(result.pairs).toHaveLength(12);
  });
});
