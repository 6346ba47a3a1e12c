import type { Speaker } from '../../shared/letter/content/voice.ts';

/** Every sentence of the contact's page. */
export const texts = ({ say, day }: Speaker) => ({
  title: say({ de: 'Jemand bittet um einen Anruf', en: 'Somebody asks for a call' }),
  lead: {
    call: say({
      du: 'Diese Person hat dich ausgewählt. Sie rechnet damit, dass nur du davon weißt.',
      sie: 'Diese Person hat Sie ausgewählt. Sie rechnet damit, dass nur Sie davon wissen.',
      en: 'This person has chosen you, and trusts that only you know.',
    }),
    fit: say({
      du: 'Diese Person möchte die Paarung wechseln und hat dich dafür ausgewählt. Ihr Gegenüber weiß nichts davon.',
      sie: 'Diese Person möchte die Paarung wechseln und hat Sie dafür ausgewählt. Ihr Gegenüber weiß nichts davon.',
      en: 'This person would like another partner and has chosen you for it. The present partner does not know.',
    }),
  },
  name: 'Name',
  address: say({ de: 'E-Mail', en: 'Email' }),
  role: say({ de: 'Rolle', en: 'Role' }),
  roles: { junior: 'Junior', senior: 'Senior' },
  cohort: say({ de: 'Gruppe', en: 'Cohort' }),
  askedOn: say({ de: 'Gefragt am', en: 'Asked on' }),
  day,
  unknown: say({ de: 'Die Angaben zu dieser Person sind gelöscht.', en: 'The data of this person has been erased.' }),
  open: {
    text: say({
      du: 'Melde dich am besten heute oder morgen.',
      sie: 'Melden Sie sich am besten heute oder morgen.',
      en: 'It is best to get in touch today or tomorrow.',
    }),
    button: say({ de: 'Ich kümmere mich darum', en: 'I will take care of it' }),
  },
  taken: {
    text: say({
      du: 'Du kümmerst dich darum. Wenn ihr gesprochen habt, kannst du die Bitte abschließen.',
      sie: 'Sie kümmern sich darum. Wenn Sie gesprochen haben, können Sie die Bitte abschließen.',
      en: 'You are taking care of it. Once you have talked, you can close the request.',
    }),
    button: say({ de: 'Erledigt', en: 'Done' }),
  },
  closed: say({ de: 'Diese Bitte ist abgeschlossen. Danke!', en: 'This request is closed. Thank you!' }),
  secret: say({
    du: 'Diese Bitte steht auf keiner Liste und in keiner Zahl, die HR sieht. Bitte leite den Link nicht weiter.',
    sie: 'Diese Bitte steht auf keiner Liste und in keiner Zahl, die HR sieht. Bitte leiten Sie den Link nicht weiter.',
    en: 'This request is on no list and in no count that HR sees. Please do not forward the link.',
  }),
});
