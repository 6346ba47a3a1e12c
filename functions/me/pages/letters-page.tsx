import type { Speaker } from '../../../shared/letter/content/voice.ts';
import { isStopped, stoppable } from '../../../shared/participant/stop.ts';
import { Checks, SaveForm } from '../../../shared/web/form.tsx';
import { participantPage } from '../../../shared/web/layout.tsx';
import { OnceMore } from '../../../shared/web/once-more.tsx';
import { letterName } from '../letter-names.ts';
import type { Visit } from '../visit.ts';

export interface LettersView extends Pick<Visit, 'frame' | 'speaker' | 'home' | 'me'> {
  readonly rendered: string;
  readonly onceMore: boolean;
}

const texts = ({ say }: Speaker) => ({
  title: say({ de: 'Welche E-Mails ich bekomme', en: 'Which emails I get' }),
  legend: say({
    du: 'Diese E-Mails möchte ich bekommen',
    sie: 'Diese E-Mails möchte ich bekommen',
    en: 'I would like to get these emails',
  }),
  hint: say({
    de: 'Einladungen, die Vorstellung des Gegenübers und Quittungen kommen immer; sie sind selten.',
    en: 'Invitations, the introduction of a partner and receipts always come; they are rare.',
  }),
  save: say({ de: 'Speichern', en: 'Save' }),
  back: say({ de: 'Zurück', en: 'Back' }),
});

export function lettersPage({ frame, speaker, home, me, rendered, onceMore }: LettersView): string {
  const words = texts(speaker);
  return participantPage({
    ...frame,
    title: words.title,
    children: (
      <div class="sheet">
        <h1>{words.title}</h1>
        {onceMore ? <OnceMore say={speaker.say} button={words.save} /> : null}
        <SaveForm rendered={rendered} save={words.save}>
          <Checks
            name="letters"
            legend={words.legend}
            hint={words.hint}
            choices={stoppable.map((kind) => ({ value: kind, label: letterName(kind, speaker) }))}
            chosen={stoppable.filter((kind) => !isStopped(me, kind))}
            layout="one"
          />
        </SaveForm>
        <p class="quiet">
          <a href={home}>{words.back}</a>
        </p>
      </div>
    ),
  });
}
