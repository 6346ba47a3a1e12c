import { type Column, columnNames, requiredColumns } from './columns.ts';
import type { CsvRecord } from './decode.ts';
import { type Cells, type Context, type Read, readRow } from './hr-row.ts';
import { columnsOf, type Mapping, nothingMapped } from './mapping.ts';
import { type Reason, type ReasonCode, reason } from './reasons.ts';

/** The header line of an HR file, understood. */
export interface Header {
  readonly columns: ReadonlySet<Column>;
  readonly ignoredColumns: readonly string[];
  readonly cellCount: number;
  readonly levels: Mapping['levels'];
  cellsOf(record: CsvRecord): Cells;
  /** As the file itself calls our column, if it has it. */
  titleOf(column: Column): string | undefined;
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
    titleOf: (column) => header.cells[places.get(column) ?? -1],
  };
}

/** One record, judged by itself. */
export function judgeRecord(record: CsvRecord, header: Header, topics: Context['topics']): Read {
  const { columns, cellCount, levels } = header;
  if (record.cells.slice(cellCount).some((cell) => cell !== '')) {
    return { reason: reason('too-many-cells', { cells: String(record.cells.length), columns: String(cellCount) }) };
  }
  const read = readRow(record.line, header.cellsOf(record), { columns, topics, levels });
  return 'reason' in read ? { reason: inWordsOfFile(read.reason, header) } : read;
}

/** What a reason is about, where it does not name it. */
const about: Readonly<Partial<Record<ReasonCode, readonly Column[]>>> = {
  'unknown-role': ['role'],
  'level-not-a-number': ['level'],
  'unknown-status': ['status'],
  'bad-away': ['away', 'away_from'],
  'unknown-language': ['languages', 'letter_language'],
  'unknown-letter-language': ['letter_language'],
  'unknown-time-zone': ['time_zone'],
  'bad-hours': ['hours'],
  'unknown-topic': ['topics'],
  'bad-capacity': ['capacity'],
  'unknown-manager': ['manager_id'],
  'own-manager': ['manager_id'],
};

/** HR looks for the column under the name that her own file gives it. */
export function inWordsOfFile(why: Reason, { titleOf }: Pick<Header, 'titleOf'>): Reason {
  const named = columnNames.filter((column) => column === why.params.column);
  const titles = (named.length > 0 ? named : (about[why.code] ?? [])).flatMap((column) => titleOf(column) ?? []);
  const [header] = titles;
  // Two columns may hold what is wrong: then neither is named rather than the wrong one.
  return header === undefined || titles.length > 1 ? why : reason(why.code, { ...why.params, header });
}
