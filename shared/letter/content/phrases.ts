import type { Block } from './block.ts';
import type { Person } from './variables.ts';
import type { Speaker } from './voice.ts';

/** Sentences that many letters share, so that a promise is worded once. */
export function greeting({ say, named }: Speaker, person: Person): Block {
  const name = named(person);
  return { kind: 'greeting', text: say({ du: `Hallo ${name},`, sie: `Guten Tag ${name},`, en: `Hello ${name},` }) };
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

/** Said at the start: the three classes of data in words that a reader can check against what happens. */
export function whoReadsWhat({ say }: Speaker): Block {
  return {
    kind: 'note',
    title: say({ de: 'Wer was liest', en: 'Who reads what' }),
    text: say({
      du: 'Die Koordination sieht, ob du teilnimmst, mit wem du ein Paar bildest und ob ihr euch trefft. Was du über die Gespräche sagst, erscheint nur zusammengezählt, für mindestens fünf Personen. Bittest du um einen Anruf, erfährt davon nur die Person, die du dafür auswählst. Vorgesetzte bekommen keinen Bericht.',
      sie: 'Die Koordination sieht, ob Sie teilnehmen, mit wem Sie ein Paar bilden und ob Treffen stattfinden. Was Sie über die Gespräche sagen, erscheint nur zusammengezählt, für mindestens fünf Personen. Bitten Sie um einen Anruf, erfährt davon nur die Person, die Sie dafür auswählen. Vorgesetzte bekommen keinen Bericht.',
      en: 'The coordinators see whether you take part, who your partner is and whether you meet. What you say about the conversations appears only as totals of at least five people. If you ask for a call, only the person you choose learns of it. No manager gets a report.',
    }),
  };
}

/** Said before each check-in question: which of its answers goes to whom. */
export function whoReadsAnswers({ say }: Speaker): Block {
  return {
    kind: 'note',
    title: say({ de: 'Wer das liest', en: 'Who reads this' }),
    text: say({
      du: 'Die Antwort auf diese Frage sieht die Koordination. Auf der Seite folgen zwei kurze Fragen: Die zu euren Gesprächen erscheint nur zusammengezählt, für mindestens fünf Personen; ob ein Anruf helfen würde, erfährt nur die Person, die du dafür auswählst. Dein Gegenüber sieht keine deiner Antworten.',
      sie: 'Die Antwort auf diese Frage sieht die Koordination. Auf der Seite folgen zwei kurze Fragen: Die zu den Gesprächen erscheint nur zusammengezählt, für mindestens fünf Personen; ob ein Anruf helfen würde, erfährt nur die Person, die Sie dafür auswählen. Ihr Gegenüber sieht keine Ihrer Antworten.',
      en: 'The coordinators see your answer to this question. Two short ones follow on the page: the one about your conversations appears only as a total of at least five people; whether a call would help is told only to the person you choose. Your partner sees none of your answers.',
    }),
  };
}

/** A button only opens a page: mail scanners press buttons too. */
export function nothingCountsYet({ say }: Speaker): Block {
  return paragraph(
    say({
      du: 'Der Knopf öffnet eine Seite. Deine Antwort zählt, sobald du dort auf „Speichern“ drückst.',
      sie: 'Der Knopf öffnet eine Seite. Ihre Antwort zählt, sobald Sie dort auf „Speichern“ drücken.',
      en: 'The button opens a page. Your answer counts once you press “Save” there.',
    }),
  );
}

export function signature({ say, programme, signature: own }: Speaker): Block {
  const text = own ?? say({ de: `Herzliche Grüße\n${programme}`, en: `Kind regards\n${programme}` });
  return { kind: 'signature', text };
}
