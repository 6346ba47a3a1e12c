import { answerBy } from '../../shared/desk/answer.ts';
import type { Needs } from '../../shared/desk/needs.ts';
import type { Route } from '../../shared/desk/routes.ts';
import { giveOwn, giveTheirs, showOwn, showTheirs } from './hand-over/give.ts';
import { guestForm, inviteGuest } from './invite.tsx';
import { showStaff } from './list-page.tsx';
import { again, end, saveAccess, showMember } from './member.ts';

const member = '/desk/staff/:member';

/** Who works at the desk, and what passes from one to another. */
export const routes: readonly Route<Needs>[] = [
  { method: 'GET', path: '/desk/staff', inside: showStaff, right: 'see colleagues' },
  { method: 'GET', path: '/desk/staff/invite', inside: guestForm, right: 'manage the staff' },
  { method: 'POST', path: '/desk/staff/invite', inside: inviteGuest, right: 'manage the staff' },
  { method: 'GET', path: '/desk/staff/hand-over', inside: showOwn, right: 'hand over own work' },
  { method: 'POST', path: '/desk/staff/hand-over', inside: giveOwn, right: 'hand over own work' },
  { method: 'GET', path: member, inside: showMember, right: 'manage the staff' },
  { method: 'POST', path: `${member}/access`, inside: saveAccess, right: 'manage the staff' },
  { method: 'POST', path: `${member}/invitation`, inside: again, right: 'manage the staff' },
  { method: 'POST', path: `${member}/end`, inside: end, right: 'manage the staff' },
  { method: 'GET', path: `${member}/hand-over`, inside: showTheirs, right: 'manage the staff' },
  { method: 'POST', path: `${member}/hand-over`, inside: giveTheirs, right: 'manage the staff' },
];

export const answer = answerBy(routes);
