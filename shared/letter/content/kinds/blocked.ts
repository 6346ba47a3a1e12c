import * as z from 'zod/mini';
import { greeting, paragraph, signature } from '../phrases.ts';
import { Person } from '../variables.ts';
import { writer } from '../writer.ts';

/** A hard rule broke after a change of HR facts. Which one is not said: it may be news about the partner's job. */
export const blocked = writer(z.object({ person: Person, partner: Person }), (variables, speaker) => {
  const { say, named } = speaker;
  const partner = named(variables.partner);
  return {
    subject: say({ de: `Das Paar mit ${partner} ist angehalten`, en: `Your pair with ${partner} is on hold` }),
    preview: say({
      de: 'Grund ist eine Änderung im Unternehmen, kein Verhalten.',
      en: 'The cause is a change in the company, not anybody’s conduct.',
    }),
    blocks: [
      greeting(speaker, variables.person),
      paragraph(
        say({
          du: `im Unternehmen hat sich etwas geändert, und nach den Regeln des Programms könnt ihr, ${partner} und du, im Moment kein Paar sein. Solche Regeln schützen euch beide, zum Beispiel wenn jemand in die Linie des anderen wechselt.`,
          sie: `im Unternehmen hat sich etwas geändert, und nach den Regeln des Programms können ${partner} und Sie im Moment kein Paar sein. Solche Regeln schützen beide Seiten, zum Beispiel wenn jemand in die Linie des anderen wechselt.`,
          en: `Something has changed in the company, and by the rules of the programme ${partner} and you cannot be a pair at the moment. Such rules protect you both, for example when one moves into the other’s reporting line.`,
        }),
      ),
      paragraph(
        say({
          du: 'Niemand hat etwas falsch gemacht. Bitte vereinbart vorerst keine neuen Treffen. Die Koordination weiß Bescheid und meldet sich bei dir.',
          sie: 'Niemand hat etwas falsch gemacht. Bitte vereinbaren Sie vorerst keine neuen Treffen. Die Koordination weiß Bescheid und meldet sich bei Ihnen.',
          en: 'Nobody has done anything wrong. Please make no new dates for now. The coordinators know about it and will be in touch with you.',
        }),
      ),
      signature(speaker),
    ],
  };
});
