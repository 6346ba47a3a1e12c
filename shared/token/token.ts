import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import type { Instant } from '../../events/define.ts';
import { type TokenType, tokenTypes } from './types.ts';

/** One key of a family: tokens name it, so that a family can rotate while old links live. */
export interface TokenKey {
  readonly keyId: string;
  readonly secret: Uint8Array;
}

const Payload = z.object({ exp: z.int(), claims: z.record(z.string(), z.string()) });
export type Claims = Readonly<Record<string, string>>;

/**
 * `<key id>.<payload>.<mac>`: payload is base64url JSON of the expiry (seconds since 1970) and the claims (ids only);
 * the mac is HMAC-SHA-256 over type, key id and payload, cut to 128 bits.
 */
export function mint(type: TokenType, key: TokenKey, claims: Claims, expires: Instant): string {
  const payload = Buffer.from(JSON.stringify({ exp: Math.floor(Date.parse(expires) / 1000), claims })).toString(
    'base64url',
  );
  return `${key.keyId}.${payload}.${mac(type, key, payload).toString('base64url')}`;
}

export type Opened = { readonly ok: true; readonly claims: Claims; readonly expires: number } | { readonly ok: false };

/** Opens a token of this type; forged, truncated, mistyped and expired ones are all the same to the caller. */
export function open(type: TokenType, keys: readonly TokenKey[], token: string, at: Instant): Opened {
  const [keyId, payload, signature, ...rest] = token.split('.');
  if (!keyId || !payload || !signature || rest.length > 0 || token.length > 2_048) return { ok: false };
  const key = keys.find((each) => each.keyId === keyId);
  if (!key) return { ok: false };
  const expected = mac(type, key, payload);
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return { ok: false };
  // Base64url has several spellings of the same bytes: only the canonical one is the token that we made.
  if (given.toString('base64url') !== signature) return { ok: false };
  const parsed = Payload.safeParse(json(payload));
  if (!parsed.success || parsed.data.exp * 1000 <= Date.parse(at)) return { ok: false };
  return { ok: true, claims: parsed.data.claims, expires: parsed.data.exp };
}

function mac(type: TokenType, key: TokenKey, payload: string): Buffer {
  return createHmac('sha256', key.secret).update(`${type}.${key.keyId}.${payload}`).digest().subarray(0, 16);
}

function json(payload: string): unknown {
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** The path that a token of this type opens. */
export const pathOf = (type: TokenType, token: string): string => `${tokenTypes[type].path ?? '/'}${token}`;
