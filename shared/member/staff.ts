import type { Instant } from '../../events/define.ts';
import type { MemberId } from '../../events/ids.ts';
import type { Language } from '../cohort/cohort.ts';
import { unnumbered } from '../table/aggregate.ts';
import type { Step } from '../table/table.dynamodb.ts';
import { daysAfter, minutesAfter } from '../time/minute.ts';
import type { Member } from './member.ts';
import type { Reach } from './rights.ts';
import { invitationExpired, quietMinutes } from './sign-in.ts';

/** So long the first sign-in may take. */
export const invitationDays = 7;

export type Standing = 'invited' | 'expired' | 'active' | 'ended';

/** How somebody on the list stands now. */
export function standingOf(member: Member, at: Instant): Standing {
  if (!member.listed) return 'ended';
  if (invitationExpired(member, at)) return 'expired';
  return waitsForSignIn(member) ? 'invited' : 'active';
}

/** Invited, and not come since. */
export const waitsForSignIn = ({ listed, invited, signedInAt }: Member): boolean =>
  listed && invited !== undefined && (signedInAt === undefined || signedInAt < invited.at);

/** What an admin says of somebody. */
export interface Access extends Reach {
  readonly name: string;
  readonly language: Language;
}

export interface Guest extends Access {
  readonly memberId: MemberId;
  readonly address: string;
}

interface Inviting {
  readonly by: MemberId;
  readonly at: Instant;
  readonly firstAdmin: MemberId;
}

/** Puts somebody on the list, or once more who was on it. Whom the config names needs no invitation. */
export function invite(member: Member | undefined, guest: Guest, inviting: Inviting): Step<Member> {
  const { memberId, address } = guest;
  if (memberId === inviting.firstAdmin) return { refused: 'on the list already' };
  if (member && ['active', 'invited'].includes(standingOf(member, inviting.at))) {
    return { refused: 'on the list already' };
  }
  const before = member ? unnumbered(member) : { memberId, address, epoch: 1 };
  return { to: { ...before, ...accessOf(guest), listed: true, invited: invitationOf(member, inviting) } };
}

/** The same letter once more, to somebody who has not come, or whose access has ended. */
export function inviteAgain(member: Member | undefined, inviting: Inviting): Step<Member> {
  if (!member?.invited || member.memberId === inviting.firstAdmin) return { refused: 'was never invited' };
  if (standingOf(member, inviting.at) === 'active') return { refused: 'has come already' };
  if (member.listed && inviting.at < minutesAfter(member.invited.at, quietMinutes)) {
    return { refused: 'invited just now' };
  }
  const { endedAt: _endedAt, ...rest } = unnumbered(member);
  return { to: { ...rest, listed: true, invited: invitationOf(member, inviting) } };
}

const invitationOf = (member: Member | undefined, { by, at }: Inviting) => ({
  at,
  until: daysAfter(at, invitationDays),
  by,
  times: (member?.invited?.times ?? 0) + 1,
});

const accessOf = ({ name, role, cohorts, language }: Access) => ({
  name,
  role,
  language,
  cohorts: role === 'admin' || cohorts === 'all' ? ('all' as const) : [...cohorts],
});

export interface Actor {
  readonly by: MemberId;
  readonly firstAdmin: MemberId;
}

/**
 * Nobody changes their own rights, and nobody those of whom the config names: so whatever admins do to each other, one of
 * them is left.
 */
function fixed(member: Member, { by, firstAdmin }: Actor): string | undefined {
  if (member.memberId === firstAdmin) return 'named by the stage';
  return member.memberId === by ? 'yourself' : undefined;
}

export function changeAccess(member: Member | undefined, access: Access, actor: Actor): Step<Member> {
  const byConfig = member?.memberId === actor.firstAdmin;
  if (!member || !(member.listed || byConfig)) return { refused: 'not on the list' };
  const { name, role, cohorts, language } = accessOf(access);
  const kept = fixed(member, actor);
  // A name is not a right.
  if (kept)
    return role === (byConfig ? 'admin' : member.role)
      ? { to: { ...unnumbered(member), name, language } }
      : { refused: kept };
  return { to: { ...unnumbered(member), name, role, cohorts, language } };
}

/** Ends the access, and every sign-in at once. */
export function endAccess(member: Member | undefined, at: Instant, actor: Actor): Step<Member> {
  if (!member?.listed) return { refused: 'not on the list' };
  const kept = fixed(member, actor);
  if (kept) return { refused: kept };
  return { to: { ...unnumbered(member), listed: false, endedAt: at, epoch: member.epoch + 1 } };
}
