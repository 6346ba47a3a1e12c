const de = {
  title: 'Eigene Worte in den E-Mails',
  lead: 'Leer lassen ist in Ordnung: Dann geht die E-Mail so hinaus, wie sie ist. Eigene Worte kommen dazu.',
  language: 'In welcher Sprache',
  languages: { de: 'Deutsch', en: 'Englisch' },
  places: { opening: 'Eröffnung', introduction: 'Notiz in der Vorstellung', closing: 'Schluss' },
  stands: (letters: string, most: number) => `Steht in: ${letters}. Nur Text, höchstens ${most} Zeichen.`,
  faults: {
    'too long': (length: number, most: number) => `Das sind ${length} Zeichen, höchstens ${most} passen.`,
    'not plain': (_length: number, _most: number) => 'Darin sind Zeichen, die keine E-Mail zeigen kann.',
    'changed meanwhile': (_length: number, _most: number) =>
      'Inzwischen hat jemand anderes das geändert; so steht es unten in den E-Mails. Noch einmal speichern ersetzt es.',
  },
  reset: 'Zurück zum Standard',
  resetOf: (place: 'opening' | 'introduction' | 'closing') => `Zurück zum Standard: ${de.places[place]}`,
  save: 'Speichern',
  preview: 'Vorschau',
  back: 'Zurück zu den Einstellungen',
  saved: 'Gespeichert. Es gilt ab der nächsten E-Mail.',
  notSaved: 'Noch nicht gespeichert. Bitte die Hinweise an den Feldern ansehen.',
  unsaved: 'Das ist eine Vorschau: Noch ist nichts gespeichert.',
  locked: 'Wer das liest',
  lockedBadge: 'Steht fest',
  lockedWhy:
    'Diese Sätze sagen den Menschen, wer ihre Antworten liest. Sie stimmen mit dem überein, was das System tut, und lassen sich deshalb nicht ändern.',
  nobody: 'Sobald jemand eingetragen ist, stehen hier die E-Mails an einen echten Menschen.',
  previewHint: (name: string) => `So käme die E-Mail bei ${name} an. Die Links öffnen die Seiten und speichern nichts.`,
};

const en: typeof de = {
  title: 'Your own words in the letters',
  lead: 'They may stay empty: then the letter goes out as it is. Your own words are added to it.',
  language: 'In which language',
  languages: { de: 'German', en: 'English' },
  places: { opening: 'Opening', introduction: 'Note in the introduction', closing: 'Closing' },
  stands: (letters, most) => `Stands in: ${letters}. Plain text, at most ${most} characters.`,
  faults: {
    'too long': (length, most) => `These are ${length} characters, at most ${most} fit.`,
    'not plain': () => 'There are characters in it that no letter can show.',
    'changed meanwhile': () =>
      'Somebody else has changed this meanwhile; so it stands in the letters below. Saving once more replaces it.',
  },
  reset: 'Back to the standard',
  resetOf: (place) => `Back to the standard: ${en.places[place]}`,
  save: 'Save',
  preview: 'Preview',
  back: 'Back to the settings',
  saved: 'Saved. It holds from the next letter on.',
  notSaved: 'Not saved yet. Please see what is said beside the fields.',
  unsaved: 'This is a preview: nothing is saved yet.',
  locked: 'Who reads this',
  lockedBadge: 'Settled',
  lockedWhy:
    'These sentences tell people who reads their answers. They agree with what the system does, and therefore cannot be changed.',
  nobody: 'Once somebody is enrolled, the letters to a real person stand here.',
  previewHint: (name) => `This is how the letter would reach ${name}. Its links open the pages and save nothing.`,
};

export const texts = { de, en };
