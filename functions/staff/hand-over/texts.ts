const de = {
  title: 'Arbeit übergeben',
  own: 'Was bei Ihnen liegt, geht an eine Kollegin oder einen Kollegen: die offenen Aufgaben, die Nennung als Koordination in den E-Mails und die Adresse für Antworten. Ihr eigener Zugang bleibt.',
  theirs: (name: string) =>
    `Was bei ${name} liegt, geht an jemand anderen: die offenen Aufgaben, die Nennung als Koordination in den E-Mails und die Adresse für Antworten. Der Zugang von ${name} bleibt; beenden lässt er sich danach.`,
  to: 'An',
  choose: 'bitte wählen',
  toHint: 'Wer nur liest, kann nichts übernehmen.',
  cohort: 'Jahrgang',
  every: 'alle Jahrgänge',
  note: 'Notiz (freiwillig)',
  noteHint: 'Steht in der E-Mail. Bitte nichts Vertrauliches.',
  ends: 'Alle Anmeldungen der übergebenden Person jetzt beenden',
  hand: 'Übergeben',
  cancel: 'Abbrechen',
  nothing: 'Hier gibt es nichts zu übergeben: in keinem Jahrgang als Koordination genannt oder zuständig.',
  nobody: 'Es gibt niemanden, der übernehmen kann. Erst jemanden einladen, der koordiniert.',
  back: 'Zum Team',
  faults: {
    to: 'Bitte wählen, wer übernimmt.',
    cohort: 'Bitte einen Jahrgang wählen.',
    note: 'Die Notiz ist zu lang: höchstens 2000 Zeichen.',
  },
};

const en: typeof de = {
  title: 'Hand over work',
  own: 'What is yours goes to a colleague: the open tasks, the place as coordinator in the letters, and the address for replies. Your own access stays.',
  theirs: (name) =>
    `What is ${name}’s goes to somebody else: the open tasks, the place as coordinator in the letters, and the address for replies. The access of ${name} stays; it can be ended afterwards.`,
  to: 'To',
  choose: 'please choose',
  toHint: 'Readers cannot take over.',
  cohort: 'Cohort',
  every: 'all cohorts',
  note: 'Note (optional)',
  noteHint: 'Stands in the letter. Nothing confidential, please.',
  ends: 'End all sign-ins of whoever hands over now',
  hand: 'Hand over',
  cancel: 'Cancel',
  nothing: 'There is nothing to hand over: neither named as coordinator of a cohort nor in charge of one.',
  nobody: 'There is nobody who could take over. Invite a coordinator first.',
  back: 'To the team',
  faults: {
    to: 'Please choose who takes over.',
    cohort: 'Please choose a cohort.',
    note: 'The note is too long: at most 2000 characters.',
  },
};

export const texts = { de, en };
export type Texts = typeof de;
