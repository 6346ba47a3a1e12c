import * as z from 'zod/mini';
import type { Task } from '../../../task/task.ts';
import { greeting, paragraph, signature } from '../phrases.ts';
import { Count, Line, Link, Person } from '../variables.ts';
import { writer } from '../writer.ts';

const kinds = {
  'mail-bounced': { de: 'E-Mails kommen nicht an', en: 'Mail does not arrive' },
  'mail-complained': { de: 'E-Mails als Spam gemeldet', en: 'Mail marked as spam' },
  'waits-for-hr': { de: 'Angaben von HR fehlen', en: 'Facts from HR are missing' },
  'rule-broken': { de: 'Ein Paar ist angehalten', en: 'A pair is on hold' },
  'rule-unchecked': { de: 'Eine Regel lässt sich nicht prüfen', en: 'A rule cannot be checked' },
  'letter-unknown': { de: 'Verbleib einer E-Mail unklar', en: 'Unclear whether a letter arrived' },
} as const satisfies Record<Task['kind'], { de: string; en: string }>;
const kindNames = Object.keys(kinds) as [Task['kind'], ...Task['kind'][]];

/**
 * To a coordinator: how many tasks of which kind are open. Whom they are about stands at the desk and in no mailbox.
 */
export const task = writer(
  z.object({
    person: Person,
    cohort: Line,
    tasks: z.array(z.object({ what: z.enum(kindNames), count: Count })).check(z.minLength(1)),
    desk: Link,
  }),
  ({ person, cohort, tasks, desk }, speaker) => {
    const { say, programme } = speaker;
    const count = tasks.reduce((sum, each) => sum + each.count, 0);
    const one = count === 1;
    const times = (of: number) =>
      of === 1 ? say({ de: 'Einmal', en: 'Once' }) : say({ de: `${of}-mal`, en: `${of} times` });
    return {
      subject: say({
        de: one ? `${programme}: Eine Aufgabe wartet` : `${programme}: ${count} Aufgaben warten`,
        en: one ? `${programme}: a task is waiting` : `${programme}: ${count} tasks are waiting`,
      }),
      preview: cohort,
      blocks: [
        greeting(speaker, person),
        paragraph(
          say({
            de: `hier wartet etwas, das besser ein Mensch entscheidet als das System. Im Jahrgang „${cohort}“ ist offen:`,
            en: `Something is waiting that a person should decide, not the system. Open in the cohort “${cohort}”:`,
          }),
        ),
        {
          kind: 'facts',
          facts: tasks.map(({ what, count }) => ({ label: times(count), value: say(kinds[what]) })),
        },
        paragraph(
          say({
            de: 'Um wen es geht und was zu tun ist, steht am Schreibtisch und nicht in dieser E-Mail. Von neuen Aufgaben ist höchstens einmal am Tag die Rede.',
            en: 'Who it is about and what to do is on the desk, not in this email. We write of new tasks once a day at most.',
          }),
        ),
        { kind: 'button', label: say({ de: 'Aufgaben ansehen', en: 'See the tasks' }), href: desk },
        signature(speaker),
      ],
    };
  },
);
