import { type Column, requiredColumns } from './columns.ts';
import type { CsvRecord } from './decode.ts';
import { type Cells, type Context, type Read, readRow } from './hr-row.ts';
import { columnsOf, type Mapping, nothingMapped } from './mapping.ts';
import { type Reason, reason } from './reasons.ts';

/** The header line of an HR file, understood. */
export interface Header {
  readonly columns: ReadonlySet<Column>;
  readonly ignoredColumns: readonly string[];
  readonly cellCount: number;
  readonly levels: Mapping['levels'];
  cellsOf(record: CsvRecord): Cells;
}

export function readHeader(header: CsvRecord, mapping: Mapping = nothingMapped): Header | { readonly reason: Reason } {
  const places = new Map<Column, number>();
  const ignoredColumns: string[] = [];
  for (const [place, column] of columnsOf(header, mapping).entries()) {
    const name = header.cells[place] ?? '';
    if (!column) {
      if (name !== '') ignoredColumns.push(name.slice(0, 80));
      continue;
    }
    if (places.has(column)) return { reason: reason('double-column', { column }) };
    places.set(column, place);
  }
  if (!requiredColumns.some((column) => places.has(column))) {
    return { reason: reason('not-an-hr-file', { columns: requiredColumns.join(', ') }) };
  }
  return {
    columns: new Set(places.keys()),
    ignoredColumns,
    cellCount: header.cells.length,
    levels: mapping.levels,
    cellsOf: (record) => (column) => record.cells[places.get(column) ?? -1] ?? '',
  };
}

/** One record, judged by itself. */
export function judgeRecord(record: CsvRecord, header: Header, topics: Context['topics']): Read {
  const { columns, cellCount, levels } = header;
  return record.cells.slice(cellCount).some((cell) => cell !== '')
    ? { reason: reason('too-many-cells', { cells: String(record.cells.length), columns: String(cellCount) }) }
    : readRow(record.line, header.cellsOf(record), { columns, topics, levels });
}
