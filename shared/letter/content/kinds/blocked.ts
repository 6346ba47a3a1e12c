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
          du: `im Unternehmen hat sich etwas geändert, und nach den Regeln des Programms könnt ihr, ${partner} und du, im Moment kein Paar sein. Niemand hat etwas falsch gemacht, weder du noch ${partner}.`,
          sie: `im Unternehmen hat sich etwas geändert, und nach den Regeln des Programms können ${partner} und Sie im Moment kein Paar sein. Niemand hat etwas falsch gemacht, weder Sie noch ${partner}.`,
          en: `Something has changed in the company, and by the rules of the programme ${partner} and you cannot be a pair at the moment. Nobody has done anything wrong, neither you nor ${partner}.`,
        }),
      ),
      paragraph(
        say({
          du: 'Bitte trefft euch vorerst nicht mehr für das Programm, und nehmt vereinbarte Termine aus dem Kalender. Wir fragen euch jetzt auch nichts mehr.',
          sie: 'Bitte treffen Sie sich vorerst nicht mehr für das Programm, und nehmen Sie vereinbarte Termine aus dem Kalender. Wir fragen Sie jetzt auch nichts mehr.',
          en: 'Please do not meet for the programme for now, and take the dates that you have made out of your calendars. We will not ask you anything for now either.',
        }),
      ),
      paragraph(
        say({
          du: 'Die Koordination weiß Bescheid und meldet sich bei dir. Wenn du vorher etwas wissen möchtest: Die Adressen stehen unten.',
          sie: 'Die Koordination weiß Bescheid und meldet sich bei Ihnen. Wenn Sie vorher etwas wissen möchten: Die Adressen stehen unten.',
          en: 'The coordinators know about it and will be in touch with you. If you would like to know something before that: their addresses are below.',
        }),
      ),
      signature(speaker),
    ],
  };
});
