import type { Instant } from '../../events/define.ts';
import type { Keys } from '../keys/keys.dynamodb.ts';
import { type Claims, mint, open, pathOf } from './token.ts';
import type { TokenType } from './types.ts';

export type Link = { readonly ok: true; readonly claims: Claims; readonly preview: boolean } | { readonly ok: false };

/** Opens a link of this type, or a preview of one: a preview shows the page and saves nothing. */
export async function openLink(keys: Keys, type: TokenType, token: string, at: Instant): Promise<Link> {
  const opened = open(type, await keys.family(type), token, at);
  if (opened.ok) return { ok: true, claims: opened.claims, preview: false };
  const preview = open('preview', await keys.family('preview'), token, at);
  return preview.ok && preview.claims.as === type ? { ok: true, claims: preview.claims, preview: true } : { ok: false };
}

/** A link of this type under the stage's origin, signed with the family's newest key. */
export async function makeLink(
  keys: Keys,
  origin: string,
  type: TokenType,
  claims: Claims,
  expires: Instant,
): Promise<string> {
  return `${origin}${pathOf(type, await mintWith(keys, type, claims, expires))}`;
}

/** The same page as a preview. */
export async function makePreview(
  keys: Keys,
  origin: string,
  type: TokenType,
  claims: Claims,
  expires: Instant,
): Promise<string> {
  return `${origin}${pathOf(type, await mintWith(keys, 'preview', { ...claims, as: type }, expires))}`;
}

export async function mintWith(keys: Keys, type: TokenType, claims: Claims, expires: Instant): Promise<string> {
  const [newest] = await keys.family(type);
  if (!newest) throw new Error(`no key for ${type}`);
  return mint(type, newest, claims, expires);
}
