import * as z from 'zod/mini';
import type { Block } from '../block.ts';
import { greeting, nothingCountsYet, paragraph, signature, whoReadsWhat } from '../phrases.ts';
import { Count, Link, LocalDate, Person, Role } from '../variables.ts';
import type { Speaker } from '../voice.ts';
import { writer } from '../writer.ts';

const Variables = z.object({
  person: Person,
  role: Role,
  sessions: Count,
  minutes: Count,
  start: LocalDate,
  end: LocalDate,
  answerBy: LocalDate,
  yes: Link,
  no: Link,
});
type Variables = z.infer<typeof Variables>;

export const confirm = writer(Variables, (variables, speaker) => {
  const { say, programme } = speaker;
  return {
    subject: say({
      du: `${programme}: Machst du mit?`,
      sie: `${programme}: Nehmen Sie teil?`,
      en: `${programme}: will you take part?`,
    }),
    preview: say({ de: 'Ein Ja und ein Nein sind gleich willkommen.', en: 'A yes and a no are equally welcome.' }),
    blocks: [
      greeting(speaker, variables.person),
      paragraph(invitation(variables, speaker)),
      timeAndRole(variables, speaker),
      whoReadsWhat(speaker),
      ...ask(variables, speaker),
      signature(speaker),
    ],
  };
});

export const confirmReminder = writer(Variables, (variables, speaker) => {
  const { say, day, programme } = speaker;
  const { answerBy } = variables;
  return {
    subject: say({
      du: `${programme}: Deine Antwort fehlt noch`,
      sie: `${programme}: Ihre Antwort fehlt noch`,
      en: `${programme}: your answer is still missing`,
    }),
    preview: say({ de: `Ja oder Nein, bis ${day(answerBy)}.`, en: `Yes or no, by ${day(answerBy)}.` }),
    blocks: [
      greeting(speaker, variables.person),
      paragraph(
        say({
          du: `wir haben dich zu „${programme}“ eingeladen und noch nichts von dir gehört. Sagst du uns kurz Bescheid? Ein Ja hilft uns und ein Nein auch.`,
          sie: `wir haben Sie zu „${programme}“ eingeladen und noch nichts von Ihnen gehört. Sagen Sie uns kurz Bescheid? Ein Ja hilft uns und ein Nein auch.`,
          en: `We invited you to “${programme}” and have not heard from you yet. Would you let us know? A yes helps us, and so does a no.`,
        }),
      ),
      timeAndRole(variables, speaker),
      whoReadsWhat(speaker),
      ...ask(variables, speaker),
      signature(speaker),
    ],
  };
});

function invitation({ role }: Variables, { say, programme }: Speaker): string {
  if (role === 'junior') {
    return say({
      du: `wir laden dich zu „${programme}“ ein. Das ist Mentoring umgekehrt: Eine Führungskraft lernt von dir, aus deinem Alltag und von deinem Blick. Du bringst alles mit, was es dafür braucht.`,
      sie: `wir laden Sie zu „${programme}“ ein. Das ist Mentoring umgekehrt: Eine Führungskraft lernt von Ihnen, aus Ihrem Alltag und von Ihrem Blick. Sie bringen alles mit, was es dafür braucht.`,
      en: `We invite you to “${programme}”. It is mentoring the other way round: a leader learns from you, from your day and your view. You already have everything it takes.`,
    });
  }
  return say({
    du: `wir laden dich zu „${programme}“ ein. Das ist Mentoring umgekehrt: Du lernst von jemandem, der noch nicht lange dabei ist und manches anders sieht. Gebraucht wird vor allem Neugier.`,
    sie: `wir laden Sie zu „${programme}“ ein. Das ist Mentoring umgekehrt: Sie lernen von jemandem, der noch nicht lange dabei ist und manches anders sieht. Gebraucht wird vor allem Neugier.`,
    en: `We invite you to “${programme}”. It is mentoring the other way round: you learn from somebody who has not been here long and sees some things differently. Bring curiosity, that is all.`,
  });
}

function timeAndRole({ role, sessions, minutes, start, end, answerBy }: Variables, { say, day }: Speaker): Block {
  const learns =
    role === 'junior'
      ? say({
          du: 'Eine Führungskraft lernt von dir',
          sie: 'Eine Führungskraft lernt von Ihnen',
          en: 'A leader learns from you',
        })
      : say({ du: 'Du lernst', sie: 'Sie lernen', en: 'You are the learner' });
  return {
    kind: 'facts',
    facts: [
      { label: say({ du: 'Deine Rolle', sie: 'Ihre Rolle', en: 'Your role' }), value: learns },
      {
        label: say({ de: 'Zeit', en: 'Time' }),
        value: say({
          de: `${sessions} Treffen zu je ${minutes} Minuten, dazu ab und zu zwei Minuten für eine E-Mail wie diese`,
          en: `${sessions} meetings of ${minutes} minutes, and now and then two minutes for an email like this one`,
        }),
      },
      {
        label: say({ de: 'Zeitraum', en: 'When' }),
        value: say({ de: `${day(start)} bis ${day(end)}`, en: `${day(start)} to ${day(end)}` }),
      },
      { label: say({ de: 'Antwort bis', en: 'Answer by' }), value: day(answerBy) },
    ],
  };
}

/** Two answers of equal weight: no default, no small print on one of them. */
function ask({ yes, no }: Variables, speaker: Speaker): Block[] {
  const { say } = speaker;
  return [
    {
      kind: 'question',
      text: say({ du: 'Machst du mit?', sie: 'Nehmen Sie teil?', en: 'Will you take part?' }),
    },
    {
      kind: 'choices',
      choices: [
        { label: say({ de: 'Ja, ich nehme teil', en: 'Yes, I take part' }), href: yes },
        { label: say({ de: 'Nein, danke', en: 'No, thanks' }), href: no },
      ],
    },
    nothingCountsYet(speaker),
    paragraph(
      say({
        de: 'Die Teilnahme ist freiwillig. Ein Nein braucht keinen Grund, und nur die Koordination sieht es.',
        en: 'Taking part is voluntary. A no needs no reason, and only the coordinators see it.',
      }),
    ),
  ];
}
