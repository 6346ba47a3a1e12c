import type { Phase } from './timeline.ts';

const de = {
  title: 'Jahrgänge',
  create: 'Jahrgang anlegen',
  emptyTitle: 'Anfangen: einen Jahrgang anlegen',
  empty:
    'Ein Jahrgang ist eine Gruppe, die sich gemeinsam anmeldet, gepaart wird und gemeinsam abschließt. Die Vorgaben lassen sich übernehmen; verschickt wird erst nach Ihrem Start.',
  emptySteps: [
    'Jahrgang anlegen: Name, Termine und Ansprechpersonen',
    'Menschen hereinholen: HR-Datei oder Anmeldeformular',
    'Ansehen, was hinausgehen wird, und starten',
  ],
  emptyTitleForOthers: 'Noch kein Jahrgang',
  emptyForOthers: 'Eine Administratorin oder ein Administrator gibt Ihnen die Jahrgänge, mit denen Sie arbeiten.',
  waits: 'Was auf mich wartet',
  nothingWaits: 'Nichts wartet auf Sie.',
  tasks: (count: number) => (count === 1 ? 'Eine offene Aufgabe' : `${count} offene Aufgaben`),
  waitsForHr: (count: number) =>
    count === 1 ? 'Eine Anmeldung wartet auf HR-Angaben' : `${count} Anmeldungen warten auf HR-Angaben`,
  review: 'Ein Paarungsvorschlag ist anzusehen',
  notLaunched: 'Noch nicht gestartet: bisher ging keine E-Mail hinaus',
  wrong: 'Was schiefging',
  nothingWrong: 'Nichts ist schiefgegangen.',
  bounced: (count: number) =>
    count === 1 ? 'Bei einer Person kommen E-Mails nicht an' : `Bei ${count} Menschen kommen E-Mails nicht an`,
  unknown: (count: number) =>
    count === 1 ? 'Verbleib einer E-Mail unbekannt' : `Verbleib von ${count} E-Mails unbekannt`,
  rejected: (count: number) =>
    count === 1 ? 'Eine Zeile oder Anmeldung abgewiesen' : `${count} Zeilen oder Anmeldungen abgewiesen`,
  rules: (count: number) =>
    count === 1 ? 'Eine Regel bei einem Paar zu prüfen' : `${count} Regeln bei Paaren zu prüfen`,
  audit: 'Protokoll des Schreibtischs',
  way: (name: string) => `Zeitplan von ${name}`,
  deadline: 'Anmeldung bis',
  start: 'Beginn',
  end: 'Ende',
  sessions: (count: number) => `${count} Treffen`,
  launched: 'Gestartet',
  notYet: 'noch nicht',
  today: 'Heute',
  phases: {
    'before-enrolment-ends': 'Die Anmeldung läuft.',
    'before-start': 'Die Anmeldung ist vorbei, der Beginn steht bevor.',
    running: 'Der Jahrgang läuft.',
    over: 'Der Jahrgang ist vorbei.',
  } as Record<Phase, string>,
  parked: 'Liegen geblieben',
  parkedHint:
    'Das hier ist mehrmals fehlgeschlagen. Die Technik versucht es einen Tag lang von selbst weiter; danach braucht es einen Menschen.',
  nothingParked: 'Nichts ist liegen geblieben.',
  function: 'Funktion',
  event: 'Ereignis',
  state: 'Stand',
  attempts: 'Versuche',
  since: 'Seit',
  error: 'Fehler',
  states: {
    waiting: 'wird wieder versucht',
    'for-a-person': 'braucht einen Menschen',
    delivered: 'erledigt',
    dropped: 'verworfen',
  },
};
export type Texts = typeof de;

const en: Texts = {
  title: 'Cohorts',
  create: 'Create a cohort',
  emptyTitle: 'Begin: create a cohort',
  empty:
    'A cohort is a group that enrols, is paired and closes together. The defaults can be accepted; nothing is sent before you launch.',
  emptySteps: [
    'Create a cohort: name, dates and contacts',
    'Bring people in: an HR file or the enrolment form',
    'See what will go out, and launch',
  ],
  emptyTitleForOthers: 'No cohort yet',
  emptyForOthers: 'An admin gives you the cohorts that you work with.',
  waits: 'What waits for me',
  nothingWaits: 'Nothing waits for you.',
  tasks: (count) => (count === 1 ? 'One open task' : `${count} open tasks`),
  waitsForHr: (count) =>
    count === 1 ? 'One enrolment waits for HR’s facts' : `${count} enrolments wait for HR’s facts`,
  review: 'A proposal of pairs to look at',
  notLaunched: 'Not launched yet: no letter has gone out',
  wrong: 'What went wrong',
  nothingWrong: 'Nothing went wrong.',
  bounced: (count) => (count === 1 ? 'Mail does not reach one person' : `Mail does not reach ${count} people`),
  unknown: (count) => (count === 1 ? 'Fate of one letter unknown' : `Fate of ${count} letters unknown`),
  rejected: (count) => (count === 1 ? 'One line or enrolment rejected' : `${count} lines or enrolments rejected`),
  rules: (count) => (count === 1 ? 'One rule of a pair to look at' : `${count} rules of pairs to look at`),
  audit: 'Audit of the desk',
  way: (name) => `Timeline of ${name}`,
  deadline: 'Enrolment until',
  start: 'Start',
  end: 'End',
  sessions: (count) => `${count} sessions`,
  launched: 'Launched',
  notYet: 'not yet',
  today: 'Today',
  phases: {
    'before-enrolment-ends': 'Enrolment is open.',
    'before-start': 'Enrolment is over, the start is ahead.',
    running: 'The cohort is running.',
    over: 'The cohort is over.',
  },
  parked: 'Parked',
  parkedHint: 'These have failed several times. The system goes on trying for a day; after that a person is needed.',
  nothingParked: 'Nothing is parked.',
  function: 'Function',
  event: 'Event',
  state: 'State',
  attempts: 'Attempts',
  since: 'Since',
  error: 'Error',
  states: {
    waiting: 'will be tried again',
    'for-a-person': 'needs a person',
    delivered: 'settled',
    dropped: 'dropped',
  },
};

export const texts = { de, en };
