import * as z from 'zod/mini';
import type { Block } from '../block.ts';
import { greeting, paragraph, signature } from '../phrases.ts';
import { Link, Person } from '../variables.ts';
import type { Speaker } from '../voice.ts';
import { writer } from '../writer.ts';
import { Asked, ask } from './check-in.ts';

const Variables = z.object({
  person: Person,
  /** Null: the question has closed meanwhile. */
  asked: z.nullable(Asked),
  logSession: Link,
});
type Variables = z.infer<typeof Variables>;

/** To somebody whose reply by mail was not understood, or came too late. Nothing of the reply is quoted. */
export const unclearReply = writer(Variables, (variables, speaker) => {
  const { say } = speaker;
  const { person, asked } = variables;
  return {
    subject: say({
      du: 'Deine Antwort haben wir nicht verstanden',
      sie: 'Ihre Antwort haben wir nicht verstanden',
      en: 'We did not understand your reply',
    }),
    preview: say({ de: 'Ein Tippen genügt.', en: 'One tap is enough.' }),
    blocks: [
      greeting(speaker, person),
      paragraph(
        say({
          du: 'danke für deine Antwort per E-Mail. Unser Programm versteht nur kurze Sätze, und diesmal war es überfragt: Eingetragen ist noch nichts.',
          sie: 'danke für Ihre Antwort per E-Mail. Unser Programm versteht nur kurze Sätze, und diesmal war es überfragt: Eingetragen ist noch nichts.',
          en: 'Thank you for your reply. Our program understands short sentences only, and this time it was at a loss: nothing has been noted yet.',
        }),
      ),
      ...(asked === null ? tooLate(variables, speaker) : ask(asked, speaker)),
      paragraph(
        say({
          du: 'Gelesen hat deine Antwort kein Mensch. Wolltest du jemandem etwas sagen? Die Adressen stehen unten.',
          sie: 'Gelesen hat Ihre Antwort kein Mensch. Wollten Sie jemandem etwas sagen? Die Adressen stehen unten.',
          en: 'No person has read your reply. If you wanted to tell somebody something, the addresses are below.',
        }),
      ),
      signature(speaker),
    ],
  };
});

function tooLate({ logSession }: Variables, { say }: Speaker): Block[] {
  return [
    paragraph(
      say({
        du: 'Die Frage ist inzwischen geschlossen, das macht nichts. Ein Treffen kannst du jederzeit eintragen; die Koordination sieht Tag und Dauer.',
        sie: 'Die Frage ist inzwischen geschlossen, das macht nichts. Ein Treffen können Sie jederzeit eintragen; die Koordination sieht Tag und Dauer.',
        en: 'The question has closed in the meantime, and that is fine. You can log a meeting at any time; the coordinators see its day and length.',
      }),
    ),
    { kind: 'button', label: say({ de: 'Treffen eintragen', en: 'Log a meeting' }), href: logSession },
  ];
}
