import readWorkbook from 'read-excel-file/universal';
import { columnOf } from './columns.ts';
import {
  type CsvRecord,
  type Decoded,
  decodeCsv,
  isZip,
  mostRows,
  type RawSheet,
  sheetOf,
  titleLines,
  uploadLimit,
} from './decode.ts';
import { type ReasonCode, reason } from './reasons.ts';
import { unzip, zipOf } from './zip.ts';

/** 10,000 people with every column take 20 MB unpacked. */
const mostUnpacked = 64 * 1024 * 1024;
/** Cells of all sheets, from the first to the last that holds something: the reader fills the gaps between them. */
const mostCells = 3_000_000;
/** More than HR looks through to find her list. */
const mostSheets = 11;

/** An HR file as HR has it in hand: a workbook by its first bytes, else a CSV. */
export async function decodeFile(bytes: Uint8Array): Promise<Decoded> {
  return isZip(bytes) && bytes.length <= uploadLimit ? decodeWorkbook(bytes) : decodeCsv(bytes);
}

const refuse = (code: ReasonCode, params = {}): Decoded => ({ ok: false, reason: reason(code, params) });

/** Reads the first sheet that looks like a list of people, and keeps the others; a formula counts by the result that Excel saved with it. */
async function decodeWorkbook(bytes: Uint8Array): Promise<Decoded> {
  const parts = unzip(bytes, (path) => path.endsWith('.xml') || path.endsWith('.rels'), mostUnpacked);
  if (parts === 'broken') return refuse('broken-workbook');
  if (parts === 'too much') return refuse('too-much-inside', { limit: String(mostUnpacked / 1024 / 1024) });
  if (!parts.has('xl/workbook.xml')) return refuse('not-a-workbook');
  const slim = new Map(parts);
  let cells = 0;
  for (const [path, content] of parts) {
    if (!/\bworksheets\/[^/]+\.xml$/.test(path)) continue;
    const sheet = withoutEmptyCells(content.toString('utf8'));
    const { rows, columns } = extentOf(sheet);
    cells += rows * columns;
    if (rows > mostRows + 100) return refuse('too-many-rows', { limit: String(mostRows) });
    if (!(cells <= mostCells)) return refuse('too-wide');
    slim.set(path, Buffer.from(sheet));
  }
  try {
    return choose(await readWorkbook(zipOf(slim).buffer));
  } catch {
    return refuse('broken-workbook');
  }
}

/** Formats without content reach to the end of a sheet where a whole row or column was painted. */
const withoutEmptyCells = (xml: string): string =>
  ['c', 'row'].reduce(
    (rest, tag) => rest.replaceAll(new RegExp(`<((?:\\w+:)?${tag})(?:\\s[^<>]*)?(?:/>|>\\s*</\\1>)`, 'g'), ''),
    xml,
  );

/** The last row and column that hold something. What is no cell address counts as endless. */
function extentOf(xml: string): { readonly rows: number; readonly columns: number } {
  let [rows, columns] = [1, 1];
  for (const [, tag, , place = ''] of xml.matchAll(/<(?:\w+:)?(row|c)\s(?:[^<>]*?\s)?r\s*=\s*(["'])(.*?)\2/g)) {
    const [, letters = '', digits] = /^([A-Z]{0,3})(\d{1,7})$/.exec(place) ?? [];
    if (digits === undefined || (tag === 'row') !== (letters === '')) return { rows: 1, columns: Number.NaN };
    rows = Math.max(rows, Number(digits));
    columns = Math.max(columns, columnNumber(letters));
  }
  return { rows, columns };
}
const columnNumber = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

interface Read {
  readonly sheet: string;
  readonly data: readonly (readonly unknown[])[];
}

function choose(sheets: readonly Read[]): Decoded {
  const filled = sheets
    .map(({ sheet, data }) => ({ name: sheet.slice(0, 40), records: recordsOf(data) }))
    .filter(({ records }) => records.length > 0)
    .slice(0, mostSheets);
  const ours = filled.map(({ records }) => records.slice(0, titleLines).some(hasOurColumns));
  const read = filled.map((_, place) => readSheet(filled, place));
  const best = [
    read.findIndex(({ ok }, place) => ok && ours[place]),
    ours.indexOf(true),
    read.findIndex(({ ok }) => ok),
  ].find((place) => place >= 0);
  return read[best ?? 0] ?? refuse('empty');
}

/** One of the sheets as the list of people; the others stay beside it. */
export function readSheet(sheets: readonly RawSheet[], place: number): Decoded {
  const chosen = sheets[place];
  if (!chosen) return refuse('empty');
  const others = sheets.filter((each) => each !== chosen);
  const source = { as: 'Excel', sheet: chosen.name, otherSheets: others.map(({ name }) => name) } as const;
  const read = sheetOf(chosen.records, source);
  return read.ok ? { ...read, others } : read;
}

const hasOurColumns = ({ cells }: CsvRecord) => new Set(cells.flatMap((cell) => columnOf(cell) ?? [])).size > 1;

const recordsOf = (data: Read['data']): CsvRecord[] =>
  data
    .map((row, index) => ({ line: index + 1, cells: row.map(textOfCell) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));

/** A whole number as an id is written, a date as the day that it shows. */
function textOfCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return String(value).replaceAll(/\r\n?/g, '\n').trim();
}
