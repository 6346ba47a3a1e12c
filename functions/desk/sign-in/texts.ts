const de = {
  title: 'Anmelden',
  sentTitle: 'Bitte ins Postfach sehen',
  sent: (address: string) =>
    `Wenn ${address} hier freigeschaltet ist, kommt gleich eine E-Mail mit einem Link. Er gilt 15 Minuten und nur in diesem Browser.`,
  sentHint: 'In fünf Minuten geht höchstens eine E-Mail hinaus. Nichts da? Dann bitte auch im Spam-Ordner nachsehen.',
  again: 'Andere Adresse',
  openTitle: 'Am Schreibtisch anmelden',
  open: 'Noch ein Knopfdruck, dann sind Sie für acht Stunden angemeldet.',
  openButton: 'Anmelden',
  otherTitle: 'Bitte im anderen Browser öffnen',
  other:
    'Dieser Link gilt nur in dem Browser, in dem er angefordert wurde. Bitte den Link dort öffnen, oder hier einen neuen anfordern.',
  spentTitle: 'Dieser Link gilt nicht mehr',
  spent: 'Ein Link gilt 15 Minuten und nur einmal, und ein neuer ersetzt den alten.',
  new: 'Neuen Link anfordern',
  outTitle: 'Abgemeldet',
  out: 'Sie sind überall abgemeldet.',
};

const en: typeof de = {
  title: 'Sign in',
  sentTitle: 'Please look at your inbox',
  sent: (address) =>
    `If ${address} may open the desk, an email with a link is on its way. It works for 15 minutes, and only in this browser.`,
  sentHint: 'At most one email goes out in five minutes. Nothing there? Please look into the spam folder, too.',
  again: 'Another address',
  openTitle: 'Sign in to the desk',
  open: 'One more press, and you are signed in for eight hours.',
  openButton: 'Sign in',
  otherTitle: 'Please open it in the other browser',
  other: 'This link works only in the browser that asked for it. Please open it there, or ask for a new one here.',
  spentTitle: 'This link is no longer valid',
  spent: 'A link works for 15 minutes and only once, and a new one replaces the old.',
  new: 'Ask for a new link',
  outTitle: 'Signed out',
  out: 'You are signed out everywhere.',
};

export const texts = { de, en };
