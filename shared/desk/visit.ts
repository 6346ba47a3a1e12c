import type { MemberId } from '../../events/ids.ts';
import type { Language } from '../cohort/cohort.ts';
import type { Reach } from '../member/rights.ts';
import type { Trigger } from '../runtime/on-event.ts';
import type { Command } from '../table/aggregate.ts';
import type { Reply, Request } from '../web/http.ts';
import type { Needs } from './needs.ts';

/** One request to the desk, by whomever. `N` is what the function behind the page works with. */
export interface Visit<N extends Needs = Needs> {
  readonly request: Request;
  /** The named parts of the path. */
  readonly params: Readonly<Record<string, string>>;
  readonly needs: N;
  readonly trigger: Trigger;
  readonly language: Language;
}

/** One by somebody who is signed in and on the list now. */
export interface MemberVisit<N extends Needs = Needs> extends Visit<N> {
  readonly member: { readonly memberId: MemberId; readonly address: string } & Reach;
}

export type OpenPage<N extends Needs = Needs> = (visit: Visit<N>) => Promise<Reply>;
export type MemberPage<N extends Needs = Needs> = (visit: MemberVisit<N>) => Promise<Reply>;

/** A command that this member gives: the audit names the person by id. */
export const commandOf = ({ trigger, member }: MemberVisit, name: string): Command => ({
  ...trigger.command(name),
  by: `hr:${member.memberId}`,
});
