import type { Instant } from '../../events/define.ts';
import { MemberId } from '../../events/ids.ts';
import { type Cohort, cohorts } from '../../shared/cohort/cohort.ts';
import type { MemberVisit } from '../../shared/desk/visit.ts';
import { type Member, members, reachOf } from '../../shared/member/member.ts';
import type { Reach } from '../../shared/member/rights.ts';
import { type Standing, standingOf } from '../../shared/member/staff.ts';
import { prefixOf } from '../../shared/table/keys.ts';

/** Somebody who works at the desk, did, or is invited to. */
export interface Colleague extends Reach {
  readonly memberId: MemberId;
  readonly address: string;
  /** As others call them. */
  readonly name: string;
  readonly standing: Standing;
  /** The stage's config names them. */
  readonly byConfig: boolean;
  /** Absent of the one whom the config names, until they come. */
  readonly member: Member | undefined;
}

export const firstAdminOf = async ({ needs }: MemberVisit): Promise<MemberId> =>
  (await needs.keys.identity()).memberId(needs.firstAdmin);

/** Everybody, by name; who has left last. */
export async function everybody(visit: MemberVisit): Promise<Colleague[]> {
  const { needs, trigger } = visit;
  const firstAdmin = await firstAdminOf(visit);
  const listed = await Array.fromAsync(needs.table.list(members, ['desk'], prefixOf.member));
  const first = listed.find(({ memberId }) => memberId === firstAdmin);
  const others = listed.filter(({ memberId, listed, endedAt }) => memberId !== firstAdmin && (listed || endedAt));
  const all = [
    colleagueOf(firstAdmin, first, firstAdmin, needs.firstAdmin, trigger.at),
    ...others.map((each) => colleagueOf(each.memberId, each, firstAdmin, each.address, trigger.at)),
  ];
  const last = ({ standing }: Colleague) => (standing === 'ended' ? 1 : 0);
  return all.sort((a, b) => last(a) - last(b) || a.name.localeCompare(b.name));
}

function colleagueOf(
  memberId: MemberId,
  member: Member | undefined,
  firstAdmin: MemberId,
  address: string,
  at: Instant,
): Colleague {
  const byConfig = memberId === firstAdmin;
  const standing = byConfig || !member ? 'active' : standingOf(member, at);
  return {
    memberId,
    address,
    name: member?.name ?? address,
    ...reachOf(memberId, member, firstAdmin),
    standing,
    byConfig,
    member,
  };
}

/** The one whom the path names. */
export async function namedIn(visit: MemberVisit): Promise<Colleague | undefined> {
  const memberId = MemberId.safeParse(visit.params.member);
  return memberId.success ? (await everybody(visit)).find((each) => each.memberId === memberId.data) : undefined;
}

/** The newest first. */
export async function allCohorts({ needs }: MemberVisit): Promise<Cohort[]> {
  const all = await Array.fromAsync(needs.table.list(cohorts, ['cohorts'], prefixOf.cohort));
  return all.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}

/** May call themself so, as the cohorts would: what stands in letters has no control characters. */
export const reaches = ({ cohorts: own }: Reach, { cohortId }: Cohort): boolean =>
  own === 'all' || own.includes(cohortId);
