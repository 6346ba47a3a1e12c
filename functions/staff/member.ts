import { missingReply, refusedReply } from '../../shared/desk/refused.tsx';
import { commandOf, type MemberVisit } from '../../shared/desk/visit.ts';
import { planned } from '../../shared/letter/plan.ts';
import { type Member, members, reachOf } from '../../shared/member/member.ts';
import { admitted } from '../../shared/member/sign-in.ts';
import { changeAccess, endAccess, inviteAgain } from '../../shared/member/staff.ts';
import { unnumbered } from '../../shared/table/aggregate.ts';
import { type Change, change } from '../../shared/table/commit.ts';
import type { Step } from '../../shared/table/table.dynamodb.ts';
import { type Reply, seeOther } from '../../shared/web/http.ts';
import { accessOf, typedIn } from './access.ts';
import { allCohorts, type Colleague, firstAdminOf, namedIn } from './colleagues.ts';
import { invitationTo, isContact } from './invite.tsx';
import { memberPage } from './member-page.tsx';

const homeOf = ({ memberId }: Colleague) => `/desk/staff/${memberId}`;

/** GET /desk/staff/{member} */
export async function showMember(visit: MemberVisit): Promise<Reply> {
  const colleague = await namedIn(visit);
  return colleague ? memberPage(visit, colleague) : missingReply(visit);
}

/** POST …/access: name, role and cohorts. */
export async function saveAccess(visit: MemberVisit): Promise<Reply> {
  const colleague = await namedIn(visit);
  if (!colleague) return missingReply(visit);
  const typed = typedIn(visit.request.form);
  const said = accessOf(typed, await allCohorts(visit));
  if (!('access' in said)) return memberPage(visit, colleague, { typed, faults: said.faults });
  const actor = { by: visit.member.memberId, firstAdmin: await firstAdminOf(visit) };
  return settle(visit, colleague, 'change access', 'saved', (current) => changeAccess(current, said.access, actor));
}

/** POST …/end: the access, and every sign-in. */
export async function end(visit: MemberVisit): Promise<Reply> {
  const colleague = await namedIn(visit);
  if (!colleague) return missingReply(visit);
  const actor = { by: visit.member.memberId, firstAdmin: await firstAdminOf(visit) };
  return settle(visit, colleague, 'end access', 'ended', (current) => endAccess(current, visit.trigger.at, actor));
}

/** POST …/invitation: the letter once more, with seven new days. */
export async function again(visit: MemberVisit): Promise<Reply> {
  const { needs, trigger, member } = visit;
  const colleague = await namedIn(visit);
  if (!colleague) return missingReply(visit);
  const { memberId, address } = colleague;
  const independent = (await allCohorts(visit)).some((cohort) => isContact(cohort.independentContacts, address));
  if (independent) return refusedReply(visit, 'is an independent contact', homeOf(colleague));
  const inviting = { by: member.memberId, at: trigger.at, firstAdmin: await firstAdminOf(visit) };
  const result = await needs.table.transact(async () => {
    const current = await needs.table.get(members, { memberId });
    const step = inviteAgain(current, inviting);
    if ('refused' in step) return step;
    const letter = planned(invitationTo(memberId, step.to.invited?.times), trigger.at);
    const listed = change(members, { memberId }, current, step.to);
    return { command: commandOf(visit, 'invite member again'), changes: [listed, letter.change], says: letter.says };
  });
  const home = homeOf(colleague);
  return result.ok ? seeOther(`${home}?done=invited`) : refusedReply(visit, result.refused, home);
}

async function settle(
  visit: MemberVisit,
  colleague: Colleague,
  name: string,
  done: string,
  decide: (current: Member | undefined) => Step<Member>,
): Promise<Reply> {
  const { needs, member, trigger } = visit;
  const { memberId } = colleague;
  const firstAdmin = await firstAdminOf(visit);
  const result = await needs.table.transact(async () => {
    const [current, actor] = await Promise.all([
      needs.table.get(members, { memberId }),
      needs.table.get(members, { memberId: member.memberId }),
    ]);
    if (!admitted(member.memberId, actor, firstAdmin, trigger.at)) return { refused: 'not on the list' };
    if (reachOf(member.memberId, actor, firstAdmin).role !== 'admin') return { refused: 'not on the list' };
    const step = decide(current);
    if ('refused' in step) return step;
    const changes = [change(members, { memberId }, current, step.to), ...stillThere(current, actor)];
    return { command: commandOf(visit, name), changes };
  });
  const home = homeOf(colleague);
  return result.ok ? seeOther(`${home}?done=${done}`) : refusedReply(visit, result.refused, home);
}

/** Two admins who take the rights from each other in the same moment: the later one finds that it is none any more. */
function stillThere(current: Member | undefined, actor: Member | undefined): Change[] {
  if (current?.role !== 'admin' || !actor || actor.memberId === current.memberId) return [];
  return [change(members, { memberId: actor.memberId }, actor, unnumbered(actor))];
}
