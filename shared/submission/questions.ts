import { type Column, requiredColumns } from './columns.ts';
import type { Sheet } from './decode.ts';
import { columnsOf, headerKeys, levelKey, type Mapping } from './mapping.ts';
import { type Reason, reason } from './reasons.ts';

/** What must be asked before a file can be judged. */
export interface Questions {
  /** Required columns that no header means, though some headers are not understood. */
  readonly missing: readonly Column[];
  /** Columns that two headers mean. */
  readonly doubles: readonly Column[];
  /** Levels in words that many lines have, the most frequent first. */
  readonly levels: readonly string[];
}

export const mostLevels = 40;

/** Pure: what to ask about this file, why it is none, or nothing. */
export function questionsOf(sheet: Sheet, mapping: Mapping): Questions | { readonly refused: Reason } | undefined {
  const columns = columnsOf(sheet.header, mapping);
  const known = columns.filter((column) => column !== undefined);
  if (known.length === 0) {
    if (sheet.header.cells.some((cell) => /\S@\S/.test(cell))) return { refused: reason('no-header') };
    // Too few to be people, whatever they are called.
    if (sheet.header.cells.filter((cell) => cell !== '').length < requiredColumns.length) {
      return { refused: reason('not-an-hr-file', { columns: requiredColumns.join(', ') }) };
    }
  }
  const unsaid = headerKeys(sheet.header).some(
    (key, place) => key !== undefined && columns[place] === undefined && !Object.hasOwn(mapping.columns, key),
  );
  const missing = unsaid ? requiredColumns.filter((column) => !known.includes(column)) : [];
  const doubles = [...new Set(known.filter((column, place) => known.indexOf(column) !== place))];
  const levels = doubles.includes('level') ? [] : levelsToAsk(sheet, columns, mapping);
  return missing.length + doubles.length + levels.length > 0 ? { missing, doubles, levels } : undefined;
}

/** A word that stands once among numbers is a mistake of its line; one that comes again is how they are called here. */
function levelsToAsk(sheet: Sheet, columns: readonly (Column | undefined)[], mapping: Mapping): string[] {
  const words = levelWords(sheet, columns, mapping);
  const repeated = words.filter(({ lines }) => lines > 1);
  const numbers = words.length === 0 || words.some(({ number }) => number);
  const asked = numbers ? repeated : words;
  return asked.filter(({ number, said }) => !number && !said).map(({ text }) => text);
}

/** The levels of those who take part, as the file writes them. */
export function levelWords(
  { records }: Sheet,
  columns: readonly (Column | undefined)[],
  mapping: Mapping,
): { readonly text: string; readonly lines: number; readonly number: boolean; readonly said: boolean }[] {
  const [level, role] = [columns.indexOf('level'), columns.indexOf('role')];
  const counts = new Map<string, { text: string; lines: number }>();
  for (const { cells } of records) {
    const text = cells[level] ?? '';
    if (text === '' || (role >= 0 && (cells[role] ?? '') === '')) continue;
    const found = counts.get(levelKey(text)) ?? { text, lines: 0 };
    found.lines++;
    counts.set(levelKey(text), found);
  }
  return [...counts]
    .map(([key, { text, lines }]) => ({
      text,
      lines,
      number: /^\d{1,2}$/.test(text),
      said: Object.hasOwn(mapping.levels, key),
    }))
    .sort((a, b) => b.lines - a.lines)
    .filter(({ number }, place) => number || place < mostLevels);
}
