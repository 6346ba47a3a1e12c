import * as z from 'zod/mini';
import type { Block } from '../block.ts';
import { greeting, paragraph, signature } from '../phrases.ts';
import { Address, Count, Line, Link, LocalDateTime, Person, Role } from '../variables.ts';
import type { Speaker } from '../voice.ts';
import { writer } from '../writer.ts';

const Variables = z.object({
  person: Person,
  role: Role,
  partner: z.object({ callName: Line, name: Line, unit: z.nullable(Line), email: Address }),
  /** Topics that the junior offers and the senior wants, as the cohort words them. */
  topics: z.array(Line),
  /** Both in the reader's own time zone, which `timeZone` names as people do: `Berlin`. */
  proposals: z.tuple([LocalDateTime, LocalDateTime]),
  timeZone: Line,
  minutes: Count,
  logSession: Link,
});
type Variables = z.infer<typeof Variables>;

export const introduction = writer(Variables, (variables, speaker) => {
  const { say, named } = speaker;
  const partner = named(variables.partner);
  return {
    subject: say({
      du: `${partner} und du: zwei Vorschläge für das erste Treffen`,
      sie: `${partner} und Sie: zwei Vorschläge für das erste Treffen`,
      en: `${partner} and you: two ideas for your first meeting`,
    }),
    preview: say({ de: 'Wer das ist und was jetzt zu tun ist.', en: 'Who this is and what to do first.' }),
    blocks: [
      greeting(speaker, variables.person),
      paragraph(
        say({
          du: `dein Gegenüber für die nächsten Monate steht fest: ${variables.partner.name}. Schön, dass ihr beide dabei seid.`,
          sie: `Ihr Gegenüber für die nächsten Monate steht fest: ${variables.partner.name}. Schön, dass Sie beide dabei sind.`,
          en: `Your partner for the coming months is ${variables.partner.name}. We are glad that you are both in.`,
        }),
      ),
      facts(variables, speaker),
      { kind: 'question', text: say({ de: 'Was jetzt zu tun ist', en: 'What to do first' }) },
      {
        kind: 'steps',
        items: variables.role === 'junior' ? juniorSteps(partner, speaker) : seniorSteps(partner, variables, speaker),
      },
      paragraph(
        say({
          du: `Danach trägst du das Treffen hier ein. Das dauert eine Minute, und ${partner} kann es ebenso tun.`,
          sie: `Danach tragen Sie das Treffen hier ein. Das dauert eine Minute, und ${partner} kann es ebenso tun.`,
          en: `Afterwards, log the meeting here. It takes a minute, and ${partner} can do it just as well.`,
        }),
      ),
      whoSeesTheLog(speaker),
      { kind: 'button', label: say({ de: 'Treffen eintragen', en: 'Log a meeting' }), href: variables.logSession },
      signature(speaker),
    ],
  };
});

function facts({ partner, topics, proposals, timeZone, minutes }: Variables, { say, moment }: Speaker): Block {
  const [first, second] = proposals;
  const idea = say({ de: 'Vorschlag', en: 'Idea' });
  return {
    kind: 'facts',
    facts: [
      {
        label: say({ de: 'Wer', en: 'Who' }),
        value: partner.unit === null ? partner.name : `${partner.name}, ${partner.unit}`,
      },
      { label: say({ de: 'E-Mail', en: 'Email' }), value: partner.email },
      ...(topics.length > 0 ? [{ label: say({ de: 'Gemeinsam', en: 'In common' }), value: topics.join(', ') }] : []),
      { label: `${idea} 1`, value: moment(first) },
      { label: `${idea} 2`, value: moment(second) },
      {
        label: say({ de: 'Dauer', en: 'Length' }),
        value: say({ de: `${minutes} Minuten (Uhrzeit in ${timeZone})`, en: `${minutes} minutes (${timeZone} time)` }),
      },
    ],
  };
}

/** The senior invites: it shows that the hour matters, and spares the junior running after a leader's calendar. */
function seniorSteps(partner: string, { partner: { email } }: Variables, { say }: Speaker): string[] {
  return [
    say({
      du: `Such dir einen der beiden Vorschläge aus und schick ${partner} (${email}) eine Einladung. Das kann auch jemand für dich tun.`,
      sie: `Suchen Sie sich einen der beiden Vorschläge aus und schicken Sie ${partner} (${email}) eine Einladung. Das kann auch jemand für Sie tun.`,
      en: `Pick one of the two ideas and send ${partner} (${email}) an invitation. Somebody may do it for you.`,
    }),
    say({
      du: 'Passt keiner der beiden, schlag einen anderen Tag vor. Ein neutraler Ort ist besser als das eigene Büro.',
      sie: 'Passt keiner der beiden, schlagen Sie einen anderen Tag vor. Ein neutraler Ort ist besser als das eigene Büro.',
      en: 'If neither suits, choose another day. Neutral ground is better than your own office.',
    }),
    say({
      du: 'Bring eine ehrliche Frage mit. Mehr Vorbereitung braucht das erste Treffen nicht.',
      sie: 'Bringen Sie eine ehrliche Frage mit. Mehr Vorbereitung braucht das erste Treffen nicht.',
      en: 'Bring one honest question. The first meeting needs no other preparation.',
    }),
  ];
}

function juniorSteps(partner: string, { say }: Speaker): string[] {
  return [
    say({
      du: `Wir haben ${partner} gebeten, dir für einen der beiden Vorschläge eine Einladung zu schicken.`,
      sie: `Wir haben ${partner} gebeten, Ihnen für einen der beiden Vorschläge eine Einladung zu schicken.`,
      en: `We have asked ${partner} to send you an invitation for one of the two ideas.`,
    }),
    say({
      du: 'Ist in drei Tagen nichts da, schreib gern selbst zwei Zeilen. Das ist erwünscht und nicht aufdringlich.',
      sie: 'Ist in drei Tagen nichts da, schreiben Sie gern selbst zwei Zeilen. Das ist erwünscht und nicht aufdringlich.',
      en: 'If nothing has come in three days, feel free to write two lines yourself. That is welcome, not pushy.',
    }),
    say({
      du: 'Überlege dir, was du zeigen magst und was nicht. Mehr Vorbereitung braucht das erste Treffen nicht.',
      sie: 'Überlegen Sie sich, was Sie zeigen möchten und was nicht. Mehr Vorbereitung braucht das erste Treffen nicht.',
      en: 'Think about what you would like to show, and what not. The first meeting needs no other preparation.',
    }),
  ];
}

function whoSeesTheLog({ say }: Speaker): Block {
  return {
    kind: 'note',
    title: say({ de: 'Wer das liest', en: 'Who reads this' }),
    text: say({
      de: 'Eingetragen werden Tag, Dauer, ob ein Termin verschoben wurde und der nächste Termin. Die Koordination sieht das; worüber gesprochen wird, fragt niemand.',
      en: 'A log holds the day, the length, whether a date was moved and the next date. The coordinators see that; nobody asks what you talk about.',
    }),
  };
}
