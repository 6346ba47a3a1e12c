import * as z from 'zod/mini';
import { greeting, paragraph, signature } from '../phrases.ts';
import { Count, Link, Person, Role } from '../variables.ts';
import type { Speaker } from '../voice.ts';
import { writer } from '../writer.ts';

const Variables = z.object({ person: Person, role: Role, sessions: Count, myData: Link });

export const goodbye = writer(Variables, ({ person, role, sessions, myData }, speaker) => {
  const { say, programme } = speaker;
  return {
    subject: say({ de: `„${programme}“ ist zu Ende: danke`, en: `“${programme}” has ended: thank you` }),
    preview: say({ de: 'Es kommen keine Fragen mehr.', en: 'There are no more questions.' }),
    blocks: [
      greeting(speaker, person),
      paragraph(
        say({
          de: `„${programme}“ ist zu Ende. ${met(sessions, speaker)}`,
          en: `“${programme}” has ended. ${met(sessions, speaker)}`,
        }),
      ),
      paragraph(
        role === 'junior'
          ? say({
              du: 'Danke, dass du gezeigt hast, was andere von ihrem Platz aus nicht sehen. Das kostet Mut.',
              sie: 'Danke, dass Sie gezeigt haben, was andere von ihrem Platz aus nicht sehen. Das kostet Mut.',
              en: 'Thank you for showing what others cannot see from where they sit. That takes courage.',
            })
          : say({
              du: 'Danke, dass du zugehört und dir die Zeit genommen hast. Beides ist in deinem Kalender nicht selbstverständlich.',
              sie: 'Danke, dass Sie zugehört und sich die Zeit genommen haben. Beides ist in Ihrem Kalender nicht selbstverständlich.',
              en: 'Thank you for listening and for making the time. In your calendar, neither goes without saying.',
            }),
      ),
      paragraph(
        say({
          du: 'Offene Fragen haben wir geschlossen. Was über dich gespeichert ist, kannst du noch drei Monate lang ansehen.',
          sie: 'Offene Fragen haben wir geschlossen. Was über Sie gespeichert ist, können Sie noch drei Monate lang ansehen.',
          en: 'We have closed all open questions. You can see what is stored about you for three more months.',
        }),
      ),
      { kind: 'button', label: say({ de: 'Meine Daten ansehen', en: 'See my data' }), href: myData },
      signature(speaker),
    ],
  };
});

function met(sessions: number, { say }: Speaker): string {
  if (sessions === 0) {
    return say({
      de: 'Ein Treffen ist nicht eingetragen. Das kommt vor, und niemand macht daraus einen Vorwurf.',
      en: 'No meeting was logged. That happens, and nobody will blame anybody for it.',
    });
  }
  if (sessions === 1) return say({ de: 'Ein Treffen ist eingetragen.', en: 'One meeting was logged.' });
  return say({ de: `${sessions} Treffen sind eingetragen.`, en: `${sessions} meetings were logged.` });
}
