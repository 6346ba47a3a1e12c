import type { Missing } from './missing.ts';

interface Texts {
  readonly title: string;
  readonly none: string;
  readonly stops: string;
  readonly mend: string;
  readonly service: string;
  readonly what: Readonly<Record<Missing['what'], (count: number) => string>>;
}

const de: Texts = {
  title: 'Was noch fehlt',
  none: 'Nichts: Alles ist bereit.',
  stops: 'Hält den Start auf',
  mend: 'Ansehen',
  service:
    'Der Maildienst hat zuletzt nichts beanstandet. Ob er noch im Testbetrieb ist oder den Absender nicht kennt, zeigt die erste E-Mail; dann steht es hier. Am einfachsten: alle E-Mails einmal an sich selbst schicken.',
  what: {
    nobody: () => 'Es ist noch niemand eingetragen.',
    'letters stopped': () => 'Die E-Mails dieses Jahrgangs sind angehalten.',
    'all letters stopped': () =>
      'Alle E-Mails der ganzen Umgebung sind angehalten. Auf der Startseite lassen sie sich freigeben.',
    'no juniors': () => 'Es gibt noch keinen Junior: So lässt sich kein Paar bilden.',
    'no seniors': () => 'Es gibt noch keinen Senior: So lässt sich kein Paar bilden.',
    'waits for HR': (count) =>
      count === 1
        ? 'Eine Anmeldung wartet auf Angaben von HR und bekommt keine E-Mail.'
        : `${count} Anmeldungen warten auf Angaben von HR und bekommen keine E-Mail.`,
    rejected: (count) =>
      count === 1 ? 'Ein Eingang wurde nicht angenommen.' : `${count} Eingänge wurden nicht angenommen.`,
    'no mail': (count) =>
      count === 1 ? 'Bei einer Person kommen keine E-Mails an.' : `Bei ${count} Menschen kommen keine E-Mails an.`,
    'deadline is over': () =>
      'Die Anmeldefrist ist vorbei: Eingeladene haben dann eine Woche, und das Formular ist geschlossen.',
    'start is over': () => 'Der Beginn liegt nicht in der Zukunft, und die Einladung nennt ihn.',
    'form is closed': () => 'Selbst anmelden kann sich niemand: Es ist keine Domain eingetragen.',
    'few pairs': (count) =>
      `Höchstens ${count === 1 ? 'ein Paar' : `${count} Paare`}: Unter fünf Paaren gibt es keine Auswertung vertraulicher Antworten.`,
  },
};

const en: Texts = {
  title: 'What is missing',
  none: 'Nothing: all is ready.',
  stops: 'Keeps the launch back',
  mend: 'See',
  service:
    'The mail service has had no complaint lately. Whether it is still in its sandbox, or does not know our sender, shows with the first letter; it will be said here. The easiest way: send all letters to yourself once.',
  what: {
    nobody: () => 'Nobody is enrolled yet.',
    'letters stopped': () => 'The letters of this cohort are stopped.',
    'all letters stopped': () => 'All letters of the whole stage are stopped. They can be let go on the home page.',
    'no juniors': () => 'There is no junior yet: no pair can be made.',
    'no seniors': () => 'There is no senior yet: no pair can be made.',
    'waits for HR': (count) =>
      count === 1
        ? 'One sign-up waits for facts of HR and gets no letter.'
        : `${count} sign-ups wait for facts of HR and get no letter.`,
    rejected: (count) => (count === 1 ? 'One submission was not taken.' : `${count} submissions were not taken.`),
    'no mail': (count) => (count === 1 ? 'Letters do not reach one person.' : `Letters do not reach ${count} people.`),
    'deadline is over': () => 'The enrolment deadline is over: who is invited then has a week, and the form is closed.',
    'start is over': () => 'The start is not in the future, and the invitation names it.',
    'form is closed': () => 'Nobody can sign up by themselves: no domain is listed.',
    'few pairs': (count) =>
      `At most ${count === 1 ? 'one pair' : `${count} pairs`}: below five pairs there is no report of confidential answers.`,
  },
};

export const missingTexts = { de, en };
