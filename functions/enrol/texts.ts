import type { Speaker } from '../../shared/letter/content/voice.ts';
import type { Fault, Field } from './form.ts';

/** Every sentence of the enrolment pages, in the browser's language and the cohort's form of address. */
export const texts = ({ say, day, programme }: Speaker, domains: readonly string[]) => ({
  title: say({ de: `Mitmachen bei „${programme}“`, en: `Join “${programme}”` }),
  lead: say({
    du: 'Wer neu im Beruf ist, zeigt einer Führungskraft etwas, und beide lernen. Hier meldest du dich an.',
    sie: 'Wer neu im Beruf ist, zeigt einer Führungskraft etwas, und beide lernen. Hier melden Sie sich an.',
    en: 'Somebody early in their career shows a leader something, and both learn. You sign up here.',
  }),
  until: (deadline: string) => say({ de: `Offen bis ${day(deadline)}.`, en: `Open until ${day(deadline)}.` }),
  other: say({ de: 'This page in English', en: 'Diese Seite auf Deutsch' }),
  readers: {
    title: say({ de: 'Wer diese Angaben liest', en: 'Who reads this' }),
    text: say({
      du: 'Die Koordination sieht, was du hier angibst, damit Paare gebildet werden können. Dein späteres Gegenüber sieht Namen, E-Mail und Themen. Wen du ausschließt, steht auf keiner Seite und in keinem Brief. Vorgesetzte sehen nichts davon.',
      sie: 'Die Koordination sieht, was Sie hier angeben, damit Paare gebildet werden können. Ihr späteres Gegenüber sieht Namen, E-Mail und Themen. Wen Sie ausschließen, steht auf keiner Seite und in keinem Brief. Vorgesetzte sehen nichts davon.',
      en: 'The coordinators see what you say here, so that pairs can be made. Your later partner sees your name, email and topics. Whom you rule out appears on no page and in no letter. No manager sees any of it.',
    }),
  },
  labels: {
    name: say({ de: 'Vor- und Nachname', en: 'First and last name' }),
    email: say({ de: 'Dienstliche E-Mail', en: 'Work email' }),
    role: say({ du: 'Was möchtest du?', sie: 'Was möchten Sie?', en: 'What would you like?' }),
    callName: say({
      du: 'Wie sollen wir dich nennen?',
      sie: 'Wie sollen wir Sie nennen?',
      en: 'What shall we call you?',
    }),
    topics: say({
      du: 'Themen, zu denen du etwas zeigen oder lernen möchtest',
      sie: 'Themen, zu denen Sie etwas zeigen oder lernen möchten',
      en: 'Topics that you would like to show or to learn',
    }),
    languages: say({
      du: 'In welchen Sprachen magst du reden?',
      sie: 'In welchen Sprachen möchten Sie sprechen?',
      en: 'Which languages would you like to talk in?',
    }),
    letterLanguage: say({ de: 'Sprache der E-Mails', en: 'Language of emails' }),
    timeZone: say({ de: 'Zeitzone', en: 'Time zone' }),
    hours: say({ de: 'Wann passen Treffen?', en: 'When could you meet?' }),
    capacity: say({ de: 'Wie viele Gegenüber höchstens?', en: 'How many partners at most?' }),
    meetingMode: say({
      du: 'Wie triffst du dich am liebsten?',
      sie: 'Wie treffen Sie sich am liebsten?',
      en: 'How would you rather meet?',
    }),
    pleaseNot: say({
      du: 'Mit wem möchtest du kein Paar bilden?',
      sie: 'Mit wem möchten Sie kein Paar bilden?',
      en: 'With whom would you rather not be paired?',
    }),
    schedulingContact: say({
      du: 'Wer macht Termine für dich?',
      sie: 'Wer macht Termine für Sie?',
      en: 'Who schedules for you?',
    }),
  } satisfies Record<Field, string>,
  hints: {
    email: say({ de: `Eine Adresse bei ${domains.join(', ')}`, en: `An address at ${domains.join(', ')}` }),
    callName: say({ de: 'Kann leer bleiben.', en: 'May stay empty.' }),
    topics: say({
      de: 'Mindestens eins: Gepaart wird, wo sich ein Thema trifft.',
      en: 'At least one: pairs are made where a topic meets.',
    }),
    hours: say({
      de: 'Montag bis Freitag: 09:00-17:00. Nach Tagen: Mo-Mi 09:00-13:00 | Do 10:00-16:00',
      en: 'Monday to Friday: 09:00-17:00. By day: Mo-We 09:00-13:00 | Th 10:00-16:00',
    }),
    pleaseNot: say({
      de: 'E-Mail-Adressen, eine je Zeile. Kann leer bleiben und braucht keinen Grund.',
      en: 'Email addresses, one a line. May stay empty and needs no reason.',
    }),
    schedulingContact: say({
      de: 'E-Mail, falls jemand. Sieht nur Termine.',
      en: 'Email, if anybody. Sees dates only.',
    }),
  },
  roles: {
    junior: say({ de: 'Etwas zeigen (Junior)', en: 'Show something (junior)' }),
    senior: say({ de: 'Etwas lernen (Senior)', en: 'Learn something (senior)' }),
  },
  modes: {
    any: say({ de: 'Egal', en: 'Either way' }),
    'in person': say({ de: 'Persönlich', en: 'In person' }),
    remote: say({ de: 'Online', en: 'Remote' }),
  },
  save: say({ de: 'Anmelden', en: 'Sign up' }),
  wrong: say({ de: 'Noch nicht gespeichert', en: 'Not saved yet' }),
  faults: {
    missing: say({ de: 'Das fehlt noch.', en: 'This is missing.' }),
    'too long': say({ de: 'Das ist zu lang.', en: 'This is too long.' }),
    'not an address': say({ de: 'Das ist keine E-Mail-Adresse.', en: 'This is not an email address.' }),
    'not our domain': say({
      de: `Bitte eine Adresse bei ${domains.join(', ')} angeben.`,
      en: `Please give an address at ${domains.join(', ')}.`,
    }),
    'not hours': say({
      de: 'Bitte wie 09:00-17:00 oder Mo-Mi 09:00-13:00 schreiben.',
      en: 'Please write it like 09:00-17:00 or Mo-We 09:00-13:00.',
    }),
    'not a zone': say({ de: 'Diese Zeitzone gibt es nicht.', en: 'There is no such time zone.' }),
    'not a choice': say({ de: 'Bitte eine der Möglichkeiten wählen.', en: 'Please choose one of the options.' }),
    'too many': say({ de: 'Das sind zu viele.', en: 'These are too many.' }),
  } satisfies Record<Fault, string>,
  tooMany: {
    title: say({ de: 'Zu oft geändert', en: 'Changed too often' }),
    text: say({
      de: 'Für diese Adresse kamen schon viele Anmeldungen. Bitte bei der Koordination melden.',
      en: 'Many sign-ups came for this address already. Please ask the coordinators.',
    }),
  },
  keep: say({ de: 'Für später merken', en: 'Keep for later' }),
  kept: {
    title: say({ de: 'Gemerkt, noch nicht angemeldet', en: 'Kept, not signed up yet' }),
    text: (deadline: string) =>
      say({
        du: `Diese Seite ist jetzt deine eigene: Leg ein Lesezeichen an oder kopiere ihre Adresse, und mach bis ${day(deadline)} weiter. Wer die Adresse hat, sieht, was hier steht.`,
        sie: `Diese Seite ist jetzt Ihre eigene: Legen Sie ein Lesezeichen an oder kopieren Sie ihre Adresse, und machen Sie bis ${day(deadline)} weiter. Wer die Adresse hat, sieht, was hier steht.`,
        en: `This page is your own now: bookmark it or copy its address, and go on until ${day(deadline)}. Whoever has the address sees what it says.`,
      }),
  },
  notKept: {
    title: say({ de: 'Hier ist nichts mehr gemerkt', en: 'Nothing is kept here any more' }),
    text: say({
      de: 'Dieses Formular wurde schon abgeschickt, oder es ist zu lange her. Eine neue Anmeldung ist hier möglich.',
      en: 'This form was sent already, or too long ago. You can sign up anew here.',
    }),
  },
  thanks: {
    title: say({ de: 'Danke, das ist angekommen', en: 'Thank you, we have it' }),
    text: (address: string) =>
      say({
        du: `Sobald es losgeht, bekommst du an ${address} einen Brief und sagst darin Ja oder Nein. Erst damit gilt, was du hier angegeben hast. Bis dahin ist nichts zu tun.`,
        sie: `Sobald es losgeht, bekommen Sie an ${address} einen Brief und sagen darin Ja oder Nein. Erst damit gilt, was Sie hier angegeben haben. Bis dahin ist nichts zu tun.`,
        en: `When it starts, a letter comes to ${address}, in which you say yes or no. Only that makes count what you told us here. Until then there is nothing to do.`,
      }),
    // The same for everybody: whom HR knows already is nothing that a form tells.
    waits: say({
      du: 'Falls HR dich für diese Runde noch nicht eingetragen hat, wartet deine Anmeldung, bis das nachgeholt ist. Das ist nichts Schlimmes und kann ein paar Tage dauern. Hast du den Brief schon, steht auf seiner Seite auch, was du eben angegeben hast.',
      sie: 'Falls HR Sie für diese Runde noch nicht eingetragen hat, wartet Ihre Anmeldung, bis das nachgeholt ist. Das ist nichts Schlimmes und kann ein paar Tage dauern. Haben Sie den Brief schon, steht auf seiner Seite auch, was Sie eben angegeben haben.',
      en: 'If HR has not put you on the list of this round yet, your sign-up waits until they have. That is nothing bad and may take some days. If you have the letter already, its page also shows what you told us just now.',
    }),
    change: say({
      du: 'Etwas vergessen? Schick das Formular einfach noch einmal; das letzte gilt.',
      sie: 'Etwas vergessen? Schicken Sie das Formular einfach noch einmal; das letzte gilt.',
      en: 'Forgot something? Just send the form again; the last one counts.',
    }),
  },
  closed: {
    title: say({ de: 'Die Anmeldung ist geschlossen', en: 'Sign-up is closed' }),
    text: (deadline: string) =>
      say({
        de: `Anmelden konnte man sich bis ${day(deadline)}, oder diese Runde nimmt gerade niemanden auf.`,
        en: `One could sign up until ${day(deadline)}, or this round takes nobody at the moment.`,
      }),
    never: say({
      de: 'Für diese Runde meldet man sich nicht selbst an.',
      en: 'One does not sign up for this round by oneself.',
    }),
    talk: say({
      de: 'Ob es noch geht und wann es weitergeht, weiß:',
      en: 'Whether you can still join, and when the next one starts, knows:',
    }),
  },
});
