import { greeting, paragraph, signature } from '../phrases.ts';
import { writer } from '../writer.ts';
import {
  Asked,
  AskedAgain,
  aNoStaysWithYou,
  juniorFacts,
  juniorQuestion,
  noReasonNeeded,
  seniorFacts,
  seniorQuestion,
} from './consent-parts.ts';

export const consentJunior = writer(Asked, (variables, speaker) => {
  const { say, named, programme } = speaker;
  const partner = named(variables.partner);
  return {
    subject: say({
      du: `${programme}: ein Vorschlag für dich`,
      sie: `${programme}: ein Vorschlag für Sie`,
      en: `${programme}: a suggestion for you`,
    }),
    preview: say({
      de: 'Wer es ist und warum. Ein Nein ist genauso recht wie ein Ja.',
      en: 'Who it is, and why. A no is as welcome as a yes.',
    }),
    blocks: [
      greeting(speaker, variables.person),
      paragraph(
        say({
          du: `wir glauben, dass ${variables.partner.name} viel von dir lernen kann. Dich fragen wir zuerst: ${partner} weiß davon noch nichts.`,
          sie: `wir glauben, dass ${variables.partner.name} viel von Ihnen lernen kann. Sie fragen wir zuerst: ${partner} weiß davon noch nichts.`,
          en: `We think that ${variables.partner.name} can learn a lot from you. We are asking you first: ${partner} does not know about this yet.`,
        }),
      ),
      juniorFacts(variables, speaker),
      aNoStaysWithYou(partner, speaker),
      ...juniorQuestion(variables, speaker),
      paragraph(
        say({
          du: `Sagst du Ja, fragen wir ${partner}. Wenn es für euch beide passt, stellen wir euch einander vor.`,
          sie: `Sagen Sie Ja, fragen wir ${partner}. Wenn es für Sie beide passt, stellen wir Sie einander vor.`,
          en: `If you say yes, we ask ${partner}. If it works for you both, we introduce you to each other.`,
        }),
      ),
      signature(speaker),
    ],
  };
});

export const consentSenior = writer(Asked, (variables, speaker) => {
  const { say, programme } = speaker;
  const { name } = variables.partner;
  return {
    subject: say({
      du: `${programme}: Jemand möchte dir Neues zeigen`,
      sie: `${programme}: Jemand möchte Ihnen Neues zeigen`,
      en: `${programme}: somebody would like to mentor you`,
    }),
    preview: say({ de: 'Wer es ist, warum, und eine Frage.', en: 'Who it is, why, and one question.' }),
    blocks: [
      greeting(speaker, variables.person),
      paragraph(
        say({
          du: `${name} würde dich gern begleiten und dir Neues zeigen. Jetzt fehlt nur noch deine Antwort.`,
          sie: `${name} würde Sie gern begleiten und Ihnen Neues zeigen. Jetzt fehlt nur noch Ihre Antwort.`,
          en: `${name} would like to mentor you. Only your answer is missing.`,
        }),
      ),
      seniorFacts(variables, speaker),
      noReasonNeeded(variables, speaker),
      ...seniorQuestion(variables, speaker),
      signature(speaker),
    ],
  };
});

export const consentReminder = writer(AskedAgain, (variables, speaker) => {
  const { say, named, moment, programme } = speaker;
  const partner = named(variables.partner);
  const junior = variables.role === 'junior';
  return {
    subject: say({
      du: `${programme}: Deine Antwort ist noch offen`,
      sie: `${programme}: Ihre Antwort ist noch offen`,
      en: `${programme}: your answer is still open`,
    }),
    preview: say({
      de: `Ja oder Nein, bis ${moment(variables.until)}.`,
      en: `Yes or no, by ${moment(variables.until)}.`,
    }),
    blocks: [
      greeting(speaker, variables.person),
      paragraph(
        say({
          du: `vor ein paar Tagen haben wir dir ${variables.partner.name} vorgeschlagen. Ja und Nein sind gleich recht. Antwortest du nicht, schließt sich die Frage von selbst.`,
          sie: `vor ein paar Tagen haben wir Ihnen ${variables.partner.name} vorgeschlagen. Ja und Nein sind gleich recht. Antworten Sie nicht, schließt sich die Frage von selbst.`,
          en: `A few days ago we suggested ${variables.partner.name} to you. Yes and no are equally welcome. If you do not answer, the question closes by itself.`,
        }),
      ),
      ...(junior
        ? [juniorFacts(variables, speaker), aNoStaysWithYou(partner, speaker), ...juniorQuestion(variables, speaker)]
        : [seniorFacts(variables, speaker), noReasonNeeded(variables, speaker), ...seniorQuestion(variables, speaker)]),
      signature(speaker),
    ],
  };
});
