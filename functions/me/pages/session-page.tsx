import type { Speaker } from '../../../shared/letter/content/voice.ts';
import type { SessionLog } from '../../../shared/session/session.ts';
import { Choices } from '../../../shared/web/form.tsx';
import { type PairView, pairSheet } from './pair-sheet.tsx';

/** The form's fields as they came or as they are proposed. */
export interface SessionForm {
  readonly date: string;
  readonly minutes: string;
  readonly movedBy: SessionLog['movedBy'];
  readonly next: string;
  readonly nextTime: string;
  readonly pair: string | undefined;
}

export interface SessionView extends PairView {
  readonly sent: SessionForm;
}

const texts = ({ say }: Speaker, partner: string) => ({
  title: say({ de: 'Treffen eintragen', en: 'Log a meeting' }),
  lead: say({
    du: `Eine Minute, und es reicht, wenn eine Seite es einträgt. Trägt ${partner} dasselbe Treffen ein, zählt es einmal.`,
    sie: `Eine Minute, und es reicht, wenn eine Seite es einträgt. Trägt ${partner} dasselbe Treffen ein, zählt es einmal.`,
    en: `It takes a minute, and one of you is enough. If ${partner} logs the same meeting, it counts once.`,
  }),
  reads: say({
    de: 'Die Koordination sieht diese Angaben. Worüber gesprochen wurde, fragt niemand.',
    en: 'The coordinators see what you enter here. Nobody asks what you talked about.',
  }),
  none: say({
    du: 'Du bist gerade in keinem Paar, deshalb gibt es hier nichts einzutragen.',
    sie: 'Sie sind gerade in keinem Paar, deshalb gibt es hier nichts einzutragen.',
    en: 'You are not in a pair at the moment, so there is nothing to log.',
  }),
  pair: say({
    du: 'Mit wem hast du dich getroffen?',
    sie: 'Mit wem haben Sie sich getroffen?',
    en: 'Whom did you meet?',
  }),
  date: say({ du: 'Wann habt ihr euch getroffen?', sie: 'Wann haben Sie sich getroffen?', en: 'When did you meet?' }),
  minutes: say({ de: 'Wie viele Minuten ungefähr?', en: 'About how many minutes?' }),
  moved: say({ de: 'Hat jemand den Termin verschoben?', en: 'Did anybody move the date?' }),
  movers: {
    nobody: say({ de: 'Nein, niemand', en: 'No, nobody' }),
    me: say({ de: 'Ja, ich', en: 'Yes, I did' }),
    partner: say({ de: `Ja, ${partner}`, en: `Yes, ${partner}` }),
    both: say({ de: 'Ja, wir beide', en: 'Yes, both of us' }),
  },
  next: say({ de: 'Nächstes Treffen', en: 'Next meeting' }),
  nextHint: say({ de: 'Falls es schon einen Termin gibt.', en: 'If there is a date already.' }),
  nextTime: say({ de: 'Uhrzeit', en: 'Time' }),
  nextTimeHint: say({
    de: 'Mit Uhrzeit kommt der Termin per E-Mail in beide Kalender. Steht er dort schon, kann sie leer bleiben.',
    en: 'With a time the date goes to both calendars by email. If it is there already, leave this empty.',
  }),
  save: say({ de: 'Speichern', en: 'Save' }),
  back: say({ de: 'Zurück', en: 'Back' }),
  wrong: {
    title: say({ de: 'Noch nicht gespeichert', en: 'Not saved yet' }),
    pair: say({ de: 'Bitte eine Person auswählen.', en: 'Please choose a person.' }),
    date: say({
      de: 'Das Datum muss heute oder früher sein, und nach dem Tag, an dem das Paar entstand.',
      en: 'The date must be today or earlier, and not before the pair was made.',
    }),
    minutes: say({
      de: 'Die Dauer muss zwischen 5 und 600 Minuten liegen.',
      en: 'The meeting must be between 5 and 600 minutes long.',
    }),
    next: say({ de: 'Das nächste Treffen muss in der Zukunft liegen.', en: 'The next meeting must lie ahead.' }),
  } as Readonly<Record<string, string>>,
});

export function sessionPage(view: SessionView): string {
  const { speaker, pairs, sent, today, wrong } = view;
  const words = texts(
    speaker,
    pairs.length === 1 ? (pairs[0]?.partner ?? '…') : speaker.say({ de: 'mein Gegenüber', en: 'my partner' }),
  );
  const bad = (field: string) => (wrong.includes(field) ? ('true' as const) : undefined);
  return pairSheet(
    view,
    words,
    <>
      <label>
        {words.date}
        <input type="date" name="date" value={sent.date} max={today} required aria-invalid={bad('date')} />
      </label>
      <label>
        {words.minutes}
        <input
          type="number"
          name="minutes"
          value={sent.minutes}
          min={5}
          max={600}
          inputMode="numeric"
          required
          aria-invalid={bad('minutes')}
        />
      </label>
      <Choices
        name="movedBy"
        legend={words.moved}
        choices={Object.entries(words.movers).map(([value, label]) => ({ value, label }))}
        chosen={sent.movedBy}
        layout="two"
      />
      <label>
        {words.next}
        <small>{words.nextHint}</small>
        <input type="date" name="next" value={sent.next} min={today} aria-invalid={bad('next')} />
      </label>
      <label>
        {words.nextTime}
        <small>{words.nextTimeHint}</small>
        <input type="time" name="nextTime" value={sent.nextTime} aria-invalid={bad('next')} />
      </label>
    </>,
  );
}
