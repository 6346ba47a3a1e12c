import * as z from 'zod/mini';
import { greeting, paragraph, signature } from '../phrases.ts';
import { Link, Person } from '../variables.ts';
import { writer } from '../writer.ts';

/** Names no reason: the true one may be somebody else's "please not". */
export const waitlist = writer(z.object({ person: Person, myData: Link }), ({ person, myData }, speaker) => {
  const { say, programme } = speaker;
  return {
    subject: say({
      du: `${programme}: Du stehst auf der Warteliste`,
      sie: `${programme}: Sie stehen auf der Warteliste`,
      en: `${programme}: you are on the waiting list`,
    }),
    preview: say({
      du: 'Beim nächsten Mal hast du Vorrang.',
      sie: 'Beim nächsten Mal haben Sie Vorrang.',
      en: 'Next time you come first.',
    }),
    blocks: [
      greeting(speaker, person),
      paragraph(
        say({
          du: 'dieses Mal haben wir für dich niemanden gefunden, bei dem alles zusammenpasst. Das sagt nichts über dich, und beim nächsten Mal hast du Vorrang.',
          sie: 'dieses Mal haben wir für Sie niemanden gefunden, bei dem alles zusammenpasst. Das sagt nichts über Sie, und beim nächsten Mal haben Sie Vorrang.',
          en: 'This time we found nobody with whom everything fits. That says nothing about you, and next time you come first.',
        }),
      ),
      paragraph(
        say({
          du: 'Mehr Themen oder mehr freie Stunden machen es leichter. Beides kannst du jederzeit ändern.',
          sie: 'Mehr Themen oder mehr freie Stunden machen es leichter. Beides können Sie jederzeit ändern.',
          en: 'More topics or more free hours make it easier. You can change both at any time.',
        }),
      ),
      { kind: 'button', label: say({ de: 'Meine Angaben ändern', en: 'Change my data' }), href: myData },
      signature(speaker),
    ],
  };
});
