import * as z from 'zod/mini';
import { Instant } from '../../events/define.ts';
import { CohortId, MemberId } from '../../events/ids.ts';
import { Address, Language } from '../cohort/cohort.ts';
import { aggregateFields, noun } from '../table/aggregate.ts';
import { keys } from '../table/keys.ts';
import { memberRoles, type Reach } from './rights.ts';

/** Somebody who may open the desk. The first admin comes from the stage's config and needs no item to exist. */
export const Member = z.object({
  ...aggregateFields,
  memberId: MemberId,
  address: Address,
  /** As the cohorts name their coordinators; absent of whom nobody has invited. */
  name: z.optional(z.string().check(z.minLength(1), z.maxLength(120))),
  role: z.enum(memberRoles),
  /** Of a coordinator or a reader: absent is none. */
  cohorts: z.optional(z.union([z.literal('all'), z.array(CohortId).check(z.maxLength(200))])),
  /** Of the letters to this member. */
  language: z.optional(Language),
  /** False: only the stage's config names this member, and may name somebody else tomorrow; or the access has ended. */
  listed: z._default(z.boolean(), true),
  /** The last invitation: until its end the first sign-in must have come. `times` counts the letters. */
  invited: z.optional(z.object({ at: Instant, until: Instant, by: MemberId, times: z.int() })),
  signedInAt: z.optional(Instant),
  endedAt: z.optional(Instant),
  /** Raised to end every sign-in of this member. */
  epoch: z._default(z.int(), 1),
  /** The last link asked for: one mail per address in five minutes, each link opens the desk once. */
  signIn: z.optional(
    z.object({
      id: z.string(),
      /** The browsers that asked, by SHA-256 of their nonce cookie: the link opens the desk in one of them. */
      browsers: z.array(z.object({ nonceHash: z.string(), askedAt: Instant })),
      askedAt: Instant,
      usedAt: z.optional(Instant),
    }),
  ),
});
export type Member = z.infer<typeof Member>;
export const members = noun('member', Member, keys.member);

/** What this member may reach. Whom the config names is always an admin: so the desk never is without one. */
export function reachOf(memberId: MemberId, member: Member | undefined, firstAdmin: MemberId): Reach {
  const role = memberId === firstAdmin ? 'admin' : (member?.role ?? 'reader');
  return { role, cohorts: role === 'admin' ? 'all' : (member?.cohorts ?? []) };
}
