import { MemberId } from '../../events/ids.ts';
import { members, reachOf } from '../member/member.ts';
import { admitted, epochOf, sessionHours } from '../member/sign-in.ts';
import { mintWith, openLink } from '../token/open-link.ts';
import { sessionCookie, sessionOf } from './cookies.ts';
import type { MemberVisit, Visit } from './visit.ts';

/** Who is signed in: the list and the epoch are asked at every request, so that both end a session at once. */
export async function memberOf({ request, needs, trigger }: Visit): Promise<MemberVisit['member'] | undefined> {
  const token = sessionOf(request);
  if (!token) return undefined;
  const link = await openLink(needs.keys, 'desk-session', token, trigger.at);
  const memberId = link.ok && !link.preview ? MemberId.safeParse(link.claims.member) : undefined;
  if (!link.ok || !memberId?.success) return undefined;
  const [member, identity] = await Promise.all([
    needs.table.get(members, { memberId: memberId.data }),
    needs.keys.identity(),
  ]);
  const firstAdmin = identity.memberId(needs.firstAdmin);
  if (!admitted(memberId.data, member, firstAdmin, trigger.at)) return undefined;
  if (link.claims.epoch !== String(epochOf(member))) return undefined;
  return {
    memberId: memberId.data,
    address: member?.address ?? needs.firstAdmin,
    ...reachOf(memberId.data, member, firstAdmin),
  };
}

/** The cookie of somebody who has just signed in. */
export async function startSession({ needs, trigger }: Visit, memberId: MemberId, epoch: number): Promise<string> {
  const expires = new Date(Date.parse(trigger.at) + sessionHours * 3_600_000).toISOString();
  const token = await mintWith(needs.keys, 'desk-session', { member: memberId, epoch: String(epoch) }, expires);
  return sessionCookie(token, sessionHours);
}
