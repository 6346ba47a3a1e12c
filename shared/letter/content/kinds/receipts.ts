import * as z from 'zod/mini';
import type { Block } from '../block.ts';
import { greeting, paragraph, signature } from '../phrases.ts';
import { Link, LocalDate, LocalDateTime, Person } from '../variables.ts';
import type { Speaker } from '../voice.ts';
import { writer } from '../writer.ts';

export const pauseReceipt = writer(
  z.object({ person: Person, until: z.nullable(LocalDate), resume: Link }),
  ({ person, until, resume }, speaker) => {
    const { say, day } = speaker;
    return {
      subject: say({ du: 'Deine Pause ist eingetragen', sie: 'Ihre Pause ist eingetragen', en: 'Your break is noted' }),
      preview: say({ de: 'So lange kommt keine Post von uns.', en: 'You will hear nothing from us meanwhile.' }),
      blocks: [
        greeting(speaker, person),
        paragraph(
          until === null
            ? say({
                du: 'du machst Pause. Wir schreiben dir erst wieder, wenn du zurück bist. Nach dem Grund fragt niemand.',
                sie: 'Sie machen Pause. Wir schreiben Ihnen erst wieder, wenn Sie zurück sind. Nach dem Grund fragt niemand.',
                en: 'You are taking a break. We will not write until you are back. Nobody asks why.',
              })
            : say({
                du: `du machst Pause bis ${day(until)}. So lange schreiben wir dir nicht. Nach dem Grund fragt niemand.`,
                sie: `Sie machen Pause bis ${day(until)}. So lange schreiben wir Ihnen nicht. Nach dem Grund fragt niemand.`,
                en: `You are taking a break until ${day(until)}. We will not write until then. Nobody asks why.`,
              }),
        ),
        paragraph(
          say({
            du: 'Wenn du weitermachen willst, genügt dieser Knopf.',
            sie: 'Wenn Sie weitermachen wollen, genügt dieser Knopf.',
            en: 'Whenever you want to go on, this button is all you need.',
          }),
        ),
        { kind: 'button', label: say({ de: 'Weitermachen', en: 'Go on' }), href: resume },
        signature(speaker),
      ],
    };
  },
);

export const resumeReceipt = writer(z.object({ person: Person }), ({ person }, speaker) => {
  const { say } = speaker;
  return {
    subject: say({ de: 'Weiter geht’s', en: 'Good to have you back' }),
    preview: say({ du: 'Deine Pause ist zu Ende.', sie: 'Ihre Pause ist zu Ende.', en: 'Your break is over.' }),
    blocks: [
      greeting(speaker, person),
      paragraph(
        say({
          du: 'schön, dass du wieder dabei bist. Hast du schon ein Gegenüber, schreib am besten gleich zwei Zeilen und schlag einen Termin vor.',
          sie: 'schön, dass Sie wieder dabei sind. Haben Sie schon ein Gegenüber, schreiben Sie am besten gleich zwei Zeilen und schlagen einen Termin vor.',
          en: 'It is good that you are back. If you have a partner already, write two lines and suggest a date.',
        }),
      ),
      signature(speaker),
    ],
  };
});

const Left = z.object({
  person: Person,
  paired: z.boolean(),
  /** What stood in the calendar and falls away, on the reader's own clock. */
  meetings: z.array(z.object({ partner: Person, when: LocalDateTime })),
});

export const leaveReceipt = writer(Left, ({ person, paired, meetings }, speaker) => {
  const { say, programme } = speaker;
  return {
    subject: say({
      du: `Du hast „${programme}“ verlassen`,
      sie: `Sie haben „${programme}“ verlassen`,
      en: `You have left “${programme}”`,
    }),
    preview: say({ de: 'Nach einem Grund fragt niemand.', en: 'Nobody asks for a reason.' }),
    blocks: [
      greeting(speaker, person),
      paragraph(
        say({
          du: `du nimmst nicht mehr an „${programme}“ teil. Dies ist unsere letzte E-Mail an dich.`,
          sie: `Sie nehmen nicht mehr an „${programme}“ teil. Dies ist unsere letzte E-Mail an Sie.`,
          en: `You no longer take part in “${programme}”. This is the last email that you get from us.`,
        }),
      ),
      paragraph(
        paired
          ? say({
              du: 'Einen Grund haben wir nicht gespeichert. Dein Gegenüber erfährt nur, dass euer Paar zu Ende ist. Danke, dass du dabei warst.',
              sie: 'Einen Grund haben wir nicht gespeichert. Ihr Gegenüber erfährt nur, dass das Paar zu Ende ist. Danke, dass Sie dabei waren.',
              en: 'We keep no reason. Your partner is told only that the pair has ended. Thank you for having been part of it.',
            })
          : say({
              de: 'Einen Grund haben wir nicht gespeichert, und nur die Koordination weiß davon.',
              en: 'We keep no reason, and only the coordinators know.',
            }),
      ),
      ...fallen(meetings, speaker),
      signature(speaker),
    ],
  };
});

function fallen(meetings: z.infer<typeof Left>['meetings'], { say, named, moment }: Speaker): Block[] {
  if (meetings.length === 0) return [];
  return [
    paragraph(
      say({
        du: 'Was noch vereinbart war, findet nicht statt. Die Einträge verschwinden mit dieser E-Mail aus deinem Kalender; bleibt einer stehen, öffne die Datei dazu oder lösche ihn.',
        sie: 'Was noch vereinbart war, findet nicht statt. Die Einträge verschwinden mit dieser E-Mail aus Ihrem Kalender; bleibt einer stehen, öffnen Sie die Datei dazu oder löschen Sie ihn.',
        en: 'Meetings that were still ahead are off. This email takes them out of your calendar; if one stays, open its file or delete it.',
      }),
    ),
    { kind: 'facts', facts: meetings.map(({ partner, when }) => ({ label: named(partner), value: moment(when) })) },
  ];
}
