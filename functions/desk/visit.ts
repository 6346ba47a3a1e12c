import type { MemberId } from '../../events/ids.ts';
import type { Language } from '../../shared/cohort/cohort.ts';
import type { Trigger } from '../../shared/runtime/on-event.ts';
import type { Command } from '../../shared/table/aggregate.ts';
import type { Reply, Request } from '../../shared/web/http.ts';
import type { Needs } from './needs.ts';

/** One request to the desk, by whomever. */
export interface Visit {
  readonly request: Request;
  /** The named parts of the path. */
  readonly params: Readonly<Record<string, string>>;
  readonly needs: Needs;
  readonly trigger: Trigger;
  readonly language: Language;
}

/** One by somebody who is signed in and on the list now. */
export interface MemberVisit extends Visit {
  readonly member: { readonly memberId: MemberId; readonly address: string; readonly role: Role };
}
export type Role = 'admin' | 'coordinator' | 'reader';

export type OpenPage = (visit: Visit) => Promise<Reply>;
export type MemberPage = (visit: MemberVisit) => Promise<Reply>;

/** A command that this member gives: the audit names the person by id. */
export const commandOf = ({ trigger, member }: MemberVisit, name: string): Command => ({
  ...trigger.command(name),
  by: `hr:${member.memberId}`,
});
