import * as z from 'zod/mini';
import { greeting, paragraph, signature } from '../phrases.ts';
import { Person, Role } from '../variables.ts';
import { writer } from '../writer.ts';

export const partnerLeft = writer(z.object({ person: Person, role: Role, partner: Person }), (variables, speaker) => {
  const { say, named } = speaker;
  const partner = named(variables.partner);
  return {
    subject: say({ de: `Das Paar mit ${partner} ist zu Ende`, en: `Your pair with ${partner} has ended` }),
    preview: say({ du: 'Es liegt nicht an dir.', sie: 'Es liegt nicht an Ihnen.', en: 'It is not about you.' }),
    blocks: [
      greeting(speaker, variables.person),
      paragraph(
        say({
          de: `das Paar mit ${partner} ist zu Ende. Einen Grund muss dafür niemand nennen, und wir fragen auch nicht danach.`,
          en: `Your pair with ${partner} has ended. Nobody has to give a reason for that, and we do not ask for one.`,
        }),
      ),
      paragraph(
        variables.role === 'junior'
          ? say({
              du: 'Du hast nichts falsch gemacht, und es hat für dich keine Nachteile. Vereinbarte Termine kannst du aus deinem Kalender nehmen. Die Koordination meldet sich, wenn es ein neues Gegenüber für dich gibt.',
              sie: 'Sie haben nichts falsch gemacht, und es hat für Sie keine Nachteile. Vereinbarte Termine können Sie aus Ihrem Kalender nehmen. Die Koordination meldet sich, wenn es ein neues Gegenüber für Sie gibt.',
              en: 'You did nothing wrong, and it has no consequences for you. You can take the dates out of your calendar. The coordinators will be in touch when there is a new partner for you.',
            })
          : say({
              du: 'Vereinbarte Termine kannst du aus deinem Kalender nehmen. Die Koordination meldet sich, wenn es ein neues Gegenüber für dich gibt.',
              sie: 'Vereinbarte Termine können Sie aus Ihrem Kalender nehmen. Die Koordination meldet sich, wenn es ein neues Gegenüber für Sie gibt.',
              en: 'You can take the dates out of your calendar. The coordinators will be in touch when there is a new partner for you.',
            }),
      ),
      signature(speaker),
    ],
  };
});
