import type { Wording } from './wording.ts';

/** Why a form, or what HR types about a person, is not taken; see `reasons.ts`. */
export const formWordings = {
  'other-address': {
    de: ({ value }) => `Das Formular kam von ${value}. Unter einer anderen Adresse würde es weiter warten.`,
    en: ({ value }) => `The form came from ${value}. Under another address it would go on waiting.`,
  },
  'manager-not-known': {
    de: ({ value }) =>
      `Eine Person mit der Personalnummer ${value} ist in diesem Jahrgang nicht bekannt („-“ für die Spitze des Hauses).`,
    en: ({ value }) =>
      `Nobody with the employee id ${value} is known in this cohort (use “-” for the top of the house).`,
  },
  'not-mapped': {
    de: () => 'Noch ist nicht festgelegt, was die Fragen dieses Formulars bedeuten.',
    en: () => 'Nobody has said yet what the questions of this form mean.',
  },
  'double-value': {
    de: ({ column }) => `„${column}“ kam zweimal, mit verschiedenen Antworten.`,
    en: ({ column }) => `“${column}” came twice, with different answers.`,
  },
  'foreign-domain': {
    de: ({ value, accepted }) =>
      accepted
        ? `Adressen von ${value} nimmt dieser Jahrgang nicht an, nur von ${accepted}. In den Einstellungen lässt sich das ändern.`
        : `Adressen von ${value} nimmt dieser Jahrgang nicht an.`,
    en: ({ value, accepted }) =>
      accepted
        ? `This cohort takes no addresses of ${value}, only of ${accepted}. That can be changed in its settings.`
        : `This cohort takes no addresses of ${value}.`,
  },
  'unknown-meeting-mode': {
    de: ({ value }) => `Unbekannte Art des Treffens „${value}“: möglich sind egal, vor Ort, online.`,
    en: ({ value }) => `Unknown way to meet “${value}”: any, in person and remote are possible.`,
  },
  'too-many-forms': {
    de: () => 'Für diese Adresse kamen schon 20 Formulare.',
    en: () => 'Twenty forms have come for this address already.',
  },
  'not-taken': {
    de: () => 'HR hat die Person nicht aufgenommen.',
    en: () => 'HR did not take this person in.',
  },
} as const satisfies Record<string, Wording>;
