import type { Speaker } from '../letter/content/voice.ts';
import { Notice } from './form.tsx';

interface OnceMoreProps {
  readonly say: Speaker['say'];
  /** What the button says. */
  readonly button: string;
}

/** Above a form that a machine might have sent. */
export function OnceMore({ say, button }: OnceMoreProps) {
  return (
    <Notice
      title={say({
        du: `Bitte drück noch einmal auf „${button}“`,
        sie: `Bitte drücken Sie noch einmal auf „${button}“`,
        en: `Please press “${button}” once more`,
      })}
    >
      <p>
        {say({
          du: 'Es wurde noch nichts gespeichert. Manche Mailfilter drücken Knöpfe, deshalb fragen wir bei sehr schnellen Eingaben nach. Bitte warte zehn Sekunden und drück dann. Kommt diese Seite danach noch einmal, drück ein letztes Mal.',
          sie: 'Es wurde noch nichts gespeichert. Manche Mailfilter drücken Knöpfe, deshalb fragen wir bei sehr schnellen Eingaben nach. Bitte warten Sie zehn Sekunden und drücken Sie dann. Kommt diese Seite danach noch einmal, drücken Sie ein letztes Mal.',
          en: 'Nothing has been saved yet. Some mail filters press buttons, so we ask again when something comes very fast. Please wait ten seconds and press it then. If this page comes once more after that, press it one last time.',
        })}
      </p>
    </Notice>
  );
}
