import * as z from 'zod/mini';
import type { Block } from '../block.ts';
import { greeting, paragraph, signature } from '../phrases.ts';
import { Count, Link, LocalDate, Person } from '../variables.ts';
import type { Speaker } from '../voice.ts';
import { writer } from '../writer.ts';

/** Operational answers only: nothing that was told in confidence is ever said again. */
const Variables = z.object({
  person: Person,
  partner: Person,
  met: z.enum(['yes', 'date', 'no']),
  /** The meeting as this person logged it. */
  session: z.nullable(z.object({ date: LocalDate, minutes: Count })),
  next: z.nullable(LocalDate),
  /** Until then the answer can be changed. */
  closes: LocalDate,
  change: Link,
  /** Where the day of the next meeting is told: for who has one and has not said it. */
  plan: z.nullable(Link),
});
type Variables = z.infer<typeof Variables>;

/** What was recorded of an answer that came by mail, so that a misunderstanding does not last. */
export const thanks = writer(Variables, (variables, speaker) => {
  const { say, day } = speaker;
  const { person, closes, change } = variables;
  return {
    subject: say({ de: 'Danke, das ist eingetragen', en: 'Thank you, this is noted' }),
    preview: heard(variables, speaker),
    blocks: [
      greeting(speaker, person),
      paragraph(
        say({
          du: 'danke für deine Antwort. So steht sie jetzt bei uns, und so sieht sie die Koordination:',
          sie: 'danke für Ihre Antwort. So steht sie jetzt bei uns, und so sieht sie die Koordination:',
          en: 'Thank you for your answer. This is what we have noted, and what the coordinators see:',
        }),
      ),
      facts(variables, speaker),
      ...whichDay(variables, speaker),
      paragraph(
        say({
          du: `Stimmt etwas nicht? Bis ${day(closes)} kannst du es ändern.`,
          sie: `Stimmt etwas nicht? Bis ${day(closes)} können Sie es ändern.`,
          en: `Is anything wrong? You can change it until ${day(closes)}.`,
        }),
      ),
      { kind: 'button', label: say({ de: 'Antwort ändern', en: 'Change my answer' }), href: change },
      signature(speaker),
    ],
  };
});

/** A reply says that there is a date, and not which: only a day and an hour come into the calendars. */
function whichDay({ plan }: Variables, { say }: Speaker): Block[] {
  if (plan === null) return [];
  return [
    paragraph(
      say({
        du: 'Welcher Tag ist es? Trag ihn mit Uhrzeit ein, dann kommt er in eure beiden Kalender.',
        sie: 'Welcher Tag ist es? Tragen Sie ihn mit Uhrzeit ein, dann kommt er in Ihre beiden Kalender.',
        en: 'Which day is it? Enter it with the hour, and it goes into the calendars of you both.',
      }),
    ),
    { kind: 'button', label: say({ de: 'Termin eintragen', en: 'Enter the date' }), href: plan },
  ];
}

function heard({ partner, met }: Variables, { say, named }: Speaker): string {
  const name = named(partner);
  if (met === 'yes') {
    return say({
      du: `Du hast dich mit ${name} getroffen.`,
      sie: `Sie haben sich mit ${name} getroffen.`,
      en: `You have met ${name}.`,
    });
  }
  if (met === 'date') return say({ de: `Mit ${name} steht ein Termin.`, en: `You and ${name} have set a date.` });
  return say({ de: `Ein Treffen mit ${name} gab es noch nicht.`, en: `You have not met ${name} yet.` });
}

function facts(variables: Variables, speaker: Speaker): Block {
  const { say, day } = speaker;
  const { session, next } = variables;
  return {
    kind: 'facts',
    facts: [
      { label: say({ de: 'Antwort', en: 'Answer' }), value: heard(variables, speaker) },
      ...(session === null
        ? []
        : [
            { label: say({ de: 'Treffen', en: 'Meeting' }), value: day(session.date) },
            {
              label: say({ de: 'Dauer', en: 'Length' }),
              value: say({ de: `${session.minutes} Minuten`, en: `${session.minutes} minutes` }),
            },
          ]),
      ...(next === null ? [] : [{ label: say({ de: 'Nächstes Mal', en: 'Next time' }), value: day(next) }]),
    ],
  };
}
