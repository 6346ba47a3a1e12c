import type { Speaker } from '../../shared/letter/content/voice.ts';
import type { LetterKindName } from '../../shared/letter/kinds.ts';
import { type ParticipantFrame, participantPage } from '../../shared/web/layout.tsx';
import { letterName } from './letter-names.ts';

export interface StopView {
  readonly frame: Omit<ParticipantFrame, 'title' | 'children'>;
  readonly speaker: Speaker;
  readonly kind: LetterKindName;
  readonly stopped: boolean;
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

export function stopPage({ frame, speaker, kind, stopped, lettersLink }: StopView): string {
  const words = texts(speaker, letterName(kind, speaker));
  const title = stopped ? words.stopped : words.title;
  return participantPage({
    ...frame,
    title,
    children: (
      <div class="sheet">
        <h1>{title}</h1>
        <p class="lead">{stopped ? words.stoppedText : words.text}</p>
        {stopped ? null : (
          <form method="post">
            <button type="submit">{words.button}</button>
          </form>
        )}
        <p class="quiet">
          <a href={lettersLink}>{words.choose}</a>
        </p>
      </div>
    ),
  });
}
