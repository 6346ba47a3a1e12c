import { createServer } from 'node:http';
import Provider from 'oidc-provider';
import { freePort } from './free-port.ts';

/** What the company knows of each login. */
export type Staff = Readonly<Record<string, { readonly email?: string; readonly email_verified?: boolean }>>;

export const companySecret = 'a-secret-that-only-our-client-knows';
export const clientId = 'desk';

/** A company with accounts of its own: a certified OpenID provider, on this machine. Any password will do. */
export async function openCompany(staff: Staff, { returnTo, lean }: { returnTo: string; lean: boolean }) {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: companySecret,
        redirect_uris: [returnTo],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { email: ['email', 'email_verified'] },
    cookies: { keys: ['of a test'] },
    /** By the standard the address may stand in the ID token, or be told on demand. */
    conformIdTokenClaims: lean,
    findAccount: async (_context: unknown, login: string) => ({
      accountId: login,
      claims: async () => ({ sub: login, ...staff[login] }),
    }),
    features: { devInteractions: { enabled: false } },
    interactions: { url: () => '/who-are-you' },
    // Nobody is asked whether our desk may know their address: the company has decided that.
    loadExistingGrant: async ({ oidc }: { oidc: { client: { clientId: string }; session: { accountId: string } } }) => {
      const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
  });
  const answer = provider.callback();
  const server = createServer(async (request, response) => {
    if (!request.url?.startsWith('/who-are-you')) return answer(request, response);
    await provider.interactionFinished(request, response, { login: { accountId: String(request.headers['x-login']) } });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));

  /** Somebody's browser at the company: says who it is, and ends where the company sends it back to. */
  async function signIn(begin: string, login: string): Promise<URL> {
    const jar = new Map<string, string>();
    let next = new URL(begin);
    while (!next.href.startsWith(returnTo)) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const reply = await fetch(next, { headers: { cookie, 'x-login': login }, redirect: 'manual' });
      for (const set of reply.headers.getSetCookie()) {
        const [pair = ''] = set.split(';');
        const at = pair.indexOf('=');
        jar.set(pair.slice(0, at), pair.slice(at + 1));
      }
      const location = reply.headers.get('location');
      if (!location) throw new Error(`the company stops at ${next.pathname}: ${await reply.text()}`);
      next = new URL(location, next);
    }
    return next;
  }

  return {
    issuer,
    signIn,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
export type Company = Awaited<ReturnType<typeof openCompany>>;
