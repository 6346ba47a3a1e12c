import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../../events/define.ts';
import { type CheckInId, CohortId, PairId, type Role } from '../../events/ids.ts';
import type { CheckIn } from '../check-in/check-in.ts';
import type { TokenKey } from '../token/token.ts';

/** What an address says by itself: which side of which pair, but not which check-in. That one shows by its mac. */
export interface Addressed {
  readonly keyId: string;
  readonly cohortId: CohortId;
  readonly pairId: PairId;
  readonly role: Role;
  /** Days since 1970: the last day on which it opens anything. */
  readonly lastDay: number;
  /** All of this as the mac covers it. */
  readonly told: Uint8Array;
  readonly mac: Uint8Array;
}

const macBytes = 10;
const before = 'reply+';
const millisecondsOfDay = 86_400_000;

/**
 * `reply+<58 letters>@<domain>`: key id, last day and side, the ids of cohort and pair, and 80 bits of HMAC-SHA-256 over
 * all of it and the check-in's id, in lower-case base 32, because mail systems may change the case of a local part and
 * allow it 64 letters. Ids that do not fit have no address: undefined.
 */
export function replyAddress(
  key: TokenKey,
  { cohortId, pairId, checkInId, role }: Pick<CheckIn, 'cohortId' | 'pairId' | 'checkInId' | 'role'>,
  expires: Instant,
  domain: string,
): string | undefined {
  const keyNumber = Number(key.keyId);
  const cohort = cohortId.slice('coh_'.length);
  const pair = pairId.slice('pair_'.length);
  const lastDay = Math.floor(Date.parse(expires) / millisecondsOfDay);
  if (!Number.isInteger(keyNumber) || keyNumber < 0 || keyNumber > 255 || lastDay >= 2 ** 15) return undefined;
  if (!/^[0-9a-hjkmnp-tv-z]{8,16}$/.test(cohort) || !/^([0-9a-f]{2}){4,12}$/.test(pair)) return undefined;
  const dayAndSide = lastDay * 2 + (role === 'senior' ? 1 : 0);
  const told = Buffer.concat([
    Buffer.from([keyNumber, dayAndSide >> 8, dayAndSide & 255, ((cohort.length - 1) << 4) | (pair.length / 2)]),
    fromBase32(cohort, 'up'),
    Buffer.from(pair, 'hex'),
  ]);
  return `${before}${base32(Buffer.concat([told, mac(key, told, checkInId)]))}@${domain}`;
}

/** Reads an address that looks like one of ours. Nothing is proved yet: see `opens`. */
export function readReplyAddress(address: string, domain: string): Addressed | undefined {
  const [local = '', host, ...rest] = address.trim().toLowerCase().split('@');
  if (host !== domain || rest.length > 0 || local.length > 64 || !local.startsWith(before)) return undefined;
  const letters = local.slice(before.length);
  const bytes = /^[0-9a-hjkmnp-tv-z]+$/.test(letters) ? fromBase32(letters, 'down') : Buffer.alloc(0);
  const [keyNumber = 0, high = 0, low = 0, lengths = 0] = bytes;
  const cohortLetters = (lengths >> 4) + 1;
  const cohortBytes = Math.ceil((cohortLetters * 5) / 8);
  const pairBytes = lengths & 15;
  // Base 32 has several spellings of the same bytes: only the one that we would write is an address of ours.
  if (bytes.length !== 4 + cohortBytes + pairBytes + macBytes || base32(bytes) !== letters) return undefined;
  const cohort = CohortId.safeParse(`coh_${base32(bytes.subarray(4, 4 + cohortBytes)).slice(0, cohortLetters)}`);
  const pair = PairId.safeParse(`pair_${bytes.subarray(4 + cohortBytes, -macBytes).toString('hex')}`);
  if (!cohort.success || !pair.success) return undefined;
  return {
    keyId: String(keyNumber),
    cohortId: cohort.data,
    pairId: pair.data,
    role: low & 1 ? 'senior' : 'junior',
    lastDay: ((high << 8) | low) >> 1,
    told: bytes.subarray(0, -macBytes),
    mac: bytes.subarray(-macBytes),
  };
}

/** True where this address was made for this check-in, with one of our keys, and has not expired. */
export function opens(
  { keyId, lastDay, told, mac: given }: Addressed,
  keys: readonly TokenKey[],
  checkInId: CheckInId,
  at: Instant,
): boolean {
  const key = keys.find((each) => each.keyId === keyId);
  if (!key || Date.parse(at) >= (lastDay + 1) * millisecondsOfDay) return false;
  return timingSafeEqual(mac(key, told, checkInId), given);
}

const mac = (key: TokenKey, told: Uint8Array, checkInId: CheckInId): Buffer =>
  createHmac('sha256', key.secret).update('reply.').update(told).update(checkInId).digest().subarray(0, macBytes);

/** Crockford's: without i, l, o and u, as in the ids of cohorts. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

function base32(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += alphabet[(held >> (bits - 5)) & 31];
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + alphabet[(held << (5 - bits)) & 31] : text;
}

/** Bits that fill no byte are kept in one more (`up`, for letters that are no bytes) or left out (`down`). */
function fromBase32(text: string, rest: 'up' | 'down'): Buffer {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const letter of text) {
    held = (held << 5) | alphabet.indexOf(letter);
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 255);
    }
    held &= (1 << bits) - 1;
  }
  if (rest === 'up' && bits > 0) bytes.push((held << (8 - bits)) & 255);
  return Buffer.from(bytes);
}
