import type { Speaker } from '../letter/content/voice.ts';
import { Notice } from './form.tsx';

/** Above a form that a machine might have sent. */
export function OnceMore({ say }: { say: Speaker['say'] }) {
  return (
    <Notice
      title={say({
        du: 'Bitte drück noch einmal auf „Speichern“',
        sie: 'Bitte drücken Sie noch einmal auf „Speichern“',
        en: 'Please press “Save” once more',
      })}
    >
      <p>
        {say({
          du: 'Es wurde noch nichts gespeichert. Manche Mailfilter drücken Knöpfe, deshalb fragen wir bei sehr schnellen Eingaben nach: Warte bitte zehn Sekunden und drück dann auf „Speichern“. Kommt diese Seite danach noch einmal, genügt ein weiteres „Speichern“.',
          sie: 'Es wurde noch nichts gespeichert. Manche Mailfilter drücken Knöpfe, deshalb fragen wir bei sehr schnellen Eingaben nach: Warten Sie bitte zehn Sekunden und drücken Sie dann auf „Speichern“. Kommt diese Seite danach noch einmal, genügt ein weiteres „Speichern“.',
          en: 'Nothing has been saved yet. Some mail filters press buttons, so we ask again when an answer comes very fast: please wait ten seconds and press “Save”. If this page comes once more after that, one more “Save” is enough.',
        })}
      </p>
    </Notice>
  );
}
