import * as cell from './cells.ts';
import { type Column, requiredColumns } from './columns.ts';
import type { Mapping } from './mapping.ts';
import { type Reason, reason } from './reasons.ts';
import type { HrRow, OutsideRow, Told } from './submission.ts';

/** The cells of one line by column; what is absent or blank is the empty string. */
export type Cells = (column: Column) => string;

export interface Context {
  readonly columns: ReadonlySet<Column>;
  /** Lower-case topic → the cohort's own spelling. */
  readonly topics: Pick<ReadonlyMap<string, string>, 'get'>;
  /** Levels in words that HR gave a number. */
  readonly levels: Mapping['levels'];
}

export type Read = { readonly row: HrRow } | { readonly reason: Reason };

/** One line of the file, judged by itself. The first thing that is wrong is its reason. */
export function readRow(line: number, cells: Cells, { columns, topics, levels }: Context): Read {
  try {
    if (!columns.has('role')) return { reason: reason('missing-column', { column: 'role' }) };
    if (cells('role') === '') {
      need(cells, columns, ['employee_id', 'manager_id']);
      return { row: { line, outside: idsOf(cells) } };
    }
    const role = cell.role(cells('role'));
    need(cells, columns, requiredColumns);
    return { row: { line, told: { ...hrFacts(cells, levels), ...selfTold(cells, topics), role } } };
  } catch (error) {
    if (error instanceof cell.BadCell) return { reason: error.reason };
    throw error;
  }
}

/** The two ids of a line whose other cells are bad: a link of the chain that others hang on. */
export function linkOf(cells: Cells): OutsideRow | undefined {
  try {
    const ids = idsOf(cells);
    return ids.employeeId && ids.managerId && ids.employeeId !== ids.managerId ? ids : undefined;
  } catch {
    return undefined;
  }
}

const idsOf = (cells: Cells): OutsideRow => ({
  employeeId: cell.text(cells('employee_id'), 'employee_id', 60),
  managerId: managerOf(cells),
});
const managerOf = (cells: Cells) => cell.text(cells('manager_id'), 'manager_id', 60).replace(/^[–—]$/, '-');

function need(cells: Cells, columns: ReadonlySet<Column>, required: readonly Column[]): void {
  for (const column of required) {
    if (!columns.has(column)) throw new cell.BadCell(reason('missing-column', { column }));
    if (cells(column) === '') throw new cell.BadCell(reason('missing-value', { column }));
  }
}

/** A blank cell is not told, so it changes nothing. */
const told = <T>(value: string, read: (value: string) => T): T | undefined => (value === '' ? undefined : read(value));

function hrFacts(cells: Cells, levels: Context['levels']) {
  const text = (column: Column) => told(cells(column), (value) => cell.text(value, column));
  return {
    employeeId: cell.text(cells('employee_id'), 'employee_id', 60),
    name: cell.text(cells('name'), 'name', 120),
    address: cell.address(cells('email'), 'email'),
    level: cell.level(cells('level'), levels),
    unit: text('unit'),
    site: text('site'),
    managerId: managerOf(cells),
    appraisedBy: text('appraised_by'),
    status: told(cells('status'), cell.status) ?? 'active',
    away: awayOf(cells),
  } satisfies Partial<Told>;
}

function awayOf(cells: Cells): Told['away'] {
  const [from, to] = [cells('away_from'), cells('away_to')];
  return from === '' && to === '' ? told(cells('away'), cell.away) : cell.awayFromTo(from, to);
}

function selfTold(cells: Cells, topics: Context['topics']) {
  return {
    callName: told(cells('call_name'), (value) => cell.text(value, 'call_name', 60)),
    languages: told(cells('languages'), cell.languages),
    letterLanguage: told(cells('letter_language'), cell.letterLanguage),
    timeZone: told(cells('time_zone'), cell.timeZone),
    hours: told(cells('hours'), cell.hours),
    topics: told(cells('topics'), (value) => cell.topics(value, topics)),
    capacity: told(cells('capacity'), cell.capacity),
    pleaseNot: told(cells('please_not'), (value) => cell.list(value, 'please_not')),
    schedulingContact: told(cells('scheduling_contact'), (value) => cell.address(value, 'scheduling_contact')),
  } satisfies Partial<Told>;
}
