import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  None,
} from 'openid-client';
import * as z from 'zod/mini';
import type { Provider } from './needs.ts';

/** What we read of somebody. Entra ID says `xms_edov` where others say `email_verified`, in several spellings. */
const Claims = z.object({
  email: z.string(),
  email_verified: z.optional(z.unknown()),
  xms_edov: z.optional(z.unknown()),
});
const vouched = new Set<unknown>([true, 1, '1', 'true']);

/** Seconds; the API gives up after 30. */
const patience = 8;

interface Settings {
  readonly issuer: string;
  readonly clientId: string;
  /** Absent: a public client, which PKCE alone protects. Read at every sign-in, so that a new one counts at once. */
  readonly secret: () => Promise<string | undefined>;
  readonly returnTo: string;
}

/**
 * The company's OpenID provider, by the authorization code flow. The library checks issuer, audience, times, nonce, state and,
 * by the provider's published keys, the signature.
 */
export function companyProvider({ issuer, clientId, secret, returnTo }: Settings): Provider {
  async function configure(): Promise<Configuration> {
    const given = await secret();
    // Its own password is sent in clear only to a provider on this machine: the stage's config refuses http elsewhere.
    const plain = new URL(issuer).protocol === 'http:' ? [allowInsecureRequests] : [];
    return discovery(new URL(issuer), clientId, undefined, given ? ClientSecretPost(given) : None(), {
      execute: [enableNonRepudiationChecks, ...plain],
      timeout: patience,
    });
  }

  return {
    async begin({ state, nonce, verifier }) {
      return buildAuthorizationUrl(await configure(), {
        redirect_uri: returnTo,
        scope: 'openid email',
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
    },
    async finish(cameBackTo, { state, nonce, verifier }) {
      const config = await configure();
      const tokens = await authorizationCodeGrant(config, cameBackTo, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      // Some providers say only who signed in, and the address on demand: by the standard, for a code they may.
      const told =
        claims?.email === undefined ? await fetchUserInfo(config, tokens.access_token, claims?.sub ?? '') : claims;
      const { email, email_verified, xms_edov } = z.parse(Claims, told);
      return { address: email, verified: vouched.has(email_verified) || vouched.has(xms_edov) };
    },
  };
}
