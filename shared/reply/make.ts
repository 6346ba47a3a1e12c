import type { Instant } from '../../events/define.ts';
import type { CheckIn } from '../check-in/check-in.ts';
import type { Keys } from '../keys/keys.dynamodb.ts';
import { replyAddress } from './address.ts';

/** Makes the addresses to which replies go, signed with the newest key; undefined where the stage takes no mail. */
export function replyAddresses(keys: Pick<Keys, 'family'>, domain: string) {
  if (domain === '') return undefined;
  return async (checkIn: CheckIn, expires: Instant): Promise<string | undefined> => {
    const [newest] = await keys.family('reply');
    return newest && replyAddress(newest, checkIn, expires, domain);
  };
}
