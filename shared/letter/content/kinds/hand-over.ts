import * as z from 'zod/mini';
import { greeting, paragraph, signature } from '../phrases.ts';
import { Count, Line, Link, Person } from '../variables.ts';
import { writer } from '../writer.ts';

/** A note of several paragraphs. */
const Note = z.string().check(z.maxLength(2_000), z.regex(/^[\P{Cc}\n]*$/u));

/** To a colleague at the desk: what is theirs now. */
export const handOver = writer(
  z.object({ person: Person, by: Line, cohorts: z.array(Line), tasks: Count, note: z.nullable(Note), desk: Link }),
  ({ person, by, cohorts, tasks, note, desk }, speaker) => {
    const { say } = speaker;
    const open = { de: tasks === 1 ? 'eine' : String(tasks), en: tasks === 1 ? 'one' : String(tasks) };
    return {
      subject: say({ de: `Übergabe von ${by}`, en: `Hand-over from ${by}` }),
      preview: cohorts.join(', '),
      blocks: [
        greeting(speaker, person),
        paragraph(
          say({
            du: `${by} hat dir die Arbeit an diesen Jahrgängen übergeben. Was dort offen ist, liegt jetzt bei dir, und wer auf die E-Mails der Jahrgänge antwortet, erreicht dich, wo vorher ${by} stand.`,
            sie: `${by} hat Ihnen die Arbeit an diesen Jahrgängen übergeben. Was dort offen ist, liegt jetzt bei Ihnen, und wer auf die E-Mails der Jahrgänge antwortet, erreicht Sie, wo vorher ${by} stand.`,
            en: `${by} has handed these cohorts over to you. What is open there is yours now, and replies to their emails that went to ${by} come to you.`,
          }),
        ),
        {
          kind: 'facts',
          facts: [
            { label: say({ de: 'Jahrgänge', en: 'Cohorts' }), value: cohorts.join(', ') },
            { label: say({ de: 'Offene Aufgaben', en: 'Open tasks' }), value: say(open) },
          ],
        },
        ...(note
          ? [{ kind: 'note' as const, title: say({ de: `Notiz von ${by}`, en: `Note from ${by}` }), text: note }]
          : []),
        { kind: 'button', label: say({ de: 'Zum Schreibtisch', en: 'Go to the desk' }), href: desk },
        signature(speaker),
      ],
    };
  },
);
