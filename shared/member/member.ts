import * as z from 'zod/mini';
import { Instant } from '../../events/define.ts';
import { MemberId } from '../../events/ids.ts';
import { Address } from '../cohort/cohort.ts';
import { aggregateFields, noun } from '../table/aggregate.ts';
import { keys } from '../table/keys.ts';

/** Somebody who may open the desk. The first admin comes from the stage's config and needs no item to exist. */
export const Member = z.object({
  ...aggregateFields,
  memberId: MemberId,
  address: Address,
  role: z.enum(['admin', 'coordinator', 'reader']),
  /** False: only the stage's config names this member, and may name somebody else tomorrow. */
  listed: z._default(z.boolean(), true),
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
