import type { Instant } from '../../events/define.ts';
import type { CheckIn } from '../check-in/check-in.ts';
import { checkInsOf } from '../check-in/plan.ts';
import type { Keys } from '../keys/keys.dynamodb.ts';
import type { Table } from '../table/table.dynamodb.ts';
import { type Addressed, opens, readReplyAddress } from './address.ts';
import type { Mail } from './mail.ts';

/** Where the address of a mail is found: SES writes the envelope's into its own `Received`. */
const addressing = ['to', 'cc', 'delivered-to', 'x-original-to', 'x-forwarded-to', 'received'];

/** The one address of ours to which a mail went; with none, or with two, nobody knows what it answers. */
export function addressOf({ headers }: Mail, domain: string): Addressed | undefined {
  const found = addressing
    .flatMap((name) =>
      headers(name).flatMap((value) => value.toLowerCase().match(/reply\+[0-9a-z]{1,58}@[a-z0-9.-]{1,255}/g) ?? []),
    )
    .map((address) => address.replace(/[.-]+$/, ''));
  const [address, another] = [...new Set(found)].flatMap((each) => readReplyAddress(each, domain) ?? []);
  return another ? undefined : address;
}

/** The check-in for which this address was made. Forged, expired and unknown ones are all the same to the caller. */
export async function checkInAt(
  addressed: Addressed,
  { table, keys }: { table: Table; keys: Keys },
  at: Instant,
): Promise<CheckIn | undefined> {
  const family = await keys.family('reply');
  const all = await checkInsOf(table, addressed, addressed.role);
  return all.find(({ checkInId }) => opens(addressed, family, checkInId, at));
}
