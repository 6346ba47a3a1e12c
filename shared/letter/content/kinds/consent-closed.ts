import * as z from 'zod/mini';
import { greeting, paragraph, signature } from '../phrases.ts';
import { Person } from '../variables.ts';
import { writer } from '../writer.ts';

/** A question that is answered by HR's new facts. Neither the rule nor what the other has said is told. */
export const consentClosed = writer(z.object({ person: Person, partner: Person }), (variables, speaker) => {
  const { say, named } = speaker;
  const partner = named(variables.partner);
  return {
    subject: say({
      de: `Die Frage zu ${partner} hat sich erledigt`,
      en: `Our suggestion of ${partner} no longer stands`,
    }),
    preview: say({
      du: 'Du musst nichts weiter tun.',
      sie: 'Sie müssen nichts weiter tun.',
      en: 'There is nothing more for you to do.',
    }),
    blocks: [
      greeting(speaker, variables.person),
      paragraph(
        say({
          du: `wir hatten dich gefragt, ob du mit ${partner} ein Paar bilden möchtest. Inzwischen hat sich im Unternehmen etwas geändert, und nach den Regeln des Programms gilt der Vorschlag nicht mehr. Das liegt weder an dir noch an ${partner}.`,
          sie: `wir hatten Sie gefragt, ob Sie mit ${partner} ein Paar bilden möchten. Inzwischen hat sich im Unternehmen etwas geändert, und nach den Regeln des Programms gilt der Vorschlag nicht mehr. Das liegt weder an Ihnen noch an ${partner}.`,
          en: `We asked you whether you would like to be a pair with ${partner}. Something has changed in the company since then, and under the rules of the programme our suggestion no longer stands. That is not about you, nor about ${partner}.`,
        }),
      ),
      paragraph(
        say({
          du: 'Du musst nichts weiter tun. Gibt es einen neuen Vorschlag, fragen wir dich wieder. Und wenn du etwas wissen möchtest: Die Adressen stehen unten.',
          sie: 'Sie müssen nichts weiter tun. Gibt es einen neuen Vorschlag, fragen wir Sie wieder. Und wenn Sie etwas wissen möchten: Die Adressen stehen unten.',
          en: 'There is nothing more for you to do. If there is another suggestion, we will ask you again. And if you would like to know more: the addresses are below.',
        }),
      ),
      signature(speaker),
    ],
  };
});
