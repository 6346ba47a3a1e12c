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
    preview: say({
      du: 'Schön, dass du dabei warst.',
      sie: 'Schön, dass Sie dabei waren.',
      en: 'It was good to have you with us.',
    }),
    blocks: [
      greeting(speaker, person),
      paragraph(
        say({
          de: `„${programme}“ ist zu Ende. ${met(sessions, speaker)}`,
          en: `“${programme}” has ended. ${met(sessions, speaker)}`,
        }),
      ),
      paragraph(
        sessions === 0
          ? say({
              du: 'Danke, dass du dabei warst.',
              sie: 'Danke, dass Sie dabei waren.',
              en: 'Thank you for having been part of it.',
            })
          : role === 'junior'
            ? say({
                du: 'Danke, dass du gezeigt hast, was andere von ihrem Platz aus nicht sehen. Das kostet Mut.',
                sie: 'Danke, dass Sie gezeigt haben, was andere von ihrem Platz aus nicht sehen. Das kostet Mut.',
                en: 'Thank you for showing what others cannot see from where they sit. That takes courage.',
              })
            : say({
                du: 'Danke, dass du zugehört und dir die Zeit genommen hast. Beides ist in deinem Kalender nicht selbstverständlich.',
                sie: 'Danke, dass Sie zugehört und sich die Zeit genommen haben. Beides ist in Ihrem Kalender nicht selbstverständlich.',
                en: 'Thank you for listening and for making the time. With a calendar like yours, that is a lot.',
              }),
      ),
      paragraph(
        say({
          du: 'Von uns kommen jetzt keine Fragen mehr. Was wir über dich gespeichert haben, kannst du noch drei Monate lang ansehen.',
          sie: 'Von uns kommen jetzt keine Fragen mehr. Was wir über Sie gespeichert haben, können Sie noch drei Monate lang ansehen.',
          en: 'We will ask you nothing more. For another three months you can see what we have stored about you.',
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
      de: 'Es ist kein Treffen eingetragen. Das kommt vor, und niemand macht jemandem einen Vorwurf.',
      en: 'No meeting was logged. That happens, and it is nobody’s fault.',
    });
  }
  if (sessions === 1) return say({ de: 'Ein Treffen ist eingetragen.', en: 'One meeting was logged.' });
  return say({ de: `${sessions} Treffen sind eingetragen.`, en: `${sessions} meetings were logged.` });
}
