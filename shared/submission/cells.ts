import type { Role } from '../../events/ids.ts';
import { Address } from '../cohort/cohort.ts';
import { knownZone } from '../time/local.ts';
import type { Column } from './columns.ts';
import { parseHours } from './hours.ts';
import { levelKey, type Mapping } from './mapping.ts';
import { type Reason, reason } from './reasons.ts';
import type { Told } from './submission.ts';

/** A cell that cannot be taken: thrown within one line, caught where the line is judged. */
export class BadCell extends Error {
  readonly reason: Reason;
  constructor(why: Reason) {
    super(why.code);
    this.reason = why;
  }
}
const bad = (...args: Parameters<typeof reason>): never => {
  throw new BadCell(reason(...args));
};

const mostCharacters = 200;
const mostEntries = 40;
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** One line of text: breaks and runs of blanks become one blank, so that nothing of it can break a mail header. */
export function text(cell: string, column: Column, most = mostCharacters): string {
  if (control.test(cell)) bad('control-characters', { column });
  const line = cell.replaceAll(/\s+/g, ' ').trim();
  return line.length > most ? bad('too-long', { column, limit: String(most) }) : line;
}

export function list(cell: string, column: Column): string[] {
  const entries = [
    ...new Set(
      cell
        .split('|')
        .map((each) => text(each, column))
        .filter((each) => each !== ''),
    ),
  ];
  return entries.length > mostEntries ? bad('too-many-entries', { column, limit: String(mostEntries) }) : entries;
}

export function role(cell: string): Role {
  const value = cell.toLowerCase();
  if (value === 'junior' || value === 'juniorin') return 'junior';
  if (value === 'senior' || value === 'seniorin') return 'senior';
  return bad('unknown-role', { value: cell });
}

export function level(cell: string, words: Mapping['levels']): number {
  const said = Object.hasOwn(words, levelKey(cell)) ? words[levelKey(cell)] : undefined;
  if (said !== undefined) return said;
  return /^\d{1,2}$/.test(cell) && Number(cell) <= 30 ? Number(cell) : bad('level-not-a-number', { value: cell });
}

export function address(cell: string, column: Column): string {
  const parsed = Address.safeParse(cell);
  return parsed.success ? parsed.data : bad('bad-address', { column, value: cell });
}

const statuses: ReadonlyMap<string, Told['status']> = new Map([
  ...['active', 'aktiv'].map((word) => [word, 'active'] as const),
  ...['on leave', 'beurlaubt', 'abwesend', 'elternzeit'].map((word) => [word, 'on leave'] as const),
  ...['left', 'ausgeschieden', 'ausgetreten'].map((word) => [word, 'left'] as const),
]);
/** Looked up in a map, not in an object: whatever a cell says, it finds no more than these words. */
export const status = (cell: string): Told['status'] =>
  statuses.get(cell.toLowerCase()) ?? bad('unknown-status', { value: cell });

/** `2026-03-01/2026-03-15`, also with two dots, a dash between blanks, or German dates. */
export function away(cell: string): Told['away'] {
  return period(cell.split(/\s*(?:\/|\.\.|–|\s-\s|\bbis\b|(?<=\.\d{4})-)\s*/), cell);
}
/** The same told in two cells. */
export const awayFromTo = (from: string, to: string): Told['away'] => period([from, to], `${from} – ${to}`);

function period(cells: readonly string[], value: string): Told['away'] {
  const [from, to] = cells.map((date) =>
    date
      .replace(/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, (_, day, month, year) => iso(year, month, day))
      // Excel's own count of days, where a date lost its format. Day 25569 is 1970-01-01.
      .replace(/^[34567]\d{4}$/, (days) => new Date((Number(days) - 25_569) * 86_400_000).toISOString().slice(0, 10)),
  );
  if (cells.length !== 2 || !isDate(from) || !isDate(to) || from > to) return bad('bad-away', { value });
  return { from, to };
}
const iso = (year: string, month: string, day: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
function isDate(value: string | undefined): value is string {
  if (!value || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const at = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value);
}

const languageNames: Record<string, string> = {
  deutsch: 'de',
  german: 'de',
  englisch: 'en',
  english: 'en',
  französisch: 'fr',
  french: 'fr',
  spanisch: 'es',
  spanish: 'es',
  italienisch: 'it',
  italian: 'it',
  polnisch: 'pl',
  polish: 'pl',
  türkisch: 'tr',
  turkish: 'tr',
};
function language(value: string): string {
  const word = value.toLowerCase();
  const code = languageNames[word] ?? word;
  return /^[a-z]{2}$/.test(code) ? code : bad('unknown-language', { value });
}
export const languages = (cell: string): string[] => [...new Set(list(cell, 'languages').map(language))];

export function letterLanguage(cell: string): 'de' | 'en' {
  const code = language(cell);
  return code === 'de' || code === 'en' ? code : bad('unknown-letter-language', { value: cell });
}

/** Zones repeat on every line: each is asked for once. */
const zones = new Map<string, boolean>();
export function timeZone(cell: string): string {
  let known = zones.get(cell);
  if (known === undefined) {
    known = cell.length <= 60 && knownZone(cell);
    if (zones.size < 1_000) zones.set(cell, known);
  }
  return known ? cell : bad('unknown-time-zone', { value: cell });
}

export const hours = (cell: string): Told['hours'] => parseHours(cell) ?? bad('bad-hours', { value: cell });

/** The topic as the cohort spells it. */
export const topics = (cell: string, known: Pick<ReadonlyMap<string, string>, 'get'>): string[] =>
  list(cell, 'topics').map((value) => known.get(value.toLowerCase()) ?? bad('unknown-topic', { value }));

export function capacity(cell: string): number {
  return /^([1-9]|10)$/.test(cell) ? Number(cell) : bad('bad-capacity', { value: cell });
}
