import { MemberId } from '../../../events/ids.ts';
import { hashOf, noNonce, nonceOf } from '../../../shared/desk/cookies.ts';
import { startSession } from '../../../shared/desk/session.ts';
import { members } from '../../../shared/member/member.ts';
import { admitted, openingOf, signIn } from '../../../shared/member/sign-in.ts';
import { openLink } from '../../../shared/token/open-link.ts';
import { type Reply, seeOther } from '../../../shared/web/http.ts';
import type { Visit } from '../visit.ts';
import { closedPage, openPage } from './pages.tsx';

/** GET /desk/sign-in/{token}: one button. Scanners open links, so nothing is used up here. */
export async function showLink(visit: Visit): Promise<Reply> {
  const link = await linkOf(visit);
  if (!link) return closedPage(visit, 'spent');
  const member = await visit.needs.table.get(members, link);
  const opening = openingOf(member, link.use);
  return opening === 'ready' ? openPage(visit) : closedPage(visit, opening);
}

/** POST of that button: the link is spent and the session begins. */
export async function useLink(visit: Visit): Promise<Reply> {
  const link = await linkOf(visit);
  if (!link) return closedPage(visit, 'spent');
  const { needs, trigger } = visit;
  const identity = await needs.keys.identity();
  const result = await needs.table.change(members, link, trigger.command('sign-in'), (member) => {
    if (!admitted(link.memberId, member, identity.memberId(needs.firstAdmin), trigger.at)) return { refused: 'spent' };
    return signIn(member, link.use);
  });
  if (!result.ok) return closedPage(visit, result.refused === 'another browser' ? 'another browser' : 'spent');
  return seeOther('/desk', [await startSession(visit, link.memberId, result.item.epoch), noNonce]);
}

async function linkOf({ params, request, needs, trigger }: Visit) {
  const link = await openLink(needs.keys, 'sign-in', params.token ?? '', trigger.at);
  if (!link.ok || link.preview) return undefined;
  const memberId = MemberId.safeParse(link.claims.member);
  const { id } = link.claims;
  if (!memberId.success || !id) return undefined;
  const nonce = nonceOf(request);
  return { memberId: memberId.data, use: { id, nonceHash: nonce && hashOf(nonce), at: trigger.at } };
}
