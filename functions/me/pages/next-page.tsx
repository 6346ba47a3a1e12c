import type { Speaker } from '../../../shared/letter/content/voice.ts';
import { Choices } from '../../../shared/web/form.tsx';
import { type PairView, pairSheet } from './pair-sheet.tsx';

/** The form's fields as they came or as they stand. */
export interface NextForm {
  readonly plan: 'set' | 'none';
  readonly date: string;
  readonly time: string;
  readonly pair: string | undefined;
}

export interface NextView extends PairView {
  readonly sent: NextForm;
}

const texts = ({ say }: Speaker, partner: string) => ({
  title: say({ de: 'Nächstes Treffen', en: 'Next meeting' }),
  lead: say({
    du: `Wann seht ihr euch wieder? Es reicht, wenn eine Seite es einträgt. ${partner} bekommt den Termin ebenso.`,
    sie: `Wann sehen Sie sich wieder? Es reicht, wenn eine Seite es einträgt. ${partner} bekommt den Termin ebenso.`,
    en: `When do you meet again? One of you is enough. ${partner} gets the date, too.`,
  }),
  reads: say({
    de: 'Die Koordination sieht den Tag. Worum es gehen soll, fragt niemand.',
    en: 'The coordinators see the day. Nobody asks what it is about.',
  }),
  none: say({
    du: 'Du bist gerade in keinem Paar, deshalb gibt es hier nichts einzutragen.',
    sie: 'Sie sind gerade in keinem Paar, deshalb gibt es hier nichts einzutragen.',
    en: 'You are not in a pair at the moment, so there is nothing to enter.',
  }),
  pair: say({ du: 'Wen triffst du?', sie: 'Wen treffen Sie?', en: 'Whom do you meet?' }),
  plan: say({ de: 'Was ist mit dem Termin?', en: 'What about the date?' }),
  plans: {
    set: say({ de: 'Er steht, oder ein anderer', en: 'It is set, or another one is' }),
    none: say({ de: 'Er entfällt, ein neuer steht noch nicht', en: 'It is off, and there is no new one yet' }),
  },
  date: say({ de: 'Tag', en: 'Day' }),
  time: say({ de: 'Uhrzeit', en: 'Time' }),
  timeHint: say({
    de: 'Mit Uhrzeit kommt der Termin per E-Mail in beide Kalender. Steht er dort schon, kann sie leer bleiben.',
    en: 'With a time the date goes to both calendars by email. If it is there already, leave this empty.',
  }),
  save: say({ de: 'Speichern', en: 'Save' }),
  back: say({ de: 'Zurück', en: 'Back' }),
  wrong: {
    title: say({ de: 'Noch nicht gespeichert', en: 'Not saved yet' }),
    pair: say({ de: 'Bitte eine Person auswählen.', en: 'Please choose a person.' }),
    date: say({
      de: 'Tag und Uhrzeit müssen in der Zukunft liegen, und an dem Tag darf noch kein Treffen eingetragen sein.',
      en: 'Day and time must lie ahead, and no meeting may be logged on that day yet.',
    }),
  } as Readonly<Record<string, string>>,
});

export function nextPage(view: NextView): string {
  const { speaker, pairs, sent, today, wrong } = view;
  const [only] = pairs.length === 1 ? pairs : [];
  const words = texts(speaker, only?.partner ?? speaker.say({ de: 'Die andere Seite', en: 'The other side' }));
  const bad = wrong.includes('date') ? ('true' as const) : undefined;
  const planned = pairs.some(({ pair }) => pair.nextSession !== undefined);
  return pairSheet(
    view,
    words,
    <>
      {planned ? (
        <Choices
          name="plan"
          legend={words.plan}
          choices={Object.entries(words.plans).map(([value, label]) => ({ value, label }))}
          chosen={sent.plan}
        />
      ) : null}
      <label>
        {words.date}
        <input type="date" name="date" value={sent.date} min={today} required={!planned} aria-invalid={bad} />
      </label>
      <label>
        {words.time}
        <small>{words.timeHint}</small>
        <input type="time" name="time" value={sent.time} aria-invalid={bad} />
      </label>
    </>,
  );
}
