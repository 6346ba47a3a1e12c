import { states } from '../table/states.ts';

export const participantStates = states('participant', {
  enrolled: {
    invite: 'invited',
    withdraw: 'withdrawn',
    leave: 'left',
    erase: 'erased',
    finish: 'done',
    takeBack: 'taken-back',
  },
  invited: {
    confirm: 'confirmed',
    decline: 'declined',
    withdraw: 'withdrawn',
    leave: 'left',
    erase: 'erased',
    finish: 'done',
  },
  confirmed: {
    decline: 'declined',
    pause: 'paused',
    withdraw: 'withdrawn',
    leave: 'left',
    erase: 'erased',
    finish: 'done',
  },
  paused: { resume: 'confirmed', withdraw: 'withdrawn', leave: 'left', erase: 'erased', finish: 'done' },
  declined: { confirm: 'confirmed', leave: 'left', erase: 'erased', finish: 'done' },
  withdrawn: { erase: 'erased' },
  /** Who left by a file that was undone stays what they were. */
  left: {
    erase: 'erased',
    stayEnrolled: 'enrolled',
    stayInvited: 'invited',
    stayConfirmed: 'confirmed',
    stayPaused: 'paused',
    stayDeclined: 'declined',
  },
  done: { erase: 'erased' },
  /** The file that brought this person was undone: as if never enrolled, until another one does. */
  'taken-back': { enrol: 'enrolled', erase: 'erased' },
  erased: {},
});
export type ParticipantState = keyof typeof participantStates.table;
