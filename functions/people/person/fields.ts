import type { ByHr } from '../../../shared/participant/by-hr.ts';
import type { Participant } from '../../../shared/participant/participant.ts';
import type { Identity } from '../../../shared/person/identity.ts';
import * as cell from '../../../shared/submission/cells.ts';
import type { Column } from '../../../shared/submission/columns.ts';
import { hoursText } from '../../../shared/submission/hours.ts';
import { type Reason, reason } from '../../../shared/submission/reasons.ts';

/** What HR can correct by hand, by the names of the canonical columns. */
export const fieldNames = [
  'name',
  'call_name',
  'email',
  'role',
  'level',
  'unit',
  'site',
  'manager_id',
  'appraised_by',
  'hours',
  'scheduling_contact',
] as const satisfies readonly Column[];
export type FieldName = (typeof fieldNames)[number];
export type Typed = Readonly<Record<FieldName | 'why', string>>;
export type Faults = Readonly<Partial<Record<FieldName | 'why', Reason | 'no reason' | 'changed meanwhile'>>>;

/** What the person themself may have said; HR's word does not replace it. */
export const ownFields: Readonly<Partial<Record<FieldName, string>>> = {
  call_name: 'callName',
  hours: 'hours',
  scheduling_contact: 'schedulingContact',
};

const without = (typed: Typed, name: FieldName) => typed[name].trim();

export const valuesOf = ({ name, address, role, self, hr }: Participant): Typed => ({
  name,
  call_name: self.callName ?? '',
  email: address,
  role,
  level: hr ? String(hr.level) : '',
  unit: hr?.unit ?? '',
  site: hr?.site ?? '',
  manager_id: '',
  appraised_by: '',
  hours: hoursText(self.hours),
  scheduling_contact: self.schedulingContact ?? '',
  why: '',
});

export const typedIn = (form: URLSearchParams, before: Typed): Typed => {
  const read = (name: FieldName | 'why') => [name, (form.get(name) ?? before[name]).slice(0, 500)];
  return Object.fromEntries([...fieldNames, 'why' as const].map(read)) as Typed;
};

/** Facts by which pairs are checked, and where somebody stands in them: they ask for a reason. */
const weighty: readonly FieldName[] = ['role', 'level', 'manager_id', 'appraised_by', 'unit', 'site'];
const reasonLength = 300;

/** All that is wrong is said at once. `-` in a field of a person is nobody. */
export function readByHr(
  typed: Typed,
  person: Participant,
  names: Identity,
): { readonly news: ByHr; readonly faults?: never } | { readonly news?: never; readonly faults: Faults } {
  const faults: Partial<Record<FieldName | 'why', Reason | 'no reason'>> = {};
  const read = <T>(name: FieldName, take: (value: string) => T, needed = false): T | undefined => {
    const value = without(typed, name);
    try {
      if (value !== '') return take(value);
      if (needed) faults[name] = reason('missing-value', { column: name });
    } catch (error) {
      if (!(error instanceof cell.BadCell)) throw error;
      faults[name] = error.reason;
    }
    return undefined;
  };
  const key = (value: string) => names.employeeKey(value);
  const name = read('name', (value) => cell.text(value, 'name', 120), true);
  const address = read('email', (value) => cell.address(value, 'email'), true);
  const role = read('role', cell.role, true);
  const level = read('level', (value) => cell.level(value, {}), person.hr !== undefined) ?? (person.hr ? undefined : 0);
  const hr = {
    unit: read('unit', (value) => cell.text(value, 'unit')),
    site: read('site', (value) => cell.text(value, 'site')),
    managerKey: read('manager_id', (value) => managerKey(value, person, key)),
    appraisedByKey: read('appraised_by', (value) => key(cell.text(value, 'appraised_by', 60))),
  };
  const self = {
    callName: read('call_name', (value) => cell.text(value, 'call_name', 60)),
    hours: read('hours', (value) => cell.hours(value) ?? []) ?? [],
    schedulingContact: read('scheduling_contact', (value) => cell.address(value, 'scheduling_contact')),
  };
  const before = valuesOf(person);
  const needsWhy = weighty.some((each) => without(typed, each) !== before[each]);
  const why = typed.why.trim();
  if ((needsWhy && why === '') || why.length > reasonLength) faults.why = 'no reason';
  if (!name || !address || !role || level === undefined || Object.keys(faults).length > 0) return { faults };
  const { managerKey: manager, appraisedByKey, ...rest } = hr;
  const links = { ...(manager ? { managerKey: manager } : {}), ...(appraisedByKey ? { appraisedByKey } : {}) };
  return { news: { name, address, role, hr: { ...rest, level, ...links }, self } };
}

function managerKey(value: string, person: Participant, key: (value: string) => string): string {
  const manager = cell.text(value, 'manager_id', 60).replace(/^[–—]$/, '-');
  if (manager === '-') return 'top';
  if (key(manager) === person.hr?.employeeKey) throw new cell.BadCell(reason('own-manager'));
  return key(manager);
}
