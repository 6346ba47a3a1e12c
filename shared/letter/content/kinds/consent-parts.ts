import * as z from 'zod/mini';
import type { Block } from '../block.ts';
import { nothingCountsYet, paragraph } from '../phrases.ts';
import { Line, Link, LocalDateTime, Person, Role } from '../variables.ts';
import type { Speaker } from '../voice.ts';

const asked = {
  person: Person,
  partner: z.object({ callName: Line, name: Line, unit: z.nullable(Line) }),
  /** Topics that the junior offers and the senior wants, as the cohort words them. */
  topics: z.array(Line),
  /** Where the two work apart from each other. */
  apart: z.enum(['unit', 'site', 'unit and site', 'nowhere']),
  /** In the reader's own time zone. */
  until: LocalDateTime,
  yes: Link,
  no: Link,
} as const;
export const Asked = z.object(asked);
export const AskedAgain = z.object({ ...asked, role: Role });
type Variables = z.infer<typeof Asked>;

const who = ({ partner }: Variables, { say }: Speaker) => ({
  label: say({ de: 'Wer', en: 'Who' }),
  value: partner.unit === null ? partner.name : `${partner.name}, ${partner.unit}`,
});

const answerBy = ({ until }: Variables, { say, moment }: Speaker) => ({
  label: say({ de: 'Antwort bis', en: 'Answer by' }),
  value: moment(until),
});

/** The soft rules in words, without points. */
function apartIn({ apart }: Variables, { say }: Speaker): string[] {
  switch (apart) {
    case 'unit':
      return [say({ de: 'Anderer Bereich: neue Blickwinkel.', en: 'Another unit: fresh eyes.' })];
    case 'site':
      return [say({ de: 'Anderer Standort: neue Blickwinkel.', en: 'Another site: fresh eyes.' })];
    case 'unit and site':
      return [
        say({
          de: 'Anderer Bereich, anderer Standort: neue Blickwinkel.',
          en: 'Another unit, another site: fresh eyes.',
        }),
      ];
    case 'nowhere':
      return [];
  }
}

export function juniorFacts(variables: Variables, speaker: Speaker): Block {
  const { say, named } = speaker;
  const partner = named(variables.partner);
  const topics = variables.topics.join(', ');
  const offers = say({
    du: `Du bietest an, was ${partner} lernen möchte: ${topics}.`,
    sie: `Sie bieten an, was ${partner} lernen möchte: ${topics}.`,
    en: `You offer what ${partner} would like to learn: ${topics}.`,
  });
  return {
    kind: 'facts',
    facts: [
      who(variables, speaker),
      {
        label: say({ du: 'Warum ihr beide', sie: 'Warum Sie beide', en: 'Why you two' }),
        value: [
          ...(topics === '' ? [] : [offers]),
          ...apartIn(variables, speaker),
          say({ de: 'Gemeinsame Sprache und Arbeitszeiten.', en: 'A shared language and shared hours.' }),
        ].join(' '),
      },
      {
        label: say({ de: 'Gut zu wissen', en: 'Good to know' }),
        value: say({
          du: `${partner} führt dich nicht, auch nicht mittelbar, und beurteilt dich nicht.`,
          sie: `${partner} führt Sie nicht, auch nicht mittelbar, und beurteilt Sie nicht.`,
          en: `${partner} does not manage you, not even indirectly, and does not appraise you.`,
        }),
      },
      answerBy(variables, speaker),
    ],
  };
}

export function seniorFacts(variables: Variables, speaker: Speaker): Block {
  const { say } = speaker;
  const topics = variables.topics.join(', ');
  const reasons = [...(topics === '' ? [] : [`${topics}.`]), ...apartIn(variables, speaker)];
  return {
    kind: 'facts',
    facts: [
      who(variables, speaker),
      ...(reasons.length > 0
        ? [
            {
              label: say({ du: 'Warum ihr beide', sie: 'Warum Sie beide', en: 'Why you two' }),
              value: reasons.join(' '),
            },
          ]
        : []),
      answerBy(variables, speaker),
    ],
  };
}

/** What stands here is kept: by the states of a pair, by the desk, and by a test that compares two worlds. */
export function aNoStaysWithYou(partner: string, { say }: Speaker): Block {
  return {
    kind: 'note',
    title: say({ du: 'Ein Nein bleibt bei dir', sie: 'Ein Nein bleibt bei Ihnen', en: 'A no stays with you' }),
    text: say({
      du: `Ein Nein braucht keinen Grund, und niemand erfährt davon: ${partner} nicht, deine Vorgesetzten nicht, und auch die Koordination kann ein Nein nicht von einer fehlenden Antwort unterscheiden. Du bleibst im Programm.`,
      sie: `Ein Nein braucht keinen Grund, und niemand erfährt davon: ${partner} nicht, Ihre Vorgesetzten nicht, und auch die Koordination kann ein Nein nicht von einer fehlenden Antwort unterscheiden. Sie bleiben im Programm.`,
      en: `A no needs no reason, and nobody learns of it: not ${partner}, not your managers, and the coordinators cannot tell a no from an answer that never came. You stay in the programme.`,
    }),
  };
}

export function noReasonNeeded({ partner }: Variables, { say, named }: Speaker): Block {
  const name = named(partner);
  return {
    kind: 'note',
    title: say({ de: 'Wer davon erfährt', en: 'Who learns of it' }),
    text: say({
      de: `Ein Nein braucht keinen Grund. ${name} und die Koordination erfahren nur, ob das Paar zustande kommt, nicht, woran es lag.`,
      en: `A no needs no reason. ${name} and the coordinators learn only whether the pair comes about, not why.`,
    }),
  };
}

export function juniorQuestion(variables: Variables, speaker: Speaker): Block[] {
  const partner = speaker.named(variables.partner);
  return ask(
    speaker.say({
      du: `Möchtest du ${partner} begleiten?`,
      sie: `Möchten Sie ${partner} begleiten?`,
      en: `Would you like to mentor ${partner}?`,
    }),
    variables,
    speaker,
  );
}

export function seniorQuestion(variables: Variables, speaker: Speaker): Block[] {
  const partner = speaker.named(variables.partner);
  const question = ask(
    speaker.say({
      du: `Möchtest du von ${partner} lernen?`,
      sie: `Möchten Sie von ${partner} lernen?`,
      en: `Would you like to learn from ${partner}?`,
    }),
    variables,
    speaker,
  );
  return [...question, yesIsFinal(speaker)];
}

function yesIsFinal({ say }: Speaker): Block {
  return paragraph(
    say({
      du: 'Ein Ja gilt: Für diese Frage kannst du es nicht mehr zurücknehmen, ein Nein dagegen noch ändern. Ein Paar kannst du später jederzeit verlassen, ohne einen Grund zu nennen.',
      sie: 'Ein Ja gilt: Für diese Frage können Sie es nicht mehr zurücknehmen, ein Nein dagegen noch ändern. Ein Paar können Sie später jederzeit verlassen, ohne einen Grund zu nennen.',
      en: 'A yes to this question is final; a no you can still change. You can leave a pair at any time later, without giving a reason.',
    }),
  );
}

/** Two answers of equal weight: no default, no small print on one of them. */
function ask(question: string, { yes, no }: Variables, speaker: Speaker): Block[] {
  const { say } = speaker;
  return [
    { kind: 'question', text: question },
    {
      kind: 'choices',
      choices: [
        { label: say({ de: 'Ja, gern', en: 'Yes, gladly' }), href: yes },
        { label: say({ de: 'Nein, danke', en: 'No, thanks' }), href: no },
      ],
    },
    nothingCountsYet(speaker),
  ];
}
