import { Address } from '../../../shared/cohort/cohort.ts';
import { askPage } from '../../../shared/desk/ask-page.tsx';
import { hashOf, nonceCookie, nonceOf } from '../../../shared/desk/cookies.ts';
import { planned } from '../../../shared/letter/plan.ts';
import { members } from '../../../shared/member/member.ts';
import { ask, linkMinutes } from '../../../shared/member/sign-in.ts';
import { change } from '../../../shared/table/commit.ts';
import type { Reply } from '../../../shared/web/http.ts';
import type { Visit } from '../visit.ts';
import { sentPage } from './pages.tsx';

/** POST /desk: one letter to somebody on the list, and the same page for everybody. */
export async function askForLink(visit: Visit): Promise<Reply> {
  const { request, needs } = visit;
  const typed = request.form.get('address') ?? '';
  const address = Address.safeParse(typed);
  if (!address.success) return askPage(visit, { address: typed.slice(0, 254), bad: true });
  const nonce = nonceOf(request) ?? needs.randomId();
  await plan(visit, address.data, hashOf(nonce));
  return sentPage(visit, address.data, [nonceCookie(nonce, linkMinutes)]);
}

async function plan({ needs, trigger, language }: Visit, address: string, nonceHash: string): Promise<void> {
  const identity = await needs.keys.identity();
  const memberId = identity.memberId(address);
  const asked = {
    memberId,
    address,
    firstAdmin: identity.memberId(needs.firstAdmin),
    id: needs.randomId(),
    nonceHash,
    at: trigger.at,
  };
  await needs.table.transact(async () => {
    const member = await needs.table.get(members, { memberId });
    const step = ask(member, asked);
    if ('refused' in step) return step;
    const command = trigger.command('ask-to-sign-in');
    const remembered = change(members, { memberId }, member, step.to);
    if (!step.letter) return { command, changes: [remembered] };
    const letter = planned(
      { scope: 'stage', kind: 'sign-in', to: { memberId }, subject: { signIn: { id: asked.id, language } } },
      trigger.at,
    );
    return { command, changes: [remembered, letter.change], says: letter.says };
  });
}
