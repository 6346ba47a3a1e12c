import { Address } from '../../shared/cohort/cohort.ts';
import { TextField } from '../../shared/desk/form.tsx';
import { deskReply } from '../../shared/desk/frame.tsx';
import { commandOf, type MemberVisit } from '../../shared/desk/visit.ts';
import { planned } from '../../shared/letter/plan.ts';
import { members } from '../../shared/member/member.ts';
import { type Guest, invite } from '../../shared/member/staff.ts';
import { change } from '../../shared/table/commit.ts';
import { type Reply, seeOther } from '../../shared/web/http.ts';
import { accessOf, type Faults, type Typed, typedIn } from './access.ts';
import { AccessFields } from './access-fields.tsx';
import { allCohorts, firstAdminOf } from './colleagues.ts';
import { texts } from './texts.ts';

/** GET /desk/staff/invite */
export async function guestForm(visit: MemberVisit): Promise<Reply> {
  const role = 'coordinator';
  const { language } = visit;
  return form(visit, { name: '', address: '', role, language, cohorts: [], everyCohort: false }, {});
}

/** POST there: puts them on the list, and the invitation goes out with it. */
export async function inviteGuest(visit: MemberVisit): Promise<Reply> {
  const { request, needs } = visit;
  const typed = typedIn(request.form);
  const known = await allCohorts(visit);
  const address = Address.safeParse(typed.address);
  const said = accessOf(typed, known);
  const contact = address.success && known.some((cohort) => isContact(cohort.independentContacts, address.data));
  const faults: Faults = {
    ...('faults' in said ? said.faults : {}),
    ...(address.success ? {} : { address: 'address' }),
    ...(contact ? { address: 'contact' } : {}),
  };
  if (!address.success || !('access' in said) || contact) return form(visit, typed, faults);
  const memberId = (await needs.keys.identity()).memberId(address.data);
  const ok = await commitInvitation(visit, { ...said.access, memberId, address: address.data });
  return ok ? seeOther('/desk/staff?done=invited') : form(visit, typed, { address: 'listed' });
}

export const isContact = (contacts: readonly { readonly address: string }[], asked: string): boolean =>
  contacts.some(({ address }) => address === asked);

async function commitInvitation(visit: MemberVisit, guest: Guest): Promise<boolean> {
  const { needs, trigger, member } = visit;
  const { memberId } = guest;
  const inviting = { by: member.memberId, at: trigger.at, firstAdmin: await firstAdminOf(visit) };
  const result = await needs.table.transact(async () => {
    const current = await needs.table.get(members, { memberId });
    const step = invite(current, guest, inviting);
    if ('refused' in step) return step;
    const letter = planned(invitationTo(memberId, step.to.invited?.times), trigger.at);
    const listed = change(members, { memberId }, current, step.to);
    return { command: commandOf(visit, 'invite member'), changes: [listed, letter.change], says: letter.says };
  });
  return result.ok;
}

/** The letter of one invitation: the second is another letter. */
export const invitationTo = (memberId: Guest['memberId'], sequence = 1) => ({
  scope: 'stage' as const,
  kind: 'desk-invitation' as const,
  to: { memberId },
  subject: {},
  sequence,
});

async function form(visit: MemberVisit, typed: Typed, faults: Faults): Promise<Reply> {
  const text = texts[visit.language];
  const known = await allCohorts(visit);
  return deskReply(visit, {
    title: text.inviteTitle,
    status: Object.keys(faults).length > 0 ? 422 : 200,
    children: (
      <>
        <h1>{text.inviteTitle}</h1>
        <p>{text.inviteLead}</p>
        <form method="post" action="/desk/staff/invite" class="sheet">
          <TextField
            name="address"
            type="email"
            label={text.address}
            value={typed.address}
            error={faults.address && text.faults[faults.address]}
            required
          />
          <AccessFields typed={typed} faults={faults} known={known} text={text} />
          <div class="actions">
            <button type="submit">{text.send}</button>
            <a href="/desk/staff">{text.cancel}</a>
          </div>
        </form>
      </>
    ),
  });
}
