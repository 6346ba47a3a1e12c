import * as z from 'zod/mini';
import { Address } from '../../shared/cohort/cohort.ts';
import type { Keys } from '../../shared/keys/keys.dynamodb.ts';
import { members } from '../../shared/member/member.ts';
import { anyBrowser, askAtOnce, linkMinutes } from '../../shared/member/sign-in.ts';
import type { Trigger } from '../../shared/runtime/on-event.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';
import { minutesAfter } from '../../shared/time/minute.ts';
import { makeLink } from '../../shared/token/open-link.ts';

export const DeskLinkRequest = z.object({ address: Address });

export interface Needs {
  readonly table: Table;
  readonly keys: Keys;
  readonly origin: string;
  readonly firstAdmin: string;
  randomId(): string;
}

export type DeskLink = { readonly link: string; readonly minutes: number } | { readonly refused: string };

/**
 * A sign-in link without a mail, for the day on which mail is down. Who may call this function is for IAM to say; whom
 * it admits is the same list as ever. The link works once, in any browser.
 */
export async function makeDeskLink(
  { address }: z.infer<typeof DeskLinkRequest>,
  { table, keys, origin, firstAdmin, randomId }: Needs,
  trigger: Trigger,
): Promise<DeskLink> {
  const identity = await keys.identity();
  const memberId = identity.memberId(address);
  const id = randomId();
  const result = await table.change(members, { memberId }, trigger.command('make desk link'), (member) =>
    askAtOnce(member, {
      memberId,
      address,
      firstAdmin: identity.memberId(firstAdmin),
      id,
      nonceHash: anyBrowser,
      at: trigger.at,
    }),
  );
  if (!result.ok) return { refused: result.refused };
  const expires = minutesAfter(trigger.at, linkMinutes);
  return { link: await makeLink(keys, origin, 'sign-in', { member: memberId, id }, expires), minutes: linkMinutes };
}
