import * as z from 'zod/mini';
import { greeting, paragraph, signature } from '../phrases.ts';
import { Person } from '../variables.ts';
import { writer } from '../writer.ts';

/** A hard rule broke after a change of HR facts. Which one is not said: it may be news about the partner's job. */
export const blocked = writer(z.object({ person: Person, partner: Person }), (variables, speaker) => {
  const { say, named } = speaker;
  const partner = named(variables.partner);
  return {
    subject: say({
      de: `Mit ${partner} geht es vorerst nicht weiter`,
      en: `You and ${partner} are on hold for now`,
    }),
    preview: say({
      du: 'Im Unternehmen hat sich etwas geändert. An dir liegt es nicht.',
      sie: 'Im Unternehmen hat sich etwas geändert. An Ihnen liegt es nicht.',
      en: 'Something has changed in the company. It is not about you.',
    }),
    blocks: [
      greeting(speaker, variables.person),
      paragraph(
        say({
          du: `im Unternehmen hat sich etwas geändert. Nach den Regeln des Programms könnt ihr beide, ${partner} und du, deshalb im Moment kein Paar sein. Falsch gemacht hat niemand etwas.`,
          sie: `im Unternehmen hat sich etwas geändert. Nach den Regeln des Programms können ${partner} und Sie deshalb im Moment kein Paar sein. Falsch gemacht hat niemand etwas.`,
          en: `Something has changed in the company. Under the rules of the programme, you and ${partner} cannot be a pair at the moment. Nobody has done anything wrong.`,
        }),
      ),
      paragraph(
        say({
          du: 'Bitte trefft euch vorerst nicht mehr für das Programm und nehmt vereinbarte Termine aus dem Kalender. Auch wir fragen euch so lange nichts.',
          sie: 'Bitte treffen Sie sich vorerst nicht mehr für das Programm und nehmen Sie vereinbarte Termine aus dem Kalender. Auch wir fragen Sie so lange nichts.',
          en: 'Please do not meet for the programme until further notice, and take any dates out of your calendars. We will not ask you anything in the meantime either.',
        }),
      ),
      paragraph(
        say({
          du: 'Die Koordination weiß Bescheid und meldet sich bei dir. Wenn du vorher reden möchtest: Die Adressen stehen unten.',
          sie: 'Die Koordination weiß Bescheid und meldet sich bei Ihnen. Wenn Sie vorher reden möchten: Die Adressen stehen unten.',
          en: 'The coordinators know and will be in touch with you. If you would like to talk sooner, their addresses are below.',
        }),
      ),
      signature(speaker),
    ],
  };
});
