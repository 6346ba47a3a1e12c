import * as z from 'zod/mini';
import { greeting, paragraph, signature } from '../phrases.ts';
import { Person } from '../variables.ts';
import { writer } from '../writer.ts';

/** A question that is answered by HR's new facts. Neither the rule nor what the other has said is told. */
export const consentClosed = writer(z.object({ person: Person, partner: Person }), (variables, speaker) => {
  const { say, named } = speaker;
  const partner = named(variables.partner);
  return {
    subject: say({ de: `Die Frage zu ${partner} hat sich erledigt`, en: `The question about ${partner} is closed` }),
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
          en: `We had asked you whether you would like to be a pair with ${partner}. Something has changed in the company since, and by the rules of the programme the proposal no longer stands. It is about neither you nor ${partner}.`,
        }),
      ),
      paragraph(
        say({
          du: 'Die Frage ist damit geschlossen, und du musst nichts weiter tun. Gibt es einen neuen Vorschlag, fragen wir dich wieder. Wenn du etwas wissen möchtest, wende dich an die Koordination; die Adressen stehen unten.',
          sie: 'Die Frage ist damit geschlossen, und Sie müssen nichts weiter tun. Gibt es einen neuen Vorschlag, fragen wir Sie wieder. Wenn Sie etwas wissen möchten, wenden Sie sich an die Koordination; die Adressen stehen unten.',
          en: 'The question is closed, and there is nothing more for you to do. If there is another proposal, we will ask you again. If you would like to know more, turn to the coordinators; their addresses are below.',
        }),
      ),
      signature(speaker),
    ],
  };
});
