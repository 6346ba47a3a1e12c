const de = {
  title: 'Spalten zuordnen',
  lead: 'Nicht alles in der Datei ist von selbst zu verstehen. Bitte sagen Sie es einmal; für diesen Jahrgang gilt es dann auch beim nächsten Mal.',
  understood: 'Alles ist zugeordnet. Hier lässt es sich ändern.',
  missing: (columns: string) => `Nötig und noch nicht zugeordnet: ${columns}.`,
  doubles: (columns: string) => `Zweimal zugeordnet: ${columns}. Bitte nur eine der Spalten wählen.`,
  askLevels: 'Bitte den Ebenen Zahlen geben.',
  columns: 'Spalten der Datei',
  header: 'Spalte',
  means: 'bedeutet',
  examples: 'Erste Zeilen',
  ignore: '– nicht übernehmen –',
  selectFor: (header: string) => `Bedeutung der Spalte ${header}`,
  levels: 'Ebenen',
  levelsHint:
    'Je höher jemand im Haus steht, desto größer die Zahl (0 bis 30). Paare entstehen nur mit genügend Abstand. „1. Ebene“ ist also meist die größte Zahl.',
  lines: (count: number) => (count === 1 ? 'in 1 Zeile' : `in ${count} Zeilen`),
  notALevel: 'Bitte eine ganze Zahl von 0 bis 30.',
  save: 'Merken und prüfen',
  anyway: 'So lassen: Zeilen, denen etwas Nötiges fehlt, werden abgelehnt',
  cancel: 'Andere Datei wählen',
  required: '* nötig',
};

const en: typeof de = {
  title: 'Name the columns',
  lead: 'Not everything in the file explains itself. Please say it once; for this cohort it also holds the next time.',
  understood: 'Everything is assigned. It can be changed here.',
  missing: (columns) => `Required and not assigned yet: ${columns}.`,
  doubles: (columns) => `Assigned twice: ${columns}. Please choose only one of the columns.`,
  askLevels: 'Please give the levels numbers.',
  columns: 'Columns of the file',
  header: 'Column',
  means: 'means',
  examples: 'First lines',
  ignore: '– leave out –',
  selectFor: (header) => `Meaning of the column ${header}`,
  levels: 'Levels',
  levelsHint:
    'The higher somebody stands in the house, the larger the number (0 to 30). Pairs need enough distance. “1. Ebene”, the first level, is therefore usually the largest.',
  lines: (count) => (count === 1 ? 'on 1 line' : `on ${count} lines`),
  notALevel: 'Please give a whole number from 0 to 30.',
  save: 'Remember and check',
  anyway: 'Leave it so: lines that lack something required are rejected',
  cancel: 'Choose another file',
  required: '* required',
};

export const columnsTexts = { de, en };
