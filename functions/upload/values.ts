import type { Participant } from '../../shared/participant/participant.ts';
import type { Identity } from '../../shared/person/identity.ts';
import type { Column } from '../../shared/submission/columns.ts';
import { readers } from '../../shared/submission/diff.ts';
import type { HrRow } from '../../shared/submission/submission.ts';
import type { Draft } from '../../shared/table/aggregate.ts';

/** Employee ids by their keys: the table keeps only keys of managers and appraisers. */
export function employeeIds(
  people: readonly Participant[],
  rows: readonly HrRow[],
  names: Identity,
): ReadonlyMap<string, string> {
  const ids = new Map(people.flatMap(({ hr }) => (hr?.employeeId ? [[hr.employeeKey, hr.employeeId] as const] : [])));
  for (const row of rows) {
    const { employeeId } = 'told' in row ? row.told : row.outside;
    if (employeeId) ids.set(names.employeeKey(employeeId), employeeId);
  }
  return ids;
}

const days = {
  de: ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'],
  en: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
} as const;

/** One field of a participant as HR's file would write it. */
export function fieldText(
  column: Column,
  participant: Draft<Participant>,
  ids: ReadonlyMap<string, string>,
  language: 'de' | 'en',
): string {
  const { hr, self } = participant;
  const idOf = (key: string | undefined) => (key === undefined ? '' : key === 'top' ? '-' : (ids.get(key) ?? '?'));
  switch (column) {
    case 'employee_id':
      return hr?.employeeId ?? '';
    case 'manager_id':
      return idOf(hr?.managerKey);
    case 'appraised_by':
      return idOf(hr?.appraisedByKey);
    case 'away':
      return hr?.away ? `${hr.away.from} – ${hr.away.to}` : '';
    case 'hours':
      return self.hours.map(({ weekday, from, to }) => `${days[language][weekday - 1]} ${from}–${to}`).join(', ');
    case 'please_not':
      return String(self.pleaseNot.length);
    default: {
      const value = readers[column]?.(participant);
      return Array.isArray(value) ? value.join(', ') : value === undefined ? '' : String(value);
    }
  }
}
