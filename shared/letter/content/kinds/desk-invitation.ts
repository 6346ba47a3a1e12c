import * as z from 'zod/mini';
import { greeting, paragraph, signature } from '../phrases.ts';
import { Count, Line, Link, Person } from '../variables.ts';
import { writer } from '../writer.ts';

const roles = {
  admin: { de: 'Administration', en: 'admin' },
  coordinator: { de: 'Koordination', en: 'coordinator' },
  reader: { de: 'nur lesen', en: 'reading only' },
} as const;

/** To somebody who shall work at the desk. Its link is the desk's door: who has this mailbox gets in by a link of their own. */
export const deskInvitation = writer(
  z.object({
    person: Person,
    by: Line,
    role: z.enum(['admin', 'coordinator', 'reader']),
    /** Names; none: all cohorts. */
    cohorts: z.array(Line),
    days: Count,
    desk: Link,
  }),
  ({ person, by, role, cohorts, days, desk }, speaker) => {
    const { say } = speaker;
    return {
      subject: say({ de: 'Einladung an den Schreibtisch', en: 'Invitation to the desk' }),
      preview: say({
        de: `${by} lädt zur Mitarbeit am Mentoring-Programm ein.`,
        en: `${by} invites you to help run the mentoring programme.`,
      }),
      blocks: [
        greeting(speaker, person),
        paragraph(
          say({
            du: `${by} hat dich eingeladen, am Schreibtisch des Mentoring-Programms mitzuarbeiten. Das ist die Website, auf der HR Jahrgänge anlegt und begleitet.`,
            sie: `${by} hat Sie eingeladen, am Schreibtisch des Mentoring-Programms mitzuarbeiten. Das ist die Website, auf der HR Jahrgänge anlegt und begleitet.`,
            en: `${by} has invited you to the desk of the mentoring programme: the website where HR sets up and runs its cohorts.`,
          }),
        ),
        {
          kind: 'facts',
          facts: [
            { label: say({ de: 'Aufgabe', en: 'Role' }), value: say(roles[role]) },
            {
              label: say({ de: 'Für', en: 'For' }),
              value: cohorts.length > 0 ? cohorts.join(', ') : say({ de: 'alle Jahrgänge', en: 'all cohorts' }),
            },
          ],
        },
        paragraph(
          say({
            du: `Ein Passwort gibt es nicht: Gib auf der Seite deine E-Mail-Adresse ein, an die diese Einladung ging, dann kommt ein Link zur Anmeldung. Die Einladung gilt ${days} Tage.`,
            sie: `Ein Passwort gibt es nicht: Geben Sie auf der Seite Ihre E-Mail-Adresse ein, an die diese Einladung ging, dann kommt ein Link zur Anmeldung. Die Einladung gilt ${days} Tage.`,
            en: `There is no password: on that page, type the email address this invitation came to, and a link to sign in will follow. The invitation is good for ${days} days.`,
          }),
        ),
        { kind: 'button', label: say({ de: 'Zum Schreibtisch', en: 'Go to the desk' }), href: desk },
        signature(speaker),
      ],
    };
  },
);
