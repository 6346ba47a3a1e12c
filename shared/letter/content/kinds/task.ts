import * as z from 'zod/mini';
import { greeting, paragraph, signature } from '../phrases.ts';
import { Line, Link, Person } from '../variables.ts';
import { writer } from '../writer.ts';

/** To a coordinator. `what`, `about` and `why` come from the task's own registry, in the coordinator's language. */
export const task = writer(
  z.object({ person: Person, what: Line, about: z.nullable(Line), why: Line, desk: Link }),
  ({ person, what, about, why, desk }, speaker) => {
    const { say, programme } = speaker;
    return {
      subject: say({ de: `${programme}: Eine Aufgabe wartet`, en: `${programme}: a task is waiting` }),
      preview: what,
      blocks: [
        greeting(speaker, person),
        paragraph(
          say({
            de: 'hier ist etwas, das besser ein Mensch entscheidet als das System:',
            en: 'Here is something that a person should decide rather than the system:',
          }),
        ),
        {
          kind: 'facts',
          facts: [
            { label: say({ de: 'Aufgabe', en: 'Task' }), value: what },
            ...(about === null ? [] : [{ label: say({ de: 'Es geht um', en: 'About' }), value: about }]),
            { label: say({ de: 'Warum', en: 'Why' }), value: why },
          ],
        },
        { kind: 'button', label: say({ de: 'Aufgabe öffnen', en: 'Open the task' }), href: desk },
        signature(speaker),
      ],
    };
  },
);
