import { digest } from '../../shared/table/digest.ts';
import type { Request } from '../../shared/web/http.ts';

/** One way to the provider and back, known to this browser alone. */
export interface Attempt {
  /** Comes back in the address: the answer is to this browser's question. */
  readonly state: string;
  /** Comes back signed by the provider: the answer is to this question and no older one. */
  readonly nonce: string;
  /** Proves to the provider that whoever brings its code is who asked (PKCE). */
  readonly verifier: string;
}

const name = '__Host-company';
/** Long enough for a password, a second factor and a telephone. */
const minutes = 15;
const shape = /^([0-9a-z]{32,64})\.([0-9a-z]{32,64})\.([0-9a-z]{43,128})$/;

export const newAttempt = (randomId: () => string): Attempt => ({
  state: randomId() + randomId(),
  nonce: randomId() + randomId(),
  verifier: randomId() + randomId() + randomId(),
});

/** `Lax`: the provider sends the browser back from another site. */
export const attemptCookie = ({ state, nonce, verifier }: Attempt): string =>
  `${name}=${state}.${nonce}.${verifier}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=${minutes * 60}`;
export const noAttempt = `${name}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0`;

export function attemptOf({ cookies }: Request): Attempt | undefined {
  const [, state, nonce, verifier] = shape.exec(cookies[name] ?? '') ?? [];
  return state && nonce && verifier ? { state, nonce, verifier } : undefined;
}

/** Stands for the browser in a token. */
export const browserOf = ({ state }: Attempt): string => digest(state);
