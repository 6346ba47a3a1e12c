import * as cell from './cells.ts';
import type { Mapping } from './mapping.ts';
import { type Reason, reason } from './reasons.ts';
import type { Told } from './submission.ts';

/** HR's facts about one person, as HR types them at the desk; by the names of the canonical columns. */
export const hrFields = [
  'employee_id',
  'name',
  'email',
  'role',
  'level',
  'manager_id',
  'unit',
  'site',
  'appraised_by',
] as const;
export type HrField = (typeof hrFields)[number];
export const requiredHrFields: ReadonlySet<HrField> = new Set(hrFields.slice(0, 6));

export type HrFaults = Readonly<Partial<Record<HrField, Reason>>>;

/** One person's facts, field by field: all that is wrong is said. `knownEmployee`: somebody of the reporting chain. */
export function readHrFacts(
  cells: (field: HrField) => string,
  knownEmployee: (employeeId: string) => boolean,
  levels: Mapping['levels'] = {},
): { readonly told: Told; readonly faults?: never } | { readonly told?: never; readonly faults: HrFaults } {
  const faults: Partial<Record<HrField, Reason>> = {};
  const read = <T>(field: HrField, take: (value: string) => T): T | undefined => {
    const value = cells(field).trim();
    try {
      if (value !== '') return take(value);
      if (requiredHrFields.has(field)) faults[field] = reason('missing-value', { column: field });
    } catch (error) {
      if (!(error instanceof cell.BadCell)) throw error;
      faults[field] = error.reason;
    }
    return undefined;
  };
  const employeeId = read('employee_id', (value) => cell.text(value, 'employee_id', 60));
  const name = read('name', (value) => cell.text(value, 'name', 120));
  const address = read('email', (value) => cell.address(value, 'email'));
  const role = read('role', cell.role);
  const level = read('level', (value) => cell.level(value, levels));
  const managerId = read('manager_id', (value) => managerOf(value, employeeId, knownEmployee));
  const rest = {
    unit: read('unit', (value) => cell.text(value, 'unit')),
    site: read('site', (value) => cell.text(value, 'site')),
    appraisedBy: read('appraised_by', (value) => cell.text(value, 'appraised_by')),
  };
  if (!employeeId || !name || !address || !role || level === undefined || !managerId) return { faults };
  if (Object.keys(faults).length > 0) return { faults };
  return { told: { employeeId, name, address, role, level, managerId, status: 'active', ...rest } };
}

/** Without the manager nobody can check the reporting line. */
function managerOf(value: string, employeeId: string | undefined, known: (employeeId: string) => boolean): string {
  const manager = cell.text(value, 'manager_id', 60).replace(/^[–—]$/, '-');
  if (manager.toLowerCase() === employeeId?.toLowerCase()) throw new cell.BadCell(reason('own-manager'));
  if (manager === '-' || known(manager)) return manager;
  throw new cell.BadCell(reason('manager-not-known', { value: manager }));
}
