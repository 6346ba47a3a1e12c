import { MemberId } from '../../events/ids.ts';
import { Address } from '../../shared/cohort/cohort.ts';
import { startSession } from '../../shared/desk/session.ts';
import { members } from '../../shared/member/member.ts';
import { admitted, signInByCompany } from '../../shared/member/sign-in.ts';
import { minutesAfter } from '../../shared/time/minute.ts';
import { mintWith, openLink } from '../../shared/token/open-link.ts';
import { type Reply, seeOther } from '../../shared/web/http.ts';
import { attemptOf, browserOf, noAttempt } from './attempt.ts';
import { reason } from './begin.ts';
import type { Told, Visit } from './needs.ts';
import { closedPage, welcomePage } from './pages.tsx';

/** Minutes to press the button. */
const patience = 5;

/**
 * GET …/return: the provider sends the browser back. One button, which holds who this is: a GET writes nothing, and a session
 * cookie that only our own site may show would not travel with a way that began at the provider's.
 */
export async function comeBack(visit: Visit): Promise<Reply> {
  const { request, needs, trigger } = visit;
  const attempt = attemptOf(request);
  if (!attempt) return closedPage(visit, 'lost');
  let told: Told;
  try {
    told = await needs.provider.finish(new URL(`${needs.origin}${request.path}?${request.query}`), attempt);
  } catch (error) {
    needs.warn('the company sign-in failed', reason(error));
    return closedPage(visit, 'failed');
  }
  const address = Address.safeParse(told.address);
  if (!address.success || !told.verified) return closedPage(visit, 'unverified');
  const identity = await needs.keys.identity();
  const memberId = identity.memberId(address.data);
  const member = await needs.table.get(members, { memberId });
  if (!admitted(memberId, member, identity.memberId(needs.firstAdmin), trigger.at))
    return closedPage(visit, 'unlisted');
  const claims = { member: memberId, browser: browserOf(attempt) };
  const token = await mintWith(needs.keys, 'company-sign-in', claims, minutesAfter(trigger.at, patience));
  return welcomePage(visit, address.data, token);
}

/** POST of that button, from the same browser: the session begins. */
export async function comeIn(visit: Visit): Promise<Reply> {
  const { request, needs, trigger } = visit;
  const attempt = attemptOf(request);
  const link = await openLink(needs.keys, 'company-sign-in', request.form.get('who') ?? '', trigger.at);
  const memberId = link.ok && !link.preview ? MemberId.safeParse(link.claims.member) : undefined;
  if (!attempt || !link.ok || !memberId?.success || link.claims.browser !== browserOf(attempt)) {
    return closedPage(visit, 'lost');
  }
  const firstAdmin = (await needs.keys.identity()).memberId(needs.firstAdmin);
  const asked = { memberId: memberId.data, firstAdmin, firstAddress: needs.firstAdmin, at: trigger.at };
  const result = await needs.table.change(
    members,
    { memberId: memberId.data },
    trigger.command('company sign-in'),
    (member) => signInByCompany(member, asked),
  );
  if (!result.ok) return closedPage(visit, 'unlisted');
  return seeOther('/desk', [await startSession(visit, memberId.data, result.item.epoch), noAttempt]);
}
