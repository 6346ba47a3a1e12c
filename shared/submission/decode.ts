import { type CsvError, parse } from 'csv-parse/sync';
import { type Reason, reason } from './reasons.ts';

/** 4 MB: what fits a request to Lambda after base64. */
export const uploadLimit = 4 * 1024 * 1024;
const mostRows = 50_000;

export interface CsvRecord {
  /** Line of the file on which the record begins; the header's is 1. */
  readonly line: number;
  readonly cells: readonly string[];
}
type Decoded =
  | { readonly ok: true; readonly header: CsvRecord; readonly records: readonly CsvRecord[] }
  | { readonly ok: false; readonly reason: Reason };

/** Bytes to records: what is not a CSV text in UTF-8 is refused by name. */
export function decodeCsv(bytes: Uint8Array): Decoded {
  const refuse = (why: Reason): Decoded => ({ ok: false, reason: why });
  if (bytes.length > uploadLimit) return refuse(reason('too-large', { limit: '4' }));
  if (bytes.length === 0) return refuse(reason('empty'));
  const foreign = notText(bytes);
  if (foreign) return refuse(foreign);
  const text = utf8(bytes);
  if (text === undefined) return refuse(reason('not-utf-8'));
  if (text.trim() === '') return refuse(reason('empty'));
  // One kind of line break, so that lines are counted as an editor counts them.
  return records(text.replaceAll(/\r\n?/g, '\n'));
}

/** Of the first bytes of a file, or of all: what says that it is no text at all. */
export function notText(bytes: Uint8Array): Reason | undefined {
  // "PK" begins every zip, and so every .xlsx; the other four bytes begin the old .xls.
  if (begins(bytes, [0x50, 0x4b, 0x03, 0x04]) || begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return reason('spreadsheet');
  return bytes.includes(0) ? reason('binary') : undefined;
}

const begins = (bytes: Uint8Array, with_: readonly number[]) => with_.every((byte, index) => bytes[index] === byte);

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function records(text: string): Decoded {
  let parsed: Parsed[];
  try {
    parsed = parse(text, csvOptions(text)) as unknown as Parsed[];
  } catch (error) {
    return { ok: false, reason: unreadable(error) };
  }
  const all = parsed.flatMap((each) => recordOf(each) ?? []);
  const [header, ...rest] = all;
  if (!header) return { ok: false, reason: reason('empty') };
  if (rest.length === 0) return { ok: false, reason: reason('no-rows') };
  if (rest.length > mostRows) return { ok: false, reason: reason('too-many-rows', { limit: String(mostRows) }) };
  return { ok: true, header, records: rest };
}

/** One record as csv-parse gives it with these options. */
interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** How every CSV is read, whole or in pieces; `start` is its beginning with the header line. */
export const csvOptions = (start: string) =>
  ({
    delimiter: delimiterOf(start),
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
  }) as const;

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

/** The delimiter that the header line uses most, outside quotes. */
function delimiterOf(text: string): string {
  const end = text.indexOf('\n');
  const header = text.slice(0, end < 0 ? text.length : end).replaceAll(/"[^"]*"/g, '');
  const count = (delimiter: string) => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best));
}
