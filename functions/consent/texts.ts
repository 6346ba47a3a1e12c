import type { Role } from '../../events/ids.ts';
import type { Speaker } from '../../shared/letter/content/voice.ts';

export interface About {
  readonly role: Role;
  /** With the unit, for whoever does not know the name. */
  readonly fullName: string;
  readonly partner: string;
  readonly closesAt: string | undefined;
  readonly settlesOn: string | undefined;
}

/** Every sentence of the page that asks about a pair, in the reader's language and form of address. */
export const texts = (speaker: Speaker, about: About) => {
  const { say, day, moment } = speaker;
  const { role, partner, closesAt, settlesOn } = about;
  return {
    ...(role === 'junior' ? forJunior(speaker, about) : forSenior(speaker, about)),
    answer: say({ du: 'Deine Antwort', sie: 'Ihre Antwort', en: 'Your answer' }),
    until: closesAt === undefined ? '' : say({ de: `Bis ${moment(closesAt)}.`, en: `By ${moment(closesAt)}.` }),
    yes: say({ de: 'Ja, gern', en: 'Yes, gladly' }),
    no: say({ de: 'Nein, danke', en: 'No, thanks' }),
    save: say({ de: 'Speichern', en: 'Save' }),
    missing: {
      title: say({ de: 'Die Antwort fehlt noch', en: 'Your answer is missing' }),
      text: say({
        du: 'Bitte wähle Ja oder Nein. Es wurde noch nichts gespeichert.',
        sie: 'Bitte wählen Sie Ja oder Nein. Es wurde noch nichts gespeichert.',
        en: 'Please choose yes or no. Nothing has been saved yet.',
      }),
    },
    thanks: {
      yes: {
        title: say({ du: 'Danke für dein Ja', sie: 'Danke für Ihr Ja', en: 'Thank you for your yes' }),
        text:
          settlesOn === undefined
            ? ''
            : say({
                du: `Gespeichert. Passt es für euch beide, stellen wir dir ${partner} bis ${day(settlesOn)} per E-Mail vor. Hörst du bis dahin nichts, hat es dieses Mal nicht geklappt, und das sagt nichts über dich.`,
                sie: `Gespeichert. Passt es für Sie beide, stellen wir Ihnen ${partner} bis ${day(settlesOn)} per E-Mail vor. Hören Sie bis dahin nichts, hat es dieses Mal nicht geklappt, und das sagt nichts über Sie.`,
                en: `Saved. If it works out for both of you, we introduce ${partner} to you by email by ${day(settlesOn)}. If you hear nothing by then, it did not work out this time, and that says nothing about you.`,
              }),
      },
      no: {
        title: say({ de: 'Danke für die klare Antwort', en: 'Thank you for letting us know' }),
        text: say({
          du: 'Dein Nein ist gespeichert. Nach einem Grund fragt niemand. Du bleibst im Programm und musst nichts weiter tun.',
          sie: 'Ihr Nein ist gespeichert. Nach einem Grund fragt niemand. Sie bleiben im Programm und müssen nichts weiter tun.',
          en: 'Your no is saved. Nobody asks for a reason. You stay in the programme, and there is nothing more to do.',
        }),
      },
    },
    changeable:
      closesAt === undefined
        ? ''
        : say({
            du: `Bis ${moment(closesAt)} kannst du deine Meinung ändern, solange ihr noch kein Paar seid.`,
            sie: `Bis ${moment(closesAt)} können Sie Ihre Meinung ändern, solange Sie noch kein Paar sind.`,
            en: `You can change your mind until ${moment(closesAt)}, as long as you are not a pair yet.`,
          }),
    change: say({ de: 'Antwort ändern', en: 'Change my answer' }),
    closed: {
      title: say({ de: 'Diese Frage ist abgeschlossen', en: 'This question is closed' }),
      text: say({
        du: 'Hier ist nichts mehr zu tun, und es ist nichts versäumt. Wenn du in einem Paar bist, haben wir euch einander per E-Mail vorgestellt. Wenn nicht, bleibst du im Programm und hast beim nächsten Mal Vorrang.',
        sie: 'Hier ist nichts mehr zu tun, und es ist nichts versäumt. Wenn Sie in einem Paar sind, haben wir Sie einander per E-Mail vorgestellt. Wenn nicht, bleiben Sie im Programm und haben beim nächsten Mal Vorrang.',
        en: 'There is nothing more to do here, and nothing has been missed. If you are in a pair, we have introduced you to each other by email. If not, you stay in the programme and have priority next time.',
      }),
    },
  };
};

const forJunior = ({ say }: Speaker, { partner, fullName }: About) => ({
  title: say({
    du: `Möchtest du ${partner} begleiten?`,
    sie: `Möchten Sie ${partner} begleiten?`,
    en: `Would you like to mentor ${partner}?`,
  }),
  lead: say({
    du: `Es geht um ${fullName}. Wir fragen dich zuerst. Ein Ja und ein Nein sind gleich willkommen.`,
    sie: `Es geht um ${fullName}. Wir fragen Sie zuerst. Ein Ja und ein Nein sind gleich willkommen.`,
    en: `This is about ${fullName}. We are asking you first. A yes and a no are equally welcome.`,
  }),
  privacy: {
    title: say({ du: 'Ein Nein bleibt bei dir', sie: 'Ein Nein bleibt bei Ihnen', en: 'A no stays with you' }),
    text: say({
      de: `Ein Nein braucht keinen Grund, und niemand erfährt davon: ${partner} nicht, und auch die Koordination kann ein Nein nicht von einer fehlenden Antwort unterscheiden.`,
      en: `A no needs no reason, and nobody learns of it: not ${partner}, and the coordinators cannot tell a no from an answer that never came.`,
    }),
  },
  /** Theirs can be taken back until the pair has formed. */
  final: undefined,
});

const forSenior = ({ say }: Speaker, { partner, fullName }: About) => ({
  title: say({
    du: `Möchtest du von ${partner} lernen?`,
    sie: `Möchten Sie von ${partner} lernen?`,
    en: `Would you like to learn from ${partner}?`,
  }),
  lead: say({
    du: `${fullName} würde dich gern begleiten. Ein Ja und ein Nein sind gleich willkommen.`,
    sie: `${fullName} würde Sie gern begleiten. Ein Ja und ein Nein sind gleich willkommen.`,
    en: `${fullName} would like to mentor you. A yes and a no are equally welcome.`,
  }),
  privacy: {
    title: say({ de: 'Wer was erfährt', en: 'Who learns what' }),
    text: say({
      de: `Ein Nein braucht keinen Grund. ${partner} und die Koordination erfahren nur, ob das Paar zustande kommt, nicht, woran es lag.`,
      en: `A no needs no reason. ${partner} and the coordinators learn only whether the pair comes about, not why.`,
    }),
  },
  final: {
    before: say({
      du: 'Ein Ja gilt: Für diese Frage kannst du es nicht mehr zurücknehmen, ein Nein dagegen noch ändern. Ein Paar kannst du später jederzeit verlassen, ohne einen Grund zu nennen.',
      sie: 'Ein Ja gilt: Für diese Frage können Sie es nicht mehr zurücknehmen, ein Nein dagegen noch ändern. Ein Paar können Sie später jederzeit verlassen, ohne einen Grund zu nennen.',
      en: 'A yes to this question is final; a no you can still change. You can leave a pair at any time later, without giving a reason.',
    }),
    afterwards: say({
      du: 'Dein Ja gilt. Siehst du es inzwischen anders? Unten steht, mit wem du sprechen kannst.',
      sie: 'Ihr Ja gilt. Sehen Sie es inzwischen anders? Unten steht, mit wem Sie sprechen können.',
      en: 'Your yes is binding. Do you think otherwise by now? Whom to talk to stands below.',
    }),
  },
});
