/** The columns of the canonical HR file, and how a German file may call them. */
const columns = {
  employee_id: [
    'employee_no',
    'employee_number',
    'personalnummer',
    'personalnr',
    'personal_nr',
    'mitarbeiternummer',
    'mitarbeiter_id',
    'persnr',
  ],
  name: ['vollstaendiger_name', 'vor_und_nachname', 'mitarbeiter', 'mitarbeitername'],
  call_name: ['rufname', 'spitzname'],
  email: ['e_mail', 'mail', 'email_adresse', 'e_mail_adresse', 'mailadresse', 'adresse'],
  role: ['rolle'],
  level: ['ebene', 'stufe', 'hierarchieebene', 'karrierestufe', 'fuehrungsebene'],
  unit: ['bereich', 'abteilung', 'einheit', 'organisationseinheit'],
  site: ['standort', 'ort', 'niederlassung'],
  manager_id: [
    'personalnummer_fuehrungskraft',
    'personalnummer_vorgesetzte',
    'vorgesetzte',
    'vorgesetzter',
    'vorgesetzten_id',
    'fuehrungskraft',
    'fuehrungskraft_id',
    'manager',
  ],
  appraised_by: ['beurteilt_von', 'beurteiler', 'beurteilerin', 'bewertet_von'],
  status: ['beschaeftigungsstatus'],
  away: ['abwesend', 'abwesenheit', 'abwesend_von_bis'],
  /** Two cells, as dates come out of Excel, instead of `away`. */
  away_from: ['abwesend_von', 'abwesend_ab', 'abwesenheit_von', 'abwesenheit_ab', 'absent_from'],
  away_to: ['abwesend_bis', 'abwesenheit_bis', 'absent_to', 'away_until'],
  languages: ['sprachen', 'sprache'],
  letter_language: ['briefsprache', 'sprache_der_briefe', 'korrespondenzsprache'],
  time_zone: ['zeitzone', 'timezone'],
  hours: ['arbeitszeit', 'arbeitszeiten', 'zeiten'],
  topics: ['themen', 'thema'],
  capacity: ['kapazitaet', 'plaetze', 'anzahl_partner'],
  please_not: ['bitte_nicht', 'nicht_mit'],
  scheduling_contact: ['terminkontakt', 'assistenz', 'kontakt_fuer_termine'],
} as const;
export type Column = keyof typeof columns;
export const columnNames = Object.keys(columns) as [Column, ...Column[]];
export const requiredColumns = ['employee_id', 'name', 'email', 'role', 'level', 'manager_id'] as const;

/** A header without case, umlauts and punctuation: how it is told apart, and remembered. */
export const normal = (header: string) =>
  header
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');

const byHeader = new Map<string, Column>(
  columnNames.flatMap((column) => [column, ...columns[column]].map((header) => [header, column] as const)),
);

/** Which column a header means, if any. */
export const columnOf = (header: string): Column | undefined => byHeader.get(normal(header));
