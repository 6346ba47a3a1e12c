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
  thanks: {
    title: say({ de: 'Danke, das ist angekommen', en: 'Thank you, we have it' }),
    text: (address: string) =>
      say({
        du: `Als Nächstes ergänzt HR die Angaben. Sobald es losgeht, bekommst du an ${address} einen Brief und sagst darin Ja oder Nein. Bis dahin ist nichts zu tun.`,
        sie: `Als Nächstes ergänzt HR die Angaben. Sobald es losgeht, bekommen Sie an ${address} einen Brief und sagen darin Ja oder Nein. Bis dahin ist nichts zu tun.`,
        en: `HR completes what is missing. When it starts, a letter comes to ${address}, in which you say yes or no. Until then there is nothing to do.`,
      }),
    change: say({
      du: 'Etwas vergessen? Schick das Formular einfach noch einmal; das letzte gilt.',
      sie: 'Etwas vergessen? Schicken Sie das Formular einfach noch einmal; das letzte gilt.',
      en: 'Forgot something? Just send the form again; the last one counts.',
    }),
  },
  closed: {
    title: say({ de: 'Die Anmeldung ist geschlossen', en: 'Sign-up is closed' }),
    text: say({
      de: 'Die Frist ist vorbei, oder diese Runde nimmt gerade niemanden auf. Die Koordination weiß, wann es weitergeht.',
      en: 'The deadline has passed, or this round takes nobody at the moment. The coordinators know when the next one starts.',
    }),
  },
});
