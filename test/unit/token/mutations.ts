/** What becomes of a good token on its way through mail systems, clipboards and the hands of whoever tries. */
import fc from 'fast-check';
import { mint, type TokenKey } from '../../../shared/token/token.ts';
import { type TokenType, tokenTypeNames } from '../../../shared/token/types.ts';

/** A good token, and what somebody would have to steal to make it better. */
export interface Good {
  readonly type: TokenType;
  readonly token: string;
  readonly claims: Readonly<Record<string, string>>;
  readonly keys: Readonly<Record<TokenType, TokenKey>>;
  /** Nobody's: what an attacker would sign with. */
  readonly stranger: Uint8Array;
}
export type Mutation = (good: Good) => string;

const past = '2026-03-02T11:59:59.000Z';
const future = '2026-12-01T00:00:00.000Z';
const at = (text: string, where: number) => where % Math.max(1, text.length);
const splice = (text: string, where: number, remove: number, insert: string) =>
  text.slice(0, where) + insert + text.slice(where + remove);
const parts = (token: string): [string, string, string] => {
  const [keyId = '', payload = '', mac = ''] = token.split('.');
  return [keyId, payload, mac];
};
const flipped = (segment: string, bit: number): string => {
  const bytes = Buffer.from(segment, 'base64url');
  const place = at(segment, bit >> 3) % Math.max(1, bytes.length);
  bytes[place] = (bytes[place] ?? 0) ^ (1 << (bit & 7));
  return bytes.toString('base64url');
};
/** The last character carries bits that no byte needs: another spelling of the same bytes. */
const respelled = (segment: string, by: number): string => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const last = alphabet.indexOf(segment.at(-1) ?? 'A');
  return segment.slice(0, -1) + (alphabet[last ^ (1 + (by % 15))] ?? 'A');
};

const number = fc.nat(4_095);
const text = fc.string({ unit: 'binary', maxLength: 40 });
const otherType = fc.constantFrom(...tokenTypeNames);
const keyName = fc.constantFrom('0', '2', '01', '1 ', '-1', '1e0', 'one', '__proto__', '١', '99999999999999999999');
const strange = fc.constantFrom<Readonly<Record<string, string>>>(
  {},
  { cohort: 'coh_00000000nobody' },
  { cohort: '__proto__', person: 'constructor' },
  { cohort: 'coh_01jqa2b3c4d5', person: 'per_99999999999999999999999999999999', kind: 'check-in' },
  { cohort: 'coh_01jqa2b3c4d5', checkIn: 'pair_999999999999.junior.month-01' },
  { cohort: '../../stage', checkIn: 'cohort#coh_01jqa2b3c4d5', help: 'help_999999999999', pair: 'x', member: 'x' },
);

export const mutations: fc.Arbitrary<Mutation> = fc.oneof(
  // One bit, anywhere.
  fc.tuple(fc.nat(2), number).map(
    ([which, bit]): Mutation =>
      ({ token }) =>
        parts(token)
          .map((part, index) => (index === which ? flipped(part, bit) : part))
          .join('.'),
  ),
  // Cut off, at the end or at the beginning; lengthened.
  number.map(
    (cut): Mutation =>
      ({ token }) =>
        token.slice(0, at(token, cut)),
  ),
  number.map(
    (cut): Mutation =>
      ({ token }) =>
        token.slice(1 + at(token, cut)),
  ),
  fc.tuple(number, text).map(
    ([where, more]): Mutation =>
      ({ token }) =>
        splice(token, at(token, where), 0, more),
  ),
  fc.tuple(number, text).map(
    ([where, more]): Mutation =>
      ({ token }) =>
        splice(token, at(token, where), 1, more),
  ),
  text.map(
    (anything): Mutation =>
      () =>
        anything,
  ),
  fc.nat(200).map(
    (times): Mutation =>
      ({ token }) =>
        token.repeat(2 + times),
  ),
  fc.nat(3_000).map(
    (length): Mutation =>
      ({ token }) =>
        token + 'A'.repeat(1 + length),
  ),
  // Segments swapped, doubled, emptied.
  fc.shuffledSubarray([0, 1, 2, 0, 1, 2], { maxLength: 5 }).map(
    (order): Mutation =>
      ({ token }) =>
        order.map((index) => parts(token)[index]).join('.'),
  ),
  // As software in between spells it.
  fc.constantFrom<Mutation>(
    ({ token }) => token.toUpperCase(),
    ({ token }) => token.toLowerCase(),
    ({ token }) => `${token}=`,
    ({ token }) => `${token}==`,
    ({ token }) => ` ${token}`,
    ({ token }) => `${token}\n`,
    ({ token }) => `${token}.`,
    ({ token }) => `${token}%3D`,
    ({ token }) => `<${token}>`,
    ({ token }) => `${token}\0`,
    ({ token }) => `${token}​`,
    ({ token }) => token.replaceAll('.', '。'),
    ({ token }) => encodeURIComponent(token).replaceAll('.', '%2E'),
  ),
  fc.tuple(fc.nat(2), number).map(
    ([which, by]): Mutation =>
      ({ token }) =>
        parts(token)
          .map((part, index) => (index === which ? respelled(part, by) : part))
          .join('.'),
  ),
  // Signed, but with a key that is none, of another family, under a name that the family does not know.
  fc.constant<Mutation>(({ type, claims, stranger }) => mint(type, { keyId: '1', secret: stranger }, claims, future)),
  keyName.map(
    (keyId): Mutation =>
      ({ type, claims, keys }) =>
        mint(type, { ...keys[type], keyId }, claims, future),
  ),
  otherType.map(
    (other): Mutation =>
      ({ type, claims, keys }) =>
        // With its own family's key this would be a good token.
        mint(type, other === type ? { ...keys[type], keyId: '2' } : keys[other], claims, future),
  ),
  otherType.map(
    (other): Mutation =>
      ({ type, claims, keys }) =>
        mint(other === type ? 'form-render' : other, keys[type], claims, future),
  ),
  otherType.map(
    (other): Mutation =>
      ({ type, claims, keys }) =>
        other === type ? mint(type, keys[type], claims, past) : mint(other, keys[other], claims, future),
  ),
  // Well signed, and over; for nobody; a preview of another page; a payload whose key name was changed afterwards.
  fc.nat(1_000_000).map(
    (before): Mutation =>
      ({ type, claims, keys }) =>
        mint(type, keys[type], claims, new Date(Date.parse(past) - before * 1_000).toISOString()),
  ),
  strange.map(
    (claims): Mutation =>
      ({ type, keys }) =>
        mint(type, keys[type], type === 'cohort-form' ? { ...claims, cohort: 'coh_00000000nobody' } : claims, future),
  ),
  otherType.map(
    (other): Mutation =>
      ({ type, claims, keys }) =>
        mint('preview', keys.preview, { ...claims, as: other === type ? '' : other }, future),
  ),
  keyName.map(
    (keyId): Mutation =>
      ({ token }) =>
        [keyId, ...parts(token).slice(1)].join('.'),
  ),
);
