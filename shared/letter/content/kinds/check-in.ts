import * as z from 'zod/mini';
import type { Block } from '../block.ts';
import { greeting, nothingCountsYet, paragraph, signature, whoReadsAnswers } from '../phrases.ts';
import { Link, LocalDate, Person, Role } from '../variables.ts';
import type { Speaker } from '../voice.ts';
import { writer } from '../writer.ts';

export const Asked = z.object({
  partner: Person,
  closes: LocalDate,
  /** One link for each choice of P1. Questions of the other classes are asked on the page and never in a letter. */
  yes: Link,
  dateIsSet: Link,
  no: Link,
  /** A plain reply to the letter answers it too. */
  byMail: z.boolean(),
});
type Asked = z.infer<typeof Asked>;
const Variables = z.object({ person: Person, role: Role, ...Asked.shape });
type Variables = z.infer<typeof Variables>;

export const checkIn = writer(Variables, (variables, speaker) => {
  const { say, named } = speaker;
  const partner = named(variables.partner);
  return {
    subject: say({
      du: `${partner} und du: Wie läuft es?`,
      sie: `${partner} und Sie: Wie läuft es?`,
      en: `${partner} and you: how is it going?`,
    }),
    preview: say({ de: 'Dreimal tippen, dann ist es erledigt.', en: 'Three taps, and you are done.' }),
    blocks: [
      greeting(speaker, variables.person),
      paragraph(opening(variables, speaker)),
      ...ask(variables, speaker),
      signature(speaker),
    ],
  };
});

export const checkInReminder = writer(Variables, (variables, speaker) => {
  const { say, named, day } = speaker;
  const partner = named(variables.partner);
  const { closes } = variables;
  return {
    subject: say({
      du: `${partner} und du: noch eine kurze Frage`,
      sie: `${partner} und Sie: noch eine kurze Frage`,
      en: `${partner} and you: one short question is left`,
    }),
    preview: say({ de: `Möglich bis ${day(closes)}.`, en: `Open until ${day(closes)}.` }),
    blocks: [
      greeting(speaker, variables.person),
      paragraph(again(variables, speaker)),
      ...ask(variables, speaker),
      signature(speaker),
    ],
  };
});

function opening({ role }: Variables, { say }: Speaker): string {
  if (role === 'junior') {
    return say({
      du: 'wie läuft es bei euch? Auch „noch nicht getroffen“ ist eine gute Antwort: Dann wissen wir, dass wir helfen sollen, und niemand nimmt es dir übel.',
      sie: 'wie läuft es bei Ihnen? Auch „noch nicht getroffen“ ist eine gute Antwort: Dann wissen wir, dass wir helfen sollen, und niemand nimmt es Ihnen übel.',
      en: 'How is it going? “We have not met yet” is a good answer too: it tells us to help, and nobody will hold it against you.',
    });
  }
  return say({
    du: 'wie läuft es bei euch? Dreimal tippen genügt, auch zwischen zwei Terminen.',
    sie: 'wie läuft es bei Ihnen? Dreimal tippen genügt, auch zwischen zwei Terminen.',
    en: 'How is it going? Three taps are enough, even between two meetings.',
  });
}

function again({ role }: Variables, { say }: Speaker): string {
  const asked = say({
    du: 'vor ein paar Tagen haben wir dich gefragt, wie es läuft. Dies ist die einzige Erinnerung.',
    sie: 'vor ein paar Tagen haben wir Sie gefragt, wie es läuft. Dies ist die einzige Erinnerung.',
    en: 'A few days ago we asked you how it is going. This is the only reminder.',
  });
  const light =
    role === 'junior'
      ? say({
          de: 'Jede Antwort ist recht, auch ein Nein.',
          en: 'Any answer is fine, including a no.',
        })
      : say({ de: 'Es dauert keine Minute.', en: 'It takes less than a minute.' });
  return `${asked} ${light}`;
}

/** The one question that a letter may ask, and before it who reads the answer. */
export function ask({ partner, closes, yes, dateIsSet, no, byMail }: Asked, speaker: Speaker): Block[] {
  const { say, named, day } = speaker;
  const name = named(partner);
  return [
    whoReadsAnswers(speaker),
    {
      kind: 'question',
      text: say({
        du: `Hast du dich seit unserer letzten Nachricht mit ${name} getroffen?`,
        sie: `Haben Sie sich seit unserer letzten Nachricht mit ${name} getroffen?`,
        en: `Have you met ${name} since our last message?`,
      }),
    },
    {
      kind: 'choices',
      choices: [
        { label: say({ de: 'Ja', en: 'Yes' }), href: yes },
        { label: say({ de: 'Ein Termin steht', en: 'A date is set' }), href: dateIsSet },
        { label: say({ de: 'Nein', en: 'No' }), href: no },
      ],
    },
    nothingCountsYet(speaker),
    paragraph(
      say({
        du: `Die Seite ist bis ${day(closes)} offen; so lange kannst du die Antwort ändern.`,
        sie: `Die Seite ist bis ${day(closes)} offen; so lange können Sie die Antwort ändern.`,
        en: `The page stays open until ${day(closes)}; you can change your answer until then.`,
      }),
    ),
    ...(byMail ? [orReply(speaker)] : []),
  ];
}

/** A mailbox keeps what is written: only what the coordinators may read anyway belongs there. */
function orReply({ say }: Speaker): Block {
  return paragraph(
    say({
      du: 'Oder antworte einfach auf diese E-Mail mit einem kurzen Satz wie „Ja, am 3. getroffen, 45 Minuten“ oder „Nein, aber wir haben einen Termin am 20. März“. Den liest nur unser Programm. Postfächer behalten Kopien: Schreib nichts Vertrauliches.',
      sie: 'Oder antworten Sie einfach auf diese E-Mail mit einem kurzen Satz wie „Ja, am 3. getroffen, 45 Minuten“ oder „Nein, aber wir haben einen Termin am 20. März“. Den liest nur unser Programm. Postfächer behalten Kopien: Schreiben Sie nichts Vertrauliches.',
      en: 'Or simply reply to this email with one short sentence such as “Yes, met on the 3rd, 45 minutes” or “No, but we have a date on 20 March”. Only our program reads it. Mailboxes keep copies: write nothing confidential.',
    }),
  );
}
