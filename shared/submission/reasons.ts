import * as z from 'zod/mini';
import type { Language } from '../cohort/cohort.ts';
import { columnTitles } from './column-titles.ts';
import { formWordings } from './form-reasons.ts';
import type { Params, Wording } from './wording.ts';

/** Why a file, a line of it or a submission is not taken: a code with parameters, worded when it is shown. */
const wordings = {
  'too-large': {
    de: ({ limit }) => `Die Datei ist größer als ${limit} MB.`,
    en: ({ limit }) => `The file is larger than ${limit} MB.`,
  },
  empty: { de: () => 'Die Datei ist leer.', en: () => 'The file is empty.' },
  'no-rows': {
    de: () => 'Die Datei hat nur eine Kopfzeile und keine Personen.',
    en: () => 'The file has a header line but no people.',
  },
  spreadsheet: {
    de: () => 'Das ist eine Excel-Arbeitsmappe. Bitte als „CSV UTF-8“ speichern und diese Datei hochladen.',
    en: () => 'This is an Excel workbook. Please save it as “CSV UTF-8” and upload that file.',
  },
  'old-spreadsheet': {
    de: () =>
      'Das ist eine alte Excel-Datei (.xls), oder sie ist mit einem Kennwort geschützt. Bitte in Excel öffnen und ohne Kennwort als „Excel-Arbeitsmappe (.xlsx)“ oder „CSV UTF-8“ speichern.',
    en: () =>
      'This is an old Excel file (.xls), or one with a password. Please open it in Excel and save it without a password as “Excel Workbook (.xlsx)” or “CSV UTF-8”.',
  },
  'broken-workbook': {
    de: () =>
      'Diese Excel-Arbeitsmappe lässt sich nicht lesen. Bitte in Excel öffnen und neu als „Excel-Arbeitsmappe (.xlsx)“ oder „CSV UTF-8“ speichern.',
    en: () =>
      'This Excel workbook cannot be read. Please open it in Excel and save it again as “Excel Workbook (.xlsx)” or “CSV UTF-8”.',
  },
  'not-a-workbook': {
    de: () =>
      'Das ist ein Archiv, aber keine Excel-Arbeitsmappe (.xlsx). Bitte die Liste als .xlsx oder „CSV UTF-8“ speichern.',
    en: () => 'This is an archive, but no Excel workbook (.xlsx). Please save the list as .xlsx or “CSV UTF-8”.',
  },
  'too-much-inside': {
    de: ({ limit }) =>
      `Die Arbeitsmappe enthält ausgepackt mehr als ${limit} MB. Bitte nur das Blatt mit den Personen als „CSV UTF-8“ speichern.`,
    en: ({ limit }) =>
      `Unpacked, the workbook holds more than ${limit} MB. Please save only the sheet with the people as “CSV UTF-8”.`,
  },
  'too-wide': {
    de: () =>
      'Das Blatt ist viel größer als seine Liste: Weit rechts oder unten steht noch etwas. Bitte nur die Liste in ein neues Blatt kopieren oder als „CSV UTF-8“ speichern.',
    en: () =>
      'The sheet is far larger than its list: there is something far to the right or at the bottom. Please copy only the list to a new sheet, or save it as “CSV UTF-8”.',
  },
  binary: {
    de: () => 'Die Datei ist keine Textdatei (Binärdaten). Erwartet wird CSV.',
    en: () => 'The file is not a text file (binary data). CSV is expected.',
  },
  'not-utf-8': {
    de: () => 'Die Datei ist nicht in UTF-8 gespeichert. Bitte in Excel als „CSV UTF-8“ speichern.',
    en: () => 'The file is not saved as UTF-8. In Excel, please save it as “CSV UTF-8”.',
  },
  'no-list': {
    de: () =>
      'Das ist weder eine Textdatei noch eine Excel-Arbeitsmappe. Bitte die Liste in Excel als „Excel-Arbeitsmappe (.xlsx)“ oder „CSV UTF-8“ speichern.',
    en: () =>
      'This is not a text file, and no Excel workbook. In Excel, please save the list as “Excel Workbook (.xlsx)” or “CSV UTF-8”.',
  },
  'unknown-characters': {
    de: () =>
      'Die Umlaute der Datei sind nicht zu erkennen. Bitte in Excel als „CSV UTF-8“ oder „Excel-Arbeitsmappe (.xlsx)“ speichern.',
    en: () =>
      'The special characters of the file cannot be told. In Excel, please save it as “CSV UTF-8” or “Excel Workbook (.xlsx)”.',
  },
  'no-header': {
    de: () =>
      'Die Kopfzeile fehlt: Die erste Zeile sieht schon nach einer Person aus. Bitte darüber die Namen der Spalten schreiben, wie in der Vorlage.',
    en: () =>
      'The header line is missing: the first line looks like a person. Please put the names of the columns above it, as in the template.',
  },
  'not-an-hr-file': {
    de: ({ columns }) => `Die Kopfzeile nennt keine der nötigen Spalten (${columns}).`,
    en: ({ columns }) => `The header line names none of the required columns (${columns}).`,
  },
  'double-column': {
    de: ({ column }) => `Die Spalte „${column}“ kommt zweimal vor.`,
    en: ({ column }) => `The column “${column}” appears twice.`,
  },
  'open-quote': {
    de: ({ line }) => `Ein Anführungszeichen wird nicht geschlossen (bis Zeile ${line}).`,
    en: ({ line }) => `A quotation mark is never closed (up to line ${line}).`,
  },
  unreadable: {
    de: ({ line }) => `Die Datei ist ab Zeile ${line} nicht als CSV lesbar.`,
    en: ({ line }) => `The file cannot be read as CSV from line ${line} on.`,
  },
  'too-many-rows': {
    de: ({ limit }) => `Die Datei hat mehr als ${limit} Zeilen.`,
    en: ({ limit }) => `The file has more than ${limit} lines.`,
  },
  'missing-column': {
    de: ({ column }) => `Die Spalte „${column}“ fehlt in der Datei.`,
    en: ({ column }) => `The column “${column}” is missing from the file.`,
  },
  'missing-value': { de: ({ column }) => `„${column}“ ist leer.`, en: ({ column }) => `“${column}” is empty.` },
  'too-many-cells': {
    de: ({ cells, columns }) => `Die Zeile hat ${cells} Felder, die Kopfzeile ${columns}.`,
    en: ({ cells, columns }) => `The line has ${cells} cells, the header ${columns}.`,
  },
  'too-long': {
    de: ({ column, limit }) => `„${column}“ ist länger als ${limit} Zeichen.`,
    en: ({ column, limit }) => `“${column}” is longer than ${limit} characters.`,
  },
  'control-characters': {
    de: ({ column }) => `„${column}“ enthält unsichtbare Steuerzeichen.`,
    en: ({ column }) => `“${column}” contains invisible control characters.`,
  },
  'unknown-role': {
    de: ({ value }) => `Unbekannte Rolle „${value}“: möglich sind junior und senior.`,
    en: ({ value }) => `Unknown role “${value}”: junior and senior are possible.`,
  },
  'level-not-a-number': {
    de: ({ value }) => `Die Ebene „${value}“ ist keine ganze Zahl von 0 bis 30.`,
    en: ({ value }) => `The level “${value}” is not a whole number from 0 to 30.`,
  },
  'bad-address': {
    de: ({ column, value }) => `„${value}“ in „${column}“ ist keine E-Mail-Adresse.`,
    en: ({ column, value }) => `“${value}” in “${column}” is not an email address.`,
  },
  'same-id': {
    de: ({ line }) => `Dieselbe Person steht schon in Zeile ${line} (gleiche Personalnummer).`,
    en: ({ line }) => `The same person is already in line ${line} (same employee id).`,
  },
  'same-address': {
    de: ({ line }) => `Dieselbe Person steht schon in Zeile ${line} (gleiche Adresse).`,
    en: ({ line }) => `The same person is already in line ${line} (same address).`,
  },
  'unknown-manager': {
    de: ({ value }) => `Die Führungskraft ${value} steht nicht in der Datei.`,
    en: ({ value }) => `The manager ${value} is not in the file.`,
  },
  'own-manager': {
    de: () => 'Die Person ist als ihre eigene Führungskraft eingetragen („-“ für die Spitze des Hauses).',
    en: () => 'The person is named as their own manager (use “-” for the top of the house).',
  },
  'unknown-status': {
    de: ({ value }) => `Unbekannter Status „${value}“: möglich sind active, on leave, left.`,
    en: ({ value }) => `Unknown status “${value}”: active, on leave and left are possible.`,
  },
  'bad-away': {
    de: ({ value }) => `„${value}“ ist keine Abwesenheit wie 2026-03-01/2026-03-15.`,
    en: ({ value }) => `“${value}” is not an absence like 2026-03-01/2026-03-15.`,
  },
  'unknown-language': {
    de: ({ value }) => `Unbekannte Sprache „${value}“: bitte zwei Buchstaben wie de oder en.`,
    en: ({ value }) => `Unknown language “${value}”: please use two letters such as de or en.`,
  },
  'unknown-letter-language': {
    de: ({ value }) => `Briefe gibt es nicht auf „${value}“, nur auf de oder en.`,
    en: ({ value }) => `Letters are not written in “${value}”, only in de or en.`,
  },
  'unknown-time-zone': {
    de: ({ value }) => `Unbekannte Zeitzone „${value}“: zum Beispiel Europe/Berlin.`,
    en: ({ value }) => `Unknown time zone “${value}”: for example Europe/Berlin.`,
  },
  'bad-hours': {
    de: ({ value }) => `„${value}“ sind keine Arbeitszeiten wie 09:00-17:00 oder Mo-Mi 09:00-13:00.`,
    en: ({ value }) => `“${value}” are not working hours like 09:00-17:00 or Mo-We 09:00-13:00.`,
  },
  'unknown-topic': {
    de: ({ value }) => `Das Thema „${value}“ gibt es in diesem Jahrgang nicht.`,
    en: ({ value }) => `The topic “${value}” is not one of this cohort’s.`,
  },
  'bad-capacity': {
    de: ({ value }) => `„${value}“ ist keine Anzahl von 1 bis 10.`,
    en: ({ value }) => `“${value}” is not a number from 1 to 10.`,
  },
  'too-many-entries': {
    de: ({ column, limit }) => `„${column}“ hat mehr als ${limit} Einträge.`,
    en: ({ column, limit }) => `“${column}” has more than ${limit} entries.`,
  },
  'role-of-paired': {
    de: () => 'Die Person ist in einem Paar oder wird gerade nach einem gefragt; die Rolle kann jetzt nicht wechseln.',
    en: () => 'The person is in a pair, or is being asked about one; the role cannot change now.',
  },
  'address-of-another': {
    de: () => 'Diese Adresse gehört in diesem Jahrgang schon einer anderen Person.',
    en: () => 'This address already belongs to another person of this cohort.',
  },
  'speaks-for-themself': {
    de: () =>
      'Die Person hat schon selbst zugesagt und ändert ihre Angaben auf ihrer eigenen Seite (Link in jeder E-Mail).',
    en: () => 'This person has said yes already and changes what they told on their own page (linked in every email).',
  },
  ...formWordings,
  'cohort-closed': {
    de: () => 'Der Jahrgang nimmt niemanden mehr auf.',
    en: () => 'The cohort takes no more people.',
  },
} as const satisfies Record<string, Wording>;

export type ReasonCode = keyof typeof wordings;
const codes = Object.keys(wordings) as [ReasonCode, ...ReasonCode[]];

export const Reason = z.object({ code: z.enum(codes), params: z.record(z.string(), z.string()) });
export type Reason = z.infer<typeof Reason>;

/** A cell's content is cut short: it goes back to HR's eyes only, and need not be shown whole. */
export const reason = (code: ReasonCode, params: Params = {}): Reason => ({
  code,
  params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, value.slice(0, 80)])),
});

/** Also of a bare code, as a submission keeps it; a code that is not known any more is shown as it is. */
export function reasonText(
  why: Reason | { readonly code: string; readonly params: Params } | string,
  language: Language,
): string {
  const known = Reason.safeParse(typeof why === 'string' ? { code: why, params: {} } : why);
  if (!known.success) return typeof why === 'string' ? why : why.code;
  const { code, params } = known.data;
  const text = wordings[code][language](titled(params, language));
  const { header } = params;
  return header === undefined || text.includes(header) ? text : `${text} ${inColumn[language](header)}`;
}

/** Columns under the names that HR knows: her own file's, else ours on the page. */
function titled(params: Params, language: Language): Params {
  const titles: Readonly<Record<string, string>> = columnTitles[language];
  const titleOf = (column: string) => (Object.hasOwn(titles, column) ? titles[column] : undefined) ?? column;
  const { column, columns, header } = params;
  return {
    ...params,
    ...(column === undefined ? {} : { column: header ?? titleOf(column) }),
    ...(columns === undefined ? {} : { columns: columns.split(', ').map(titleOf).join(', ') }),
  };
}
const inColumn = {
  de: (header: string) => `(Spalte „${header}“)`,
  en: (header: string) => `(column “${header}”)`,
};
