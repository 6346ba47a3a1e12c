import { type CsvError, parse } from 'csv-parse/sync';
import { columnOf } from './columns.ts';
import { type Reason, reason } from './reasons.ts';
import { type Encoding, textOf } from './text-of.ts';

/** 4 MB: what fits a request to Lambda after base64. */
export const uploadLimit = 4 * 1024 * 1024;
export const mostRows = 50_000;

export interface CsvRecord {
  /** Line of the file on which the record begins; the first is 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** As what a file was read: HR sees it, and so sees where umlauts went wrong. */
export interface Source {
  readonly as: Encoding | 'Excel';
  /** Of a workbook: which sheet, and which others there are. */
  readonly sheet?: string | undefined;
  readonly otherSheets?: string[] | undefined;
}

export interface Sheet {
  readonly ok: true;
  readonly source: Source;
  readonly header: CsvRecord;
  readonly records: readonly CsvRecord[];
  /** What else the workbook holds: HR may mean one of these. */
  readonly others?: readonly RawSheet[] | undefined;
}
/** A sheet of a workbook before anybody has said that it is the list of people. */
export interface RawSheet {
  readonly name: string;
  readonly records: readonly CsvRecord[];
}
export type Decoded = Sheet | { readonly ok: false; readonly reason: Reason };

const refuse = (why: Reason): Decoded => ({ ok: false, reason: why });

/** Bytes to records: what is not a CSV text is refused by name. */
export function decodeCsv(bytes: Uint8Array): Decoded {
  if (bytes.length > uploadLimit) return refuse(reason('too-large', { limit: '4' }));
  if (bytes.length === 0) return refuse(reason('empty'));
  if (isZip(bytes)) return refuse(reason('spreadsheet'));
  if (isOldOffice(bytes)) return refuse(reason('old-spreadsheet'));
  const read = textOf(bytes);
  if ('code' in read) return refuse(read);
  if (read.text.trim() === '') return refuse(reason('empty'));
  // One kind of line break, so that lines are counted as an editor counts them.
  return records(read.text.replaceAll(/\r\n?/g, '\n'), read.encoding);
}

/** Of the first bytes of a file in UTF-8, or of all: what says that it is no text at all. */
export function notText(bytes: Uint8Array): Reason | undefined {
  if (isZip(bytes) || isOldOffice(bytes)) return reason('spreadsheet');
  return bytes.includes(0) ? reason('binary') : undefined;
}

/** "PK" begins every zip, and so every .xlsx. */
export const isZip = (bytes: Uint8Array) => begins(bytes, [0x50, 0x4b, 0x03, 0x04]);
/** The box in which Office kept its files before 2007, and keeps those with a password to this day. */
const isOldOffice = (bytes: Uint8Array) => begins(bytes, [0xd0, 0xcf, 0x11, 0xe0]);
const begins = (bytes: Uint8Array, with_: readonly number[]) => with_.every((byte, index) => bytes[index] === byte);

function records(text: string, encoding: Encoding): Decoded {
  let parsed: Parsed[];
  try {
    parsed = parse(text, csvOptions(text)) as unknown as Parsed[];
  } catch (error) {
    return refuse(unreadable(error));
  }
  const all = parsed.flatMap((each) => recordOf(each) ?? []);
  return sheetOf(all, { as: encoding });
}

/** How far down a header line is looked for, below a title and the date of the list. */
export const titleLines = 10;

/** Tells the header line from the people. */
export function sheetOf(all: readonly CsvRecord[], source: Source): Decoded {
  const understood = ({ cells }: CsvRecord) => new Set(cells.flatMap((cell) => columnOf(cell) ?? [])).size;
  const [first] = all;
  if (!first) return refuse(reason('empty'));
  const header = understood(first) > 0 ? 0 : all.slice(0, titleLines).findIndex((record) => understood(record) > 1);
  const rest = all.slice(Math.max(0, header) + 1);
  if (rest.length === 0) return refuse(reason('no-rows'));
  if (rest.length > mostRows) return refuse(reason('too-many-rows', { limit: String(mostRows) }));
  return { ok: true, source, header: all[Math.max(0, header)] ?? first, records: rest };
}

/** One record as csv-parse gives it with these options. */
interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** How every CSV is read, whole or in pieces; `start` is its beginning with the header line. */
export const csvOptions = (start: string) => {
  const named = separatorLine.exec(start)?.[1];
  return {
    delimiter: named ?? delimiterOf(start),
    from_line: named === undefined ? 1 : 2,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
  } as const;
};

/** `sep=;` as the first line: Excel reads it, and does not show it. */
const separatorLine = /^"?sep=([,;\t|])"?\s*\n/i;

/** Nothing for a line of bare delimiters, as Excel leaves them where rows were cleared. */
export const recordOf = ({ record, info }: Parsed): CsvRecord | undefined =>
  record.some((cell) => cell !== '') ? { line: info.lines - lineBreaks(record), cells: record } : undefined;

/** Why csv-parse gave up. */
export function unreadable(error: unknown): Reason {
  const { code, lines } = error as CsvError & { lines?: number };
  return reason(code === 'CSV_QUOTE_NOT_CLOSED' ? 'open-quote' : 'unreadable', { line: String(lines ?? 1) });
}

const lineBreaks = (cells: readonly string[]) =>
  cells.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);

/** The delimiter that the header line uses most, outside quotes; a title above it has none. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replaceAll(/"[^"]*"/g, '')
    .split('\n');
  const header = lines.find((line) => /[,;\t]/.test(line)) ?? '';
  const count = (delimiter: string) => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best));
}
