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
          de: `${partner} nimmt nicht mehr am Programm teil. Wer geht, braucht keinen Grund zu nennen; wir kennen also keinen und fragen auch nicht danach.`,
          en: `${partner} no longer takes part in the programme. Nobody who leaves has to give a reason, so we know of none and do not ask.`,
        }),
      ),
      paragraph(
        variables.role === 'junior'
          ? say({
              du: 'Mit deiner Arbeit als Mentorin oder Mentor hat das nichts zu tun, und Nachteile entstehen dir keine. Die Koordination meldet sich, wenn es ein neues Gegenüber für dich gibt.',
              sie: 'Mit Ihrer Arbeit als Mentorin oder Mentor hat das nichts zu tun, und Nachteile entstehen Ihnen keine. Die Koordination meldet sich, wenn es ein neues Gegenüber für Sie gibt.',
              en: 'It has nothing to do with your work as a mentor, and you have no disadvantage from it. The coordinators will be in touch when there is a new partner for you.',
            })
          : say({
              du: 'Die Termine kannst du aus deinem Kalender nehmen. Die Koordination meldet sich, wenn es ein neues Gegenüber für dich gibt.',
              sie: 'Die Termine können Sie aus Ihrem Kalender nehmen. Die Koordination meldet sich, wenn es ein neues Gegenüber für Sie gibt.',
              en: 'You can take the dates out of your calendar. The coordinators will be in touch when there is a new partner for you.',
            }),
      ),
      signature(speaker),
    ],
  };
});
