import type { Effect } from '../../../shared/cohort/effects.ts';
import { day } from '../../../shared/desk/format.ts';

interface Texts {
  readonly title: string;
  readonly lead: string;
  readonly save: string;
  readonly locked: { readonly title: string; readonly begun: string; readonly ended: string };
  readonly says: (effect: Effect) => string;
}

const menschen = (count: number) => (count === 1 ? 'eine Person' : `${count} Menschen`);
const persons = (count: number) => (count === 1 ? 'one person' : `${count} people`);

const de: Texts = {
  title: 'Das ändert sich damit',
  lead: 'Noch ist nichts gespeichert. Bitte ansehen und noch einmal speichern.',
  save: 'So speichern',
  locked: {
    title: 'Steht fest',
    begun: 'Der erste Tag ist vorbei und stand in den E-Mails. Danach lässt er sich nicht mehr verschieben.',
    ended: 'Der Jahrgang ist zu Ende. Seine Tage bleiben, wie sie waren.',
  },
  says: (effect) => {
    switch (effect.what) {
      case 'reminder':
        return `Erinnerung: ${menschen(effect.people)} ohne Antwort ${effect.people === 1 ? 'bekommt' : 'bekommen'} sie ${effect.days === 1 ? 'einen Tag' : `${effect.days} Tage`} später.`;
      case 'form closes':
        return 'Das Anmeldeformular ist sofort geschlossen. Wer seinen Link öffnet, liest, an wen man sich wendet.';
      case 'deadline':
        return `Anmelden geht bis ${day(effect.date, 'de')}. Ohne Antwort: ${menschen(effect.people)}; ihre Einladung nennt noch den alten Tag, ein Ja zählt trotzdem.`;
      case 'start':
        return `Beginn: Verschickte Einladungen nennen noch den alten Tag (${menschen(effect.people)}). Neue nennen den neuen.`;
      case 'end':
        return `Ende am ${day(effect.date, 'de')}: Der Abschied und die letzten Fragen verschieben sich für ${menschen(effect.people)}.`;
      case 'topic gone':
        return `„${effect.topic}“ steht nicht mehr zur Wahl. Gewählt von: ${menschen(effect.people)}; dort bleibt es stehen.`;
      case 'questions':
        return 'Fristen gelten für Fragen, die ab jetzt gestellt werden. Offene Fragen behalten ihre.';
      case 'contacts':
        return 'Ansprechpersonen stehen ab der nächsten E-Mail und sofort auf allen Seiten. Verschickte E-Mails nennen die alten.';
      case 'look':
        return 'Aussehen und Anrede gelten ab der nächsten E-Mail und sofort auf allen Seiten.';
    }
  },
};

const en: Texts = {
  title: 'What this changes',
  lead: 'Nothing is saved yet. Please look at it and save once more.',
  save: 'Save it so',
  locked: {
    title: 'Settled',
    begun: 'The first day has passed, and letters named it. It can no longer be moved.',
    ended: 'The cohort has ended. Its days stay as they were.',
  },
  says: (effect) => {
    switch (effect.what) {
      case 'reminder':
        return `Reminder: ${persons(effect.people)} without an answer ${effect.people === 1 ? 'gets' : 'get'} it ${effect.days === 1 ? 'one day' : `${effect.days} days`} later.`;
      case 'form closes':
        return 'The enrolment form closes at once. Whoever opens its link reads whom to talk to.';
      case 'deadline':
        return `One can sign up until ${day(effect.date, 'en')}. Without an answer: ${persons(effect.people)}; their invitation still names the old day, a yes counts all the same.`;
      case 'start':
        return `Start: invitations that were sent still name the old day (${persons(effect.people)}). New ones name the new one.`;
      case 'end':
        return `End on ${day(effect.date, 'en')}: the goodbye and the last questions move for ${persons(effect.people)}.`;
      case 'topic gone':
        return `“${effect.topic}” can no longer be chosen. Chosen by: ${persons(effect.people)}; it stays with them.`;
      case 'questions':
        return 'Deadlines hold for questions that are asked from now on. Open questions keep theirs.';
      case 'contacts':
        return 'Contacts stand below letters from the next one on, and on all pages at once. Letters that were sent name the old ones.';
      case 'look':
        return 'Look and form of address hold from the next letter on, and on all pages at once.';
    }
  },
};

export const effectTexts = { de, en };
