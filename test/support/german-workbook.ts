import writeWorkbook from 'write-excel-file/node';

/** A house as its HR system exports it: headers of its own, levels in words, and an e-mail for everybody. */
const header = [
  'Personalnummer',
  'Vor- und Nachname',
  'Dienstliche E-Mail',
  'Rolle',
  'Führungsebene',
  'Bereich',
  'Standort',
  'Vorgesetzte/r',
  'Sprachen',
  'Arbeitszeit',
  'Themen',
  'Status',
  'Kostenstelle',
] as const;
type Header = (typeof header)[number];
type Line = Partial<Record<Header, string>>;

const first = {
  Junior: 'Lea Jonas Aylin Finn Mia Paul Emre Nele Luca Sofia Amara Tim Zoë Noah Ida Malik'.split(' '),
  Senior: 'Sabine Thomas Anna Mehmet Ulrike Jörg Petra Klaus Renate Olu Birgit Stefan Ines Frank'.split(' '),
};
const last = 'Albers Bäcker Çelik Dahl Ebert Fischer Groß Hansen Ilić Jansen Kaya Lindner Müller Novak'.split(' ');
const sides = 28;

/** `00417`: Excel keeps the zeros, because HR has typed the ids as text. */
const idOf = (number: number) => String(number).padStart(5, '0');
export const addressOf = (role: 'Junior' | 'Senior', number: number) =>
  `${role.toLowerCase()}${number}@nordwerk.example`;

function person(role: 'Junior' | 'Senior', number: number): Line {
  const above = role === 'Senior';
  return {
    Personalnummer: idOf((above ? 100 : 200) + number),
    'Vor- und Nachname': `${first[role][number % first[role].length]} ${last[(number * (above ? 3 : 5)) % last.length]}`,
    'Dienstliche E-Mail': addressOf(role, number),
    Rolle: role,
    Führungsebene: `${(above ? 1 : 4) + (number % 2)}. Ebene`,
    Bereich: ['Vertrieb', 'IT', 'Einkauf', 'Logistik'][number % 4] ?? '',
    Standort: ['Hamburg', 'Köln'][number % 2] ?? '',
    'Vorgesetzte/r': idOf(above ? 1 : 2 + (number % 3)),
    Sprachen: number % 3 === 0 ? 'Deutsch' : 'Deutsch|Englisch',
    Arbeitszeit: number % 5 === 0 ? 'Mo-Mi 09:00-13:00' : '09:00-17:00',
    Themen: 'Soziale Medien|Nachhaltigkeit',
    Status: 'aktiv',
    Kostenstelle: '4711',
  };
}

const outside = (number: number, manager: string): Line => ({
  Personalnummer: idOf(number),
  'Vor- und Nachname': `Leitung ${number}`,
  'Vorgesetzte/r': manager,
});

/** Sixty lines: four managers outside the programme, twenty-eight juniors, twenty-eight seniors. */
const house: readonly Line[] = [
  outside(1, '-'),
  ...[2, 3, 4].map((number) => outside(number, idOf(1))),
  ...Array.from({ length: sides }, (_, at) => person('Junior', at + 1)),
  ...Array.from({ length: sides }, (_, at) => person('Senior', at + 1)),
];

/** What HR got wrong, by the line that Excel shows, and the beginning of what the desk says about it. */
export const mistakes: readonly { line: number; wrong: Line; says: string }[] = [
  { line: 8, wrong: { 'Dienstliche E-Mail': 'junior3(at)nordwerk.example' }, says: '„junior3(at)nordwerk.example“ in' },
  { line: 12, wrong: { Rolle: 'Mentorin' }, says: 'Unbekannte Rolle „Mentorin“' },
  { line: 17, wrong: { 'Vorgesetzte/r': '00999' }, says: 'Die Führungskraft 00999 steht nicht in der Datei.' },
  { line: 23, wrong: { Personalnummer: idOf(201) }, says: 'Dieselbe Person steht schon in Zeile 6' },
  { line: 31, wrong: { Themen: 'Tiktok' }, says: 'Das Thema „Tiktok“ gibt es in diesem Jahrgang nicht.' },
  { line: 40, wrong: { 'Vorgesetzte/r': idOf(107) }, says: 'Die Person ist als ihre eigene Führungskraft' },
  { line: 55, wrong: { 'Dienstliche E-Mail': '' }, says: 'ist leer' },
];

/** The workbook; `changes` by the line that Excel shows. */
export async function germanWorkbook(changes: readonly { line: number; wrong: Line }[] = []): Promise<Buffer> {
  const lines = house.map((line, at) => ({ ...line, ...changes.find((each) => each.line === at + 2)?.wrong }));
  const cells = (line: Line) => header.map((column) => ({ value: line[column] ?? '', type: String }));
  const bold = header.map((column) => ({ value: column, type: String, fontWeight: 'bold' as const }));
  const workbook = writeWorkbook([bold, ...lines.map(cells)], {
    sheet: 'Personen',
    columns: header.map(() => ({ width: 22 })),
  });
  return (await workbook).toBuffer();
}
