import type { Speaker } from '../../shared/letter/content/voice.ts';
import type { LetterKindName } from '../../shared/letter/kinds.ts';
import { SaveForm } from '../../shared/web/form.tsx';
import { type ParticipantFrame, participantPage } from '../../shared/web/layout.tsx';
import { OnceMore } from '../../shared/web/once-more.tsx';
import { letterName } from './letter-names.ts';

export interface StopView {
  readonly frame: Omit<ParticipantFrame, 'title' | 'children'>;
  readonly speaker: Speaker;
  readonly kind: LetterKindName;
  readonly stopped: boolean;
  /** Pressed too fast for a person: not done. */
  readonly onceMore: boolean;
  readonly rendered: string;
  readonly lettersLink: string;
}

const texts = ({ say }: Speaker, name: string) => ({
  title: say({ de: 'Diese E-Mails abbestellen', en: 'Stop these emails' }),
  text: say({
    du: `„${name}“: Diese E-Mails kommen dann nicht mehr. Du bleibst im Programm.`,
    sie: `„${name}“: Diese E-Mails kommen dann nicht mehr. Sie bleiben im Programm.`,
    en: `“${name}”: these emails will stop. You stay in the programme.`,
  }),
  button: say({ de: 'Abbestellen', en: 'Stop them' }),
  stopped: say({ de: 'Abbestellt', en: 'Stopped' }),
  stoppedText: say({
    du: `„${name}“ kommt nicht mehr. Du bleibst im Programm.`,
    sie: `„${name}“ kommt nicht mehr. Sie bleiben im Programm.`,
    en: `“${name}” will not come any more. You stay in the programme.`,
  }),
  choose: say({ de: 'Alle E-Mails auswählen', en: 'Choose among all emails' }),
});

export function stopPage({ frame, speaker, kind, stopped, onceMore, rendered, lettersLink }: StopView): string {
  const words = texts(speaker, letterName(kind, speaker));
  const title = stopped ? words.stopped : words.title;
  return participantPage({
    ...frame,
    title,
    children: (
      <div class="sheet">
        <h1>{title}</h1>
        {onceMore ? <OnceMore say={speaker.say} button={words.button} /> : null}
        <p class="lead">{stopped ? words.stoppedText : words.text}</p>
        {stopped ? null : <SaveForm rendered={rendered} save={words.button} />}
        <p class="quiet">
          <a href={lettersLink}>{words.choose}</a>
        </p>
      </div>
    ),
  });
}
