import type { Speaker } from '../../../shared/letter/content/voice.ts';
import { SaveForm } from '../../../shared/web/form.tsx';
import { participantPage } from '../../../shared/web/layout.tsx';
import { OnceMore } from '../../../shared/web/once-more.tsx';
import type { Visit } from '../visit.ts';

export type StepName = 'pause' | 'resume' | 'leave';

export interface StepView extends Pick<Visit, 'frame' | 'speaker' | 'home' | 'me'> {
  readonly name: StepName;
  readonly rendered: string;
  readonly onceMore: boolean;
}

const texts = ({ say }: Speaker, paired: boolean) => ({
  pause: {
    title: say({ de: 'Pause machen', en: 'Take a break' }),
    text: say({
      du: 'Solange du Pause machst, bekommst du keine Fragen und keine Erinnerungen von uns. Dein Platz und dein Paar bleiben. Nach dem Grund fragt niemand; die Koordination sieht, dass du pausierst.',
      sie: 'Solange Sie Pause machen, bekommen Sie keine Fragen und keine Erinnerungen von uns. Ihr Platz und Ihr Paar bleiben. Nach dem Grund fragt niemand; die Koordination sieht, dass Sie pausieren.',
      en: 'While you take a break you get no questions and no reminders. Your place and your pair stay. Nobody asks why; the coordinators see that you are pausing.',
    }),
    button: say({ de: 'Pause beginnen', en: 'Begin the break' }),
  },
  resume: {
    title: say({ de: 'Weitermachen', en: 'Go on' }),
    text: say({
      du: 'Schön! Ab jetzt bekommst du wieder E-Mails von uns.',
      sie: 'Schön! Ab jetzt bekommen Sie wieder E-Mails von uns.',
      en: 'Good! From now on you get our emails again.',
    }),
    button: say({ de: 'Ich bin wieder da', en: 'I am back' }),
  },
  leave: {
    title: say({ de: 'Aussteigen', en: 'Leave the programme' }),
    text: paired
      ? say({
          du: 'Du kannst jederzeit aussteigen, ohne Grund und ohne Nachteil. Dein Gegenüber erfährt nur, dass euer Paar zu Ende ist. Rückgängig machen lässt es sich hier nicht.',
          sie: 'Sie können jederzeit aussteigen, ohne Grund und ohne Nachteil. Ihr Gegenüber erfährt nur, dass das Paar zu Ende ist. Rückgängig machen lässt es sich hier nicht.',
          en: 'You can leave at any time, without a reason and without any disadvantage. Your partner is told only that the pair has ended. It cannot be undone here.',
        })
      : say({
          du: 'Du kannst jederzeit aussteigen, ohne Grund und ohne Nachteil. Nur die Koordination erfährt davon. Rückgängig machen lässt es sich hier nicht.',
          sie: 'Sie können jederzeit aussteigen, ohne Grund und ohne Nachteil. Nur die Koordination erfährt davon. Rückgängig machen lässt es sich hier nicht.',
          en: 'You can leave at any time, without a reason and without any disadvantage. Only the coordinators learn of it. It cannot be undone here.',
        }),
    button: say({ de: 'Ja, ich steige aus', en: 'Yes, I leave' }),
  },
  hint: say({
    du: 'Vielleicht hilft auch eine Pause, oder ein Gespräch mit den Menschen, die unten stehen.',
    sie: 'Vielleicht hilft auch eine Pause, oder ein Gespräch mit den Menschen, die unten stehen.',
    en: 'A break may help as well, or a talk with one of the people named below.',
  }),
  back: say({ de: 'Doch nicht, zurück', en: 'No, go back' }),
});

export function stepPage({ frame, speaker, home, me, name, rendered, onceMore }: StepView): string {
  const words = texts(speaker, Object.keys(me.slots).length > 0);
  const { title, text, button } = words[name];
  return participantPage({
    ...frame,
    title,
    children: (
      <div class="sheet">
        <h1>{title}</h1>
        {onceMore ? <OnceMore say={speaker.say} button={button} /> : null}
        <p class="lead">{text}</p>
        {name === 'leave' ? <p>{words.hint}</p> : null}
        <SaveForm rendered={rendered} save={button} />
        <p class="quiet">
          <a href={home}>{words.back}</a>
        </p>
      </div>
    ),
  });
}
