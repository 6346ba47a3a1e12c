import type { Role } from '../../events/ids.ts';
import type { Speaker } from '../../shared/letter/content/voice.ts';

/** Every sentence of the pages that ask whether one takes part, in the reader's language and form of address. */
export const texts = ({ say, day, programme }: Speaker, role: Role) => ({
  title: say({ du: 'Machst du mit?', sie: 'Nehmen Sie teil?', en: 'Will you take part?' }),
  lead:
    role === 'junior'
      ? say({
          du: `Bei „${programme}“ lernt eine Führungskraft von dir. Ein Ja und ein Nein sind gleich willkommen.`,
          sie: `Bei „${programme}“ lernt eine Führungskraft von Ihnen. Ein Ja und ein Nein sind gleich willkommen.`,
          en: `In “${programme}” a leader learns from you. A yes and a no are equally welcome.`,
        })
      : say({
          du: `Bei „${programme}“ lernst du von jemandem, der noch nicht lange dabei ist. Ein Ja und ein Nein sind gleich willkommen.`,
          sie: `Bei „${programme}“ lernen Sie von jemandem, der noch nicht lange dabei ist. Ein Ja und ein Nein sind gleich willkommen.`,
          en: `In “${programme}” you learn from somebody who has not been here long. A yes and a no are equally welcome.`,
        }),
  voluntary: say({
    de: 'Ein Nein braucht keinen Grund, und nur die Koordination sieht es.',
    en: 'A no needs no reason, and only the coordinators see it.',
  }),
  answer: say({ du: 'Deine Antwort', sie: 'Ihre Antwort', en: 'Your answer' }),
  yes: say({ de: 'Ja, ich nehme teil', en: 'Yes, I take part' }),
  no: say({ de: 'Nein, danke', en: 'No, thanks' }),
  ifYes: say({ du: 'Falls du mitmachst', sie: 'Falls Sie teilnehmen', en: 'If you take part' }),
  ifYesHint: say({
    du: 'Bitte prüfe kurz, ob das stimmt. Du kannst es später ändern; bei einem Nein bleibt alles, wie es war.',
    sie: 'Bitte prüfen Sie kurz, ob das stimmt. Sie können es später ändern; bei einem Nein bleibt alles, wie es war.',
    en: 'Please check that this is right. You can change it later; with a no, all stays as it was.',
  }),
  typed: say({
    du: 'Mit deiner Adresse wurde das Anmeldeformular ausgefüllt. Was darin steht, siehst du hier; es gilt erst, wenn du es speicherst.',
    sie: 'Mit Ihrer Adresse wurde das Anmeldeformular ausgefüllt. Was darin steht, sehen Sie hier; es gilt erst, wenn Sie es speichern.',
    en: 'The enrolment form was filled in with your address. You see here what it says; it counts only once you save it.',
  }),
  typedMore: {
    legend: say({ de: 'Außerdem steht im Formular', en: 'The form also says' }),
    take: say({ de: 'Soll das gelten?', en: 'Shall this count?' }),
    mine: say({ de: 'Ja, das stimmt so', en: 'Yes, this is right' }),
    hours: say({ de: 'Zeiten für Treffen', en: 'Hours for meetings' }),
    timeZone: say({ de: 'Zeitzone', en: 'Time zone' }),
    letterLanguage: say({ de: 'Sprache der E-Mails', en: 'Language of emails' }),
    languages: { de: 'Deutsch', en: 'English' },
    capacity: say({ de: 'Gegenüber höchstens', en: 'Partners at most' }),
    meetingMode: say({ de: 'Treffen', en: 'Meetings' }),
    modes: {
      any: say({ de: 'persönlich oder online', en: 'in person or remote' }),
      'in person': say({ de: 'persönlich', en: 'in person' }),
      remote: say({ de: 'online', en: 'remote' }),
    },
    pleaseNot: say({ de: 'Menschen, mit denen kein Paar gebildet wird', en: 'People not to be paired with' }),
    schedulingContact: say({ de: 'Termine macht', en: 'Dates are made by' }),
  },
  save: say({ de: 'Speichern', en: 'Save' }),
  missing: {
    title: say({ de: 'Die Antwort fehlt noch', en: 'Your answer is missing' }),
    text: say({
      du: 'Bitte wähle Ja oder Nein. Es wurde noch nichts gespeichert.',
      sie: 'Bitte wählen Sie Ja oder Nein. Es wurde noch nichts gespeichert.',
      en: 'Please choose yes or no. Nothing has been saved yet.',
    }),
  },
  thanksYes: {
    title: say({ du: 'Schön, dass du dabei bist', sie: 'Schön, dass Sie dabei sind', en: 'Good to have you' }),
    text: (deadline: string) =>
      say({
        du: `Dein Ja ist gespeichert. Bis ${day(deadline)} können sich alle melden, danach werden die Paare gebildet. Dann stellen wir dir dein Gegenüber per E-Mail vor. Bis dahin ist nichts zu tun.`,
        sie: `Ihr Ja ist gespeichert. Bis ${day(deadline)} können sich alle melden, danach werden die Paare gebildet. Dann stellen wir Ihnen Ihr Gegenüber per E-Mail vor. Bis dahin ist nichts zu tun.`,
        en: `Your yes is saved. Everybody can answer until ${day(deadline)}; then the pairs are made, and we introduce your partner to you by email. Until then there is nothing to do.`,
      }),
    noTopic: say({
      du: 'Du hast noch kein Thema oder keine Sprache gewählt. Ohne sie lässt sich kein Paar bilden.',
      sie: 'Sie haben noch kein Thema oder keine Sprache gewählt. Ohne sie lässt sich kein Paar bilden.',
      en: 'You have not chosen a topic or a language yet. No pair can be made without them.',
    }),
    mine: say({ du: 'Meine Angaben ansehen', sie: 'Meine Angaben ansehen', en: 'See my data' }),
  },
  thanksNo: {
    title: say({ de: 'Danke für die klare Antwort', en: 'Thank you for letting us know' }),
    text: say({
      du: 'Dein Nein ist gespeichert. Du bekommst keine weiteren E-Mails von diesem Programm. Nach einem Grund fragt niemand.',
      sie: 'Ihr Nein ist gespeichert. Sie bekommen keine weiteren E-Mails von diesem Programm. Nach einem Grund fragt niemand.',
      en: 'Your no is saved. You will get no more emails from this programme. Nobody asks for a reason.',
    }),
  },
  change: say({ de: 'Antwort ändern', en: 'Change my answer' }),
  until: say({
    du: 'Solange noch kein Paar gebildet ist, kannst du deine Meinung ändern.',
    sie: 'Solange noch kein Paar gebildet ist, können Sie Ihre Meinung ändern.',
    en: 'You can change your mind until a pair is made.',
  }),
  closed: {
    title: say({ de: 'Diese Frage ist schon beantwortet', en: 'This question is settled' }),
    text: say({
      du: 'Hier lässt sich nichts mehr ändern. Wenn du in einem Paar bist, findest du Pause und Ausstieg am Ende jeder E-Mail unter „Meine Angaben“.',
      sie: 'Hier lässt sich nichts mehr ändern. Wenn Sie in einem Paar sind, finden Sie Pause und Ausstieg am Ende jeder E-Mail unter „Meine Angaben“.',
      en: 'Nothing can be changed here any more. If you are in a pair, every email ends with a link to your data, where you can pause or leave.',
    }),
  },
});
