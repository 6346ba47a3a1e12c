import type { Language } from '../cohort/cohort.ts';

/** What was done, in a word or two; [German, English]. A command that is not here is shown by its own name. */
const commands: Readonly<Record<string, readonly [string, string]>> = {
  enrol: ['angemeldet oder von HR gemeldet', 'enrolled, or named by HR'],
  'invite participant': ['angeschrieben', 'invited'],
  confirm: ['zugesagt', 'said yes'],
  decline: ['abgelehnt', 'said no'],
  pause: ['pausiert', 'paused'],
  resume: ['macht wieder mit', 'came back'],
  leave: ['ausgestiegen', 'left'],
  'correct data': ['eigene Angaben geändert', 'changed their own details'],
  'stop letters': ['E-Mails angehalten', 'stopped letters'],
  'resume letters': ['E-Mails freigegeben', 'let letters go again'],
  'choose letters': ['E-Mails gewählt', 'chose letters'],
  'finish participant': ['Programm beendet', 'finished the programme'],
  'stop mail': ['E-Mails kommen nicht an', 'mail does not arrive'],
  'add place': ['nimmt ein Gegenüber mehr', 'takes one partner more'],
  'correct participant': ['Angaben berichtigt', 'corrected the facts'],
  'take back correction': ['Berichtigung zurückgenommen', 'took a correction back'],
  'note absence': ['Abwesenheit eingetragen', 'noted an absence'],
  'pause participant': ['pausieren lassen', 'paused somebody'],
  'resume participant': ['wieder aufgenommen', 'let somebody go on'],
  'end participation': ['Teilnahme beendet', 'ended a participation'],
  'send letter again': ['E-Mail noch einmal gesendet', 'sent a letter again'],
  'create cohort': ['Jahrgang angelegt', 'created the cohort'],
  'edit cohort': ['Einstellungen geändert', 'changed the settings'],
  'edit letter texts': ['Texte der E-Mails geändert', 'changed the texts of letters'],
  'launch cohort': ['Jahrgang gestartet', 'launched the cohort'],
  'invite latecomers': ['Nachzügler angeschrieben', 'invited latecomers'],
  'end cohort': ['Jahrgang beendet', 'ended the cohort'],
  'move end': ['Ende verschoben', 'moved the end'],
  'ask a round': ['alle Paare gefragt', 'asked all pairs'],
  'check hr file': ['HR-Datei geprüft', 'checked an HR file'],
  'read hr file': ['HR-Datei gelesen', 'read an HR file'],
  'name columns': ['Spalten zugeordnet', 'mapped columns'],
  'commit hr file': ['HR-Datei übernommen', 'took an HR file in'],
  'edit rules': ['Regeln geändert', 'changed the rules'],
  'pin pair': ['Paar festgelegt', 'kept a pair together'],
  'block pair': ['Paar gesperrt', 'kept a pair apart'],
  'request pairing': ['Paarung angefordert', 'asked for a pairing'],
  'approve pairing': ['Paarung freigegeben', 'approved a pairing'],
  'end pair': ['Paar beendet', 'ended a pair'],
  'let pair go on': ['Paar macht weiter', 'let a pair go on'],
  'finish task': ['Aufgabe erledigt', 'finished a task'],
  'drop task': ['Aufgabe verworfen', 'dropped a task'],
  'snooze task': ['Aufgabe zurückgestellt', 'snoozed a task'],
  'hand over': ['Arbeit übergeben', 'handed work over'],
  'hand over task': ['Aufgabe übergeben', 'handed a task over'],
  'give hr facts': ['HR-Angaben gemacht', 'gave HR facts'],
  'correct submission': ['Eingang berichtigt', 'corrected a submission'],
  'decline form': ['Anmeldung nicht aufgenommen', 'did not take an enrolment in'],
  'connect form': ['Formular verbunden', 'connected a form'],
  'map questions': ['Fragen zugeordnet', 'mapped questions'],
  'rotate secret': ['Geheimnis gewechselt', 'changed a secret'],
  'end secret': ['Geheimnis beendet', 'ended a secret'],
  'invite member': ['Kollegin oder Kollegen eingeladen', 'invited a colleague'],
  'invite member again': ['noch einmal eingeladen', 'invited again'],
  'change access': ['Zugang geändert', 'changed an access'],
  'end access': ['Zugang beendet', 'ended an access'],
  'sign-out': ['abgemeldet', 'signed out'],
  'stop letters of the stage': ['alle E-Mails angehalten', 'stopped all letters'],
  'resume letters of the stage': ['alle E-Mails freigegeben', 'let all letters go again'],
  export: ['exportiert', 'exported'],
};

export function commandWord(name: string, language: Language): string {
  const found = Object.hasOwn(commands, name) ? commands[name] : undefined;
  return found?.[language === 'de' ? 0 : 1] ?? name;
}

/** What somebody gave as a reason; a command without one has the route there by which it came. */
export const reasonOf = (why: string): string | undefined =>
  why === '' || /^(GET|POST|ANY|\$default)( |$)/.test(why) ? undefined : why;
