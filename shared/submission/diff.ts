import type { PersonId } from '../../events/ids.ts';
import { gone, type Participant } from '../participant/participant.ts';
import type { Identity } from '../person/identity.ts';
import type { Draft } from '../table/aggregate.ts';
import type { Column } from './columns.ts';
import { type MergeCohort, mergeFile, same } from './merge.ts';
import type { Reason } from './reasons.ts';
import type { HrRow } from './submission.ts';

export type DiffLine = { readonly line: number; readonly name: string } & (
  | { readonly kind: 'new'; readonly after: Draft<Participant> }
  | {
      readonly kind: 'changed';
      readonly fields: readonly Column[];
      readonly before: Draft<Participant>;
      readonly after: Draft<Participant>;
    }
  | { readonly kind: 'left'; readonly after: Draft<Participant> }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'rejected'; readonly reason: Reason }
);

export interface Diff {
  /** One for each line of a participant; lines of outsiders are only counted. */
  readonly lines: readonly DiffLine[];
  readonly outsiders: number;
  /** Participants whom the file does not name: shown, and nothing else happens. */
  readonly missing: readonly { readonly personId: PersonId; readonly name: string }[];
}

/** What committing these rows would change. Pure: the import decides by the same merge. */
export function diffOf(
  rows: readonly HrRow[],
  known: readonly Participant[],
  cohort: MergeCohort,
  names: Identity,
  /** Ids on lines that were rejected: these people are in the file all the same. */
  rejectedIds: readonly string[] = [],
): Diff {
  const byEmployee = new Map(known.flatMap((each) => (each.hr ? [[each.hr.employeeKey, each] as const] : [])));
  const byAddress = new Map(known.map((each) => [each.address, each]));
  const seen = new Set<PersonId>();
  const lines: DiffLine[] = [];
  let outsiders = 0;
  for (const row of rows) {
    if (!('told' in row)) {
      outsiders++;
      continue;
    }
    const { line, told } = row;
    const before =
      (told.employeeId && byEmployee.get(names.employeeKey(told.employeeId))) || byAddress.get(told.address);
    if (before) seen.add(before.personId);
    const personId = before?.personId ?? names.newPersonId(told);
    const merged = mergeFile(before, told, personId, cohort, names);
    const at = { line, name: told.name };
    if ('refused' in merged) lines.push({ ...at, kind: 'rejected', reason: merged.refused });
    else if ('unchanged' in merged) lines.push({ ...at, kind: 'unchanged' });
    else if (merged.left) lines.push({ ...at, kind: 'left', after: merged.to });
    else if (!before) lines.push({ ...at, kind: 'new', after: merged.to });
    else lines.push({ ...at, kind: 'changed', fields: changedFields(before, merged.to), before, after: merged.to });
  }
  for (const employeeId of rejectedIds) {
    const there = byEmployee.get(names.employeeKey(employeeId));
    if (there) seen.add(there.personId);
  }
  const missing = known
    .filter((each) => !seen.has(each.personId) && !gone(each))
    .map(({ personId, name }) => ({ personId, name }));
  return { lines, outsiders, missing };
}

/** How the fields of a participant are called in the file. */
export const readers: Partial<Record<Column, (participant: Draft<Participant>) => unknown>> = {
  name: ({ name }) => name,
  email: ({ address }) => address,
  role: ({ role }) => role,
  employee_id: ({ hr }) => hr?.employeeKey,
  level: ({ hr }) => hr?.level,
  unit: ({ hr }) => hr?.unit,
  site: ({ hr }) => hr?.site,
  manager_id: ({ hr }) => hr?.managerKey,
  appraised_by: ({ hr }) => hr?.appraisedByKey,
  status: ({ hr }) => hr?.status,
  away: ({ hr }) => hr?.away,
  call_name: ({ self }) => self.callName,
  languages: ({ self }) => self.languages,
  letter_language: ({ self }) => self.letterLanguage,
  time_zone: ({ self }) => self.timeZone,
  hours: ({ self }) => self.hours,
  topics: ({ self }) => self.topics,
  capacity: ({ self }) => self.capacity,
  please_not: ({ self }) => self.pleaseNot,
  scheduling_contact: ({ self }) => self.schedulingContact,
};

const changedFields = (before: Draft<Participant>, after: Draft<Participant>): Column[] =>
  (Object.keys(readers) as Column[]).filter((column) => !same(readers[column]?.(before), readers[column]?.(after)));
