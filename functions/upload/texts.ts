import type { Source } from '../../shared/submission/decode.ts';

const de = {
  title: 'HR-Datei hochladen',
  lead: 'Eine Excel-Arbeitsmappe (.xlsx) oder eine CSV-Datei, höchstens 4 MB. Erst kommt eine Vorschau: Nichts wird geändert und nichts verschickt, bevor Sie übernehmen.',
  larger:
    'Größere Dateien weist schon der Server ab, ohne dass etwas verloren geht: Dann bitte nur das Blatt mit den Personen als .xlsx speichern, oder die Liste in zwei Dateien teilen.',
  template: 'Vorlage herunterladen',
  readAs: ({ as, sheet }: Source) =>
    as !== 'Excel' ? `Gelesen als CSV in ${as}.` : `Gelesen aus dem Blatt „${sheet}“.`,
  otherSheets: (count: number) =>
    count === 1
      ? 'Die Mappe hat noch ein Blatt. Gelesen wird immer nur eines; das andere lässt sich auch nach dem Übernehmen noch lesen.'
      : `Die Mappe hat noch ${count} Blätter. Gelesen wird immer nur eines; die anderen lassen sich auch nach dem Übernehmen noch lesen.`,
  readSheet: (name: string) => `Blatt „${name}“ lesen`,
  western: 'Wenn Umlaute falsch aussehen, bitte als „CSV UTF-8“ oder .xlsx speichern.',
  file: 'Datei',
  check: 'Prüfen',
  columns: 'Welche Spalten?',
  required: 'Nötig',
  optional: 'Möglich',
  columnsHint:
    'Mehrere Werte in einem Feld trennt ein senkrechter Strich. Zeilen ohne Rolle sind Menschen außerhalb des Programms: Von ihnen bleiben nur Personalnummer und Führungskraft, damit sich Berichtslinien prüfen lassen.',
  refused: 'Diese Datei lässt sich nicht übernehmen',
  noFile: 'Bitte eine Datei auswählen.',
  previewTitle: 'Vorschau der Datei',
  previewLead: 'Das würde sich ändern. Noch ist nichts übernommen.',
  commit: 'Übernehmen',
  cancel: 'Andere Datei wählen',
  committedTitle: 'Datei übernommen',
  working: (settled: number, all: number) => `${settled} von ${all} Zeilen sind verarbeitet.`,
  finished: (all: number) => `Alle ${all} Zeilen sind verarbeitet.`,
  toLast: (when: string) => `Zur zuletzt übernommenen Datei (${when}); dort lässt sie sich rückgängig machen`,
  undo: 'Rückgängig machen',
  undoHint: 'Rückgängig geht es 48 Stunden lang und nur, solange aus diesem Jahrgang nichts verschickt ist.',
  undoneTitle: 'Datei rückgängig gemacht',
  undoing: 'Die Zeilen werden gerade zurückgenommen.',
  undone: 'Alle sind wieder so wie vor dieser Datei.',
  reload: 'Stand aktualisieren',
  toPeople: 'Zu den Menschen',
  figures: {
    new: 'neu',
    changed: 'geändert',
    left: 'ausgeschieden',
    unchanged: 'unverändert',
    rejected: 'abgelehnt',
    outsiders: 'außerhalb des Programms',
  },
  kinds: { new: 'neu', changed: 'geändert', left: 'ausgeschieden', unchanged: 'unverändert', rejected: 'abgelehnt' },
  line: 'Zeile',
  name: 'Name',
  what: 'Was',
  details: 'Einzelheiten',
  byLine: 'Zeile für Zeile',
  unchangedHidden: (count: number) => `${count} unveränderte Zeilen sind hier nicht aufgeführt.`,
  rejectedFirst: 'Abgelehnte Zeilen werden nicht übernommen; alle anderen schon.',
  ignored: (columns: string) => `Diese Spalten werden nicht übernommen: ${columns}.`,
  onPairs: 'Folgen für laufende Paare',
  leaving:
    'Ausgeschieden wird gemeldet, wer in einem Paar ist. Nach dem Übernehmen endet es, und die andere Person erfährt davon per E-Mail:',
  leaves: (person: string, partner: string) => `${person} (Paar mit ${partner})`,
  breaking:
    'Nach diesen Angaben verletzen Paare eine Regel. Sie werden angehalten, und Sie bekommen für jedes eine Aufgabe:',
  more: 'Hier nicht alle aufgeführt.',
  stillRejected: (count: number) =>
    count === 1 ? '1 abgelehnte Zeile der letzten Datei' : `${count} abgelehnte Zeilen der letzten Datei`,
  correctThem: 'Bitte in der Datei berichtigen und sie noch einmal hochladen; bis dahin stehen sie hier.',
  missing: 'Fehlen in der Datei',
  missingHint:
    'Sie sind schon angemeldet und stehen nicht in der Datei. Mit ihnen geschieht nichts. Wer ausscheidet, bekommt den Status „ausgeschieden“.',
  assign: 'Spalten und Ebenen anders zuordnen',
  nothing: 'Die Datei ändert nichts.',
  expires: 'Die Vorschau bleibt 24 Stunden.',
};

const en: typeof de = {
  title: 'Upload an HR file',
  lead: 'An Excel workbook (.xlsx) or a CSV file, at most 4 MB. You will see a preview first: nothing is changed and nothing is sent before you commit it.',
  larger:
    'The server itself turns larger files away, and nothing is lost: then please save only the sheet with the people as .xlsx, or split the list into two files.',
  template: 'Download a template',
  readAs: ({ as, sheet }) => (as !== 'Excel' ? `Read as CSV in ${as}.` : `Read from the sheet “${sheet}”.`),
  otherSheets: (count) =>
    count === 1
      ? 'The workbook has one more sheet. Only one is read at a time; the other can still be read after a commit.'
      : `The workbook has ${count} more sheets. Only one is read at a time; the others can still be read after a commit.`,
  readSheet: (name) => `Read the sheet “${name}”`,
  western: 'If special characters look wrong, please save the list as “CSV UTF-8” or .xlsx.',
  file: 'File',
  check: 'Check',
  columns: 'Which columns?',
  required: 'Required',
  optional: 'Possible',
  columnsHint:
    'Several values in one cell are separated by a vertical bar. Lines without a role are people outside the programme: only their employee id and manager are kept, so that reporting lines can be checked.',
  refused: 'This file cannot be used',
  noFile: 'Please choose a file.',
  previewTitle: 'Preview of the file',
  previewLead: 'This is what would change. Nothing has been committed yet.',
  commit: 'Commit',
  cancel: 'Choose another file',
  committedTitle: 'File committed',
  working: (settled, all) => `${settled} of ${all} lines have been processed.`,
  finished: (all) => `All ${all} lines have been processed.`,
  toLast: (when) => `To the last file (committed ${when}), where it can be undone`,
  undo: 'Undo',
  undoHint: 'It can be undone for 48 hours, and only while nothing of this cohort has been mailed.',
  undoneTitle: 'File undone',
  undoing: 'The lines are being taken back.',
  undone: 'Everybody is as they were before this file.',
  reload: 'Refresh',
  toPeople: 'To the people',
  figures: {
    new: 'new',
    changed: 'changed',
    left: 'left',
    unchanged: 'unchanged',
    rejected: 'rejected',
    outsiders: 'outside the programme',
  },
  kinds: { new: 'new', changed: 'changed', left: 'left', unchanged: 'unchanged', rejected: 'rejected' },
  line: 'Line',
  name: 'Name',
  what: 'What',
  details: 'Details',
  byLine: 'Line by line',
  unchangedHidden: (count) => `${count} unchanged lines are not listed here.`,
  rejectedFirst: 'Rejected lines are not taken; all others are.',
  ignored: (columns) => `These columns are left out: ${columns}.`,
  onPairs: 'What follows for running pairs',
  leaving:
    'Somebody who is in a pair is reported as having left. Once you commit, it ends, and the other one learns of it by mail:',
  leaves: (person, partner) => `${person} (in a pair with ${partner})`,
  breaking: 'By these facts pairs break a rule. They are put on hold, and you get a task for each:',
  more: 'Not all of them are listed here.',
  stillRejected: (count) =>
    count === 1 ? '1 rejected line of the last file' : `${count} rejected lines of the last file`,
  correctThem: 'Please correct them in the file and upload it once more; until then they stay here.',
  missing: 'Missing from the file',
  missingHint:
    'They are enrolled already and are not in the file. Nothing happens to them. Who leaves has the status “left”.',
  assign: 'Assign columns and levels differently',
  nothing: 'The file changes nothing.',
  expires: 'The preview is kept for 24 hours.',
};

export const texts = { de, en };
export type Texts = typeof de;
