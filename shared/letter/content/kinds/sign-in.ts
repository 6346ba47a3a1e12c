import * as z from 'zod/mini';
import { paragraph, signature } from '../phrases.ts';
import { Count, Link } from '../variables.ts';
import { writer } from '../writer.ts';

/** To HR. Without a name: the desk knows addresses, and a stranger who types one must learn nothing. */
export const signIn = writer(z.object({ link: Link, minutes: Count }), ({ link, minutes }, speaker) => {
  const { say } = speaker;
  return {
    subject: say({ du: 'Dein Link zur Anmeldung', sie: 'Ihr Link zur Anmeldung', en: 'Your sign-in link' }),
    preview: say({ de: `Gilt ${minutes} Minuten und nur einmal.`, en: `Valid for ${minutes} minutes, and only once.` }),
    blocks: [
      { kind: 'greeting', text: say({ du: 'Hallo,', sie: 'Guten Tag,', en: 'Hello,' }) },
      paragraph(
        say({
          du: `mit diesem Knopf meldest du dich an. Er gilt ${minutes} Minuten, nur einmal und nur in dem Browser, in dem du ihn angefordert hast.`,
          sie: `mit diesem Knopf melden Sie sich an. Er gilt ${minutes} Minuten, nur einmal und nur in dem Browser, in dem Sie ihn angefordert haben.`,
          en: `This button signs you in. It works for ${minutes} minutes, only once, and only in the browser you asked from.`,
        }),
      ),
      { kind: 'button', label: say({ de: 'Anmelden', en: 'Sign in' }), href: link },
      paragraph(
        say({
          du: 'Du hast nichts angefordert? Dann brauchst du nichts zu tun: Ohne den Knopf geschieht nichts.',
          sie: 'Sie haben nichts angefordert? Dann brauchen Sie nichts zu tun: Ohne den Knopf geschieht nichts.',
          en: 'You did not ask for this? Then there is nothing to do: without the button, nothing happens.',
        }),
      ),
      signature(speaker),
    ],
  };
});
