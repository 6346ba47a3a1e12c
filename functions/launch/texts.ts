const de = {
  launchTitle: 'Starten',
  newcomersTitle: 'Neue einladen',
  lead: 'Mit dem Start gehen die ersten E-Mails hinaus. Vorher wird niemand angeschrieben.',
  newcomersLead: 'Wer nach dem Start dazukam, wartet auf diesen Knopf.',
  who: 'Wer was bekommt',
  letter: 'E-Mail',
  people: 'Menschen',
  kinds: (role: string) => `Einladung (${role})`,
  waiting: (count: number) =>
    count === 1
      ? 'Eine Person wartet noch auf Angaben von HR und bekommt nichts.'
      : `${count} Menschen warten noch auf Angaben von HR und bekommen nichts.`,
  reminder: (days: number) => `Wer nicht antwortet, wird nach ${days} Tagen einmal erinnert.`,
  mode: 'Wohin E-Mails gehen',
  modes: {
    everyone: 'An alle, wirklich.',
    only: (addresses: string) => `Nur an diese Adressen, alle anderen bekommen nichts: ${addresses}.`,
    redirectTo: (address: string) => `Alle gehen an ${address}.`,
    unknown: 'Diese Umgebung verschickt nichts: Die Einstellung ist nicht lesbar.',
  },
  sample: 'So sehen die E-Mails aus',
  sampleFor: (name: string, role: string) => `An ${name} (${role})`,
  sampleLead:
    'Mit dem Start geht nur die Einladung hinaus, die übrigen folgen im Lauf des Programms. Hier sind alle anzusehen und lassen sich zur Probe an die eigene Adresse schicken.',
  sampleHint:
    'Das Gegenüber und die Tage darin sind ein Beispiel. Die Links sind eine Vorschau: Sie öffnen die Seiten und speichern nichts.',
  whose: 'Wessen E-Mails',
  which: 'Welche E-Mail',
  sendOne: 'Diese an mich schicken',
  sendAll: (count: number) => `Alle ${count} an mich schicken`,
  sent: (count: number, address: string) =>
    count === 1 ? `Ein Muster ist unterwegs an ${address}.` : `${count} Muster sind unterwegs an ${address}.`,
  back: 'Zurück zum Start',
  theme: 'Hell oder dunkel',
  light: 'Hell',
  dark: 'Dunkel',
  onScreen: 'Am Bildschirm',
  onPhone: 'Am Telefon',
  sampleLetter: 'Text der E-Mail',
  nobody: 'Es gibt noch niemanden, der angeschrieben würde. Erst eine HR-Datei hochladen.',
  upload: 'HR-Datei hochladen',
  typed: (name: string) => `Zum Bestätigen den Namen des Jahrgangs eingeben: ${name}`,
  wrong: 'Der Name stimmt nicht überein.',
  launch: (count: number) => `Starten und ${count} E-Mails verschicken`,
  send: (count: number) => (count === 1 ? 'Eine E-Mail verschicken' : `${count} E-Mails verschicken`),
  needsDomain:
    'Hier lässt sich noch nicht starten: Die Seiten haben keine Adresse Ihres Unternehmens, und Links zu einer fremden Adresse sehen nach Phishing aus. Wer das System betreibt, trägt die Domain ein; alles andere können Sie schon vorbereiten.',
  cannot: 'Eine verschickte E-Mail lässt sich nicht zurückholen.',
};

const en: typeof de = {
  launchTitle: 'Launch',
  newcomersTitle: 'Invite newcomers',
  lead: 'With the launch, the first letters go out. Nobody is written to before it.',
  newcomersLead: 'Whoever came after the launch waits for this button.',
  who: 'Who gets what',
  letter: 'Letter',
  people: 'People',
  kinds: (role) => `Invitation (${role})`,
  waiting: (count) =>
    count === 1
      ? 'One person still waits for facts from HR and gets nothing.'
      : `${count} people still wait for facts from HR and get nothing.`,
  reminder: (days) => `Whoever does not answer is reminded once, after ${days} days.`,
  mode: 'Where letters go',
  modes: {
    everyone: 'To everyone, for real.',
    only: (addresses) => `Only to these addresses, nobody else gets anything: ${addresses}.`,
    redirectTo: (address) => `All of them go to ${address}.`,
    unknown: 'This stage sends nothing: its setting cannot be read.',
  },
  sample: 'What the letters look like',
  sampleFor: (name, role) => `To ${name} (${role})`,
  sampleLead:
    'The launch sends only the invitation; the others follow in the course of the programme. Here you can look at all of them, and have them sent to yourself.',
  sampleHint:
    'The partner and the days in them are an example. The links are a preview: they open the pages and save nothing.',
  whose: 'Whose letters',
  which: 'Which letter',
  sendOne: 'Send this one to me',
  sendAll: (count) => `Send all ${count} to me`,
  sent: (count, address) =>
    count === 1 ? `One sample is on its way to ${address}.` : `${count} samples are on their way to ${address}.`,
  back: 'Back to the launch',
  theme: 'Light or dark',
  light: 'Light',
  dark: 'Dark',
  onScreen: 'On a screen',
  onPhone: 'On a phone',
  sampleLetter: 'Text of the letter',
  nobody: 'There is nobody yet who would be written to. Please upload an HR file first.',
  upload: 'Upload an HR file',
  typed: (name) => `To confirm, type the name of the cohort: ${name}`,
  wrong: 'The name does not match.',
  launch: (count) => `Launch and send ${count} letters`,
  send: (count) => (count === 1 ? 'Send one letter' : `Send ${count} letters`),
  needsDomain:
    'This cannot be launched yet: the pages have no address of your company, and links to a strange address look like phishing. Whoever runs the system sets the domain; everything else you can prepare already.',
  cannot: 'A letter that has been sent cannot be taken back.',
};

export const texts = { de, en };
