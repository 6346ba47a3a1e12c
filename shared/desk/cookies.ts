import type { Language } from '../cohort/cohort.ts';
import { digest } from '../table/digest.ts';
import type { Request } from '../web/http.ts';

const names = { session: '__Host-desk', nonce: '__Host-sign-in', language: '__Host-language' } as const;

const cookie = (name: string, value: string, sameSite: 'Strict' | 'Lax', seconds: number) =>
  `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=${sameSite}; Max-Age=${seconds}`;

/** `Strict`: no other site can make the browser show it. A link in a letter therefore ends at the sign-in page first. */
export const sessionCookie = (token: string, hours: number) => cookie(names.session, token, 'Strict', hours * 3600);
/** `Lax`: the link in the mail comes from another site, and its page must know whether this browser asked. */
export const nonceCookie = (nonce: string, minutes: number) => cookie(names.nonce, nonce, 'Lax', minutes * 60);
export const languageCookie = (language: Language) => cookie(names.language, language, 'Lax', 365 * 86_400);
export const noSession = cookie(names.session, '', 'Strict', 0);
export const noNonce = cookie(names.nonce, '', 'Lax', 0);

export const sessionOf = ({ cookies }: Request): string | undefined => cookies[names.session] || undefined;

/** The nonce of a browser that asked before: the links that it waits for stay good when it asks again. */
export function nonceOf({ cookies }: Request): string | undefined {
  const nonce = cookies[names.nonce];
  return nonce && /^[0-9a-z]{16,64}$/.test(nonce) ? nonce : undefined;
}

export const hashOf = (nonce: string): string => digest(nonce);

/** What the visitor chose before what the browser prefers. */
export function languageFor({ query, cookies, language }: Request): { language: Language; chosen: boolean } {
  const asked = query.get('lang');
  if (asked === 'de' || asked === 'en') return { language: asked, chosen: true };
  const kept = cookies[names.language];
  return { language: kept === 'de' || kept === 'en' ? kept : language, chosen: false };
}
