import type { Role } from '../../events/ids.ts';
import type { QuestionId } from '../../shared/check-in/questions.ts';
import type { Speaker } from '../../shared/letter/content/voice.ts';

export interface About {
  readonly role: Role;
  /** The partner as the reader names them. */
  readonly partner: string;
  readonly coordinator: string;
  readonly independent: string;
}

/** Every sentence of the check-in's pages, in the reader's language and form of address. */
export const texts = ({ say, day }: Speaker, { role, partner, coordinator, independent }: About) => ({
  title: say({ de: 'Wie läuft es?', en: 'How is it going?' }),
  heading: say({
    du: `${partner} und du: Wie läuft es?`,
    sie: `${partner} und Sie: Wie läuft es?`,
    en: `${partner} and you: how is it going?`,
  }),
  lead: say({
    du: `Drei kurze Fragen. ${partner} sieht keine deiner Antworten.`,
    sie: `Drei kurze Fragen. ${partner} sieht keine Ihrer Antworten.`,
    en: `Three short questions. ${partner} sees none of your answers.`,
  }),
  save: say({ de: 'Speichern', en: 'Save' }),
  openUntil: (date: string) =>
    say({
      du: `Bis ${day(date)} kannst du die Antwort ändern; die letzte zählt.`,
      sie: `Bis ${day(date)} können Sie die Antwort ändern; die letzte zählt.`,
      en: `You can change your answer until ${day(date)}; the last one counts.`,
    }),
  reads: {
    operational: say({ de: 'Das liest die Koordination.', en: 'The coordinators read this.' }),
    confidential: say({
      du: 'Vertraulich: erscheint nur zusammengezählt, für mindestens fünf Personen. Freiwillig – ihr habt euch noch nicht getroffen? Dann überspring die Frage.',
      sie: 'Vertraulich: erscheint nur zusammengezählt, für mindestens fünf Personen. Freiwillig – noch kein Treffen? Dann überspringen Sie die Frage.',
      en: 'Confidential: appears only as a total of at least five people. Optional – not met yet? Then skip it.',
    }),
    help: say({
      du: 'Davon erfährt nur, wen du hier auswählst, und zwar sofort.',
      sie: 'Davon erfährt nur, wen Sie hier auswählen, und zwar sofort.',
      en: 'Only the person you choose learns of it, and at once.',
    }),
  },
  fitReads: say({
    du: 'Deinem Gegenüber sagen wir nichts. Weiter geht nur ein Wunsch zu wechseln, und nur an die Menschen, die du auswählst; die anderen Antworten bewahren wir nicht auf.',
    sie: 'Ihrem Gegenüber sagen wir nichts. Weiter geht nur ein Wunsch zu wechseln, und nur an die Menschen, die Sie auswählen; die anderen Antworten bewahren wir nicht auf.',
    en: 'We tell your partner nothing. Only a wish to change is passed on, and only to the people you choose; we do not keep the other answers.',
  }),
  keptSecret: say({
    du: 'Falls du schon geantwortet hast: Wir zeigen die Antwort nicht mehr an. Lass die Frage leer, dann bleibt sie.',
    sie: 'Falls Sie schon geantwortet haben: Wir zeigen die Antwort nicht mehr an. Lassen Sie die Frage leer, dann bleibt sie.',
    en: 'If you have answered already: we do not show the answer again. Leave the question open to keep it.',
  }),
  question: {
    P1: say({
      du: `Hast du dich seit der letzten E-Mail mit ${partner} getroffen?`,
      sie: `Haben Sie sich seit der letzten E-Mail mit ${partner} getroffen?`,
      en: `Have you met ${partner} since the last email?`,
    }),
    P2: say({
      de: 'Falls sich ein Termin verschoben hat: Wer hat ihn verschoben?',
      en: 'If a date moved: who moved it?',
    }),
    P3: say({
      du: 'Wie viel hat dir das letzte Treffen gegeben?',
      sie: 'Wie viel hat Ihnen das letzte Treffen gegeben?',
      en: 'How much did the last hour give you?',
    }),
    'P4-junior': say({ de: '„Ich habe gesagt, was ich wirklich denke.“', en: '“I said what I really think.”' }),
    'P4-senior': say({ de: '„Ich habe zugegeben, etwas nicht zu wissen.“', en: '“I admitted not knowing something.”' }),
    P5: say({ de: 'Wer hat beim letzten Treffen mehr geredet?', en: 'Who talked more the last time?' }),
    P6: say({ de: 'Wer hat beim letzten Treffen gelernt?', en: 'Who was the learner the last time?' }),
    P7: say({ de: 'Würde ein Anruf helfen?', en: 'Would a call help?' }),
    fit: say({ de: 'Passt diese Paarung?', en: 'Is this pair a good fit?' }),
  } satisfies Record<QuestionId, string>,
  choices: {
    P1: {
      yes: say({ de: 'Ja', en: 'Yes' }),
      date: say({ de: 'Ein Termin steht', en: 'A date is set' }),
      no: say({ de: 'Nein', en: 'No' }),
    },
    P2: {
      nobody: say({ de: 'Keiner hat sich verschoben', en: 'None moved' }),
      me: say({ de: 'Ich', en: 'I did' }),
      partner,
      both: say({ de: 'Wir beide', en: 'Both of us' }),
    },
    P6: {
      senior: role === 'senior' ? say({ de: 'Ich', en: 'I was' }) : partner,
      both: say({ de: 'Wir beide', en: 'Both of us' }),
      junior: role === 'junior' ? say({ de: 'Ich', en: 'I was' }) : partner,
    },
    P7: {
      no: say({ de: 'Nein, danke', en: 'No, thanks' }),
      coordinator: say({
        de: `Ja, von der Koordination (${coordinator})`,
        en: `Yes, from the coordinators (${coordinator})`,
      }),
      'independent contact': say({
        de: `Ja, von jemand Unabhängigem (${independent})`,
        en: `Yes, from somebody independent (${independent})`,
      }),
    },
    fit: {
      good: say({ de: 'Ja, passt gut', en: 'Yes, a good fit' }),
      'not sure': say({ de: 'Noch nicht sicher', en: 'Not sure yet' }),
      'change: coordinator': say({
        de: `Ich möchte wechseln – das erfährt die Koordination (${coordinator})`,
        en: `Please change – tell the coordinators (${coordinator})`,
      }),
      'change: independent contact': say({
        de: `Ich möchte wechseln – das erfährt jemand Unabhängiges (${independent})`,
        en: `Please change – tell somebody independent (${independent})`,
      }),
    },
  },
  ends: {
    P3: [say({ de: 'wenig', en: 'little' }), say({ de: 'sehr viel', en: 'very much' })],
    P4: [say({ de: 'gar nicht', en: 'not at all' }), say({ de: 'voll und ganz', en: 'entirely' })],
    P5: [partner, say({ de: 'ich', en: 'I did' })],
  } as const,
  missing: {
    title: say({ de: 'Eine Antwort fehlt noch', en: 'One answer is missing' }),
    text: say({
      du: 'Bitte wähle bei der ersten Frage etwas aus. Es wurde noch nichts gespeichert.',
      sie: 'Bitte wählen Sie bei der ersten Frage etwas aus. Es wurde noch nichts gespeichert.',
      en: 'Please choose something for the first question. Nothing has been saved yet.',
    }),
  },
  thanks: {
    title: say({ de: 'Danke, gespeichert', en: 'Thank you, saved' }),
    next: {
      yes: say({
        du: 'Schön, dass ihr euch getroffen habt. Trag das Treffen hier ein, falls das noch niemand getan hat; das dauert eine Minute.',
        sie: 'Schön, dass Sie sich getroffen haben. Tragen Sie das Treffen hier ein, falls das noch niemand getan hat; das dauert eine Minute.',
        en: 'Good to hear that you have met. Log the meeting here if nobody has done so yet; it takes a minute.',
      }),
      date: say({
        du: `Gut. Trag den Termin hier ein, falls das noch niemand getan hat; mit Uhrzeit kommt er in beide Kalender.`,
        sie: `Gut. Tragen Sie den Termin hier ein, falls das noch niemand getan hat; mit Uhrzeit kommt er in beide Kalender.`,
        en: 'Good. Enter the date here if nobody has done so yet; with a time it goes to both calendars.',
      }),
      no: say({
        du: `Danke für die ehrliche Antwort. Oft hilft eine kurze Nachricht an ${partner} mit zwei Terminvorschlägen.`,
        sie: `Danke für die ehrliche Antwort. Oft hilft eine kurze Nachricht an ${partner} mit zwei Terminvorschlägen.`,
        en: `Thank you for being honest. A short message to ${partner} with two possible dates often helps.`,
      }),
    },
    help: (names: string) =>
      say({
        du: `Jetzt geht eine E-Mail an ${names}. Du hörst bald von dort; sonst erfährt niemand davon.`,
        sie: `Jetzt geht eine E-Mail an ${names}. Sie hören bald von dort; sonst erfährt niemand davon.`,
        en: `An email is on its way to ${names}. You will hear from them soon; nobody else learns of it.`,
      }),
    log: say({ de: 'Treffen eintragen', en: 'Log a meeting' }),
    plan: say({ de: 'Termin eintragen', en: 'Enter the date' }),
    change: say({ de: 'Antwort ändern', en: 'Change the answer' }),
    rest: say({
      du: 'Mehr ist nicht zu tun. Du kannst die Seite schließen.',
      sie: 'Mehr ist nicht zu tun. Sie können die Seite schließen.',
      en: 'There is nothing else to do. You can close this page.',
    }),
  },
  closed: {
    title: say({ de: 'Diese Fragerunde ist zu Ende', en: 'This round of questions is over' }),
    text: say({
      du: 'Hier lässt sich nichts mehr speichern. Was du früher gespeichert hast, bleibt. Mit der nächsten E-Mail fragen wir wieder.',
      sie: 'Hier lässt sich nichts mehr speichern. Was Sie früher gespeichert haben, bleibt. Mit der nächsten E-Mail fragen wir wieder.',
      en: 'Nothing more can be saved here. What you saved before stays. We will ask again with the next email.',
    }),
  },
});
export type Texts = ReturnType<typeof texts>;
