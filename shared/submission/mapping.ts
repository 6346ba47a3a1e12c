import { type Column, columnOf, normal } from './columns.ts';
import type { CsvRecord } from './decode.ts';

/** What HR said about files of a cohort: remembered from one file to the next. */
export interface Mapping {
  /** Header (see `headerKeys`) → our column; the empty string: not for us. */
  readonly columns: Readonly<Record<string, Column | ''>>;
  /** Level in words, as `levelKey` has it → our number. */
  readonly levels: Readonly<Record<string, number>>;
}
export const nothingMapped: Mapping = { columns: {}, levels: {} };

export const levelKey = (text: string): string => text.toLowerCase().replaceAll(/\s+/g, ' ').trim();

/** What tells the headers of a file apart, by place: two of one name have two keys, a blank one has none. */
export function headerKeys({ cells }: CsvRecord): (string | undefined)[] {
  const met = new Map<string, number>();
  return cells.map((cell) => {
    if (cell === '') return undefined;
    const key = (normal(cell) || 'x').slice(0, 80);
    const times = (met.get(key) ?? 0) + 1;
    met.set(key, times);
    return times === 1 ? key : `${key}#${times}`;
  });
}

/** Our column for each place of a header line: what HR said counts before what the header says itself. */
export const columnsOf = (header: CsvRecord, { columns }: Mapping): (Column | undefined)[] =>
  headerKeys(header).map((key, place) => {
    if (key === undefined) return undefined;
    const said = Object.hasOwn(columns, key) ? columns[key] : undefined;
    return said === undefined ? columnOf(header.cells[place] ?? '') : said || undefined;
  });
