interface Cookie {
  readonly value: string;
  readonly path: string;
  /** Stage time in milliseconds; none: until the browser is closed. */
  readonly expires: number | undefined;
}

/** The cookies of one browser for one site. */
export interface CookieJar {
  /** Takes what a browser would take. */
  take(setCookies: readonly string[], now: number): void;
  header(path: string, now: number): string | undefined;
}

export function cookieJar(): CookieJar {
  const cookies = new Map<string, Cookie>();
  return {
    take(setCookies, now) {
      for (const line of setCookies) {
        const [pair = '', ...rest] = line.split(';').map((part) => part.trim());
        const name = pair.slice(0, pair.indexOf('='));
        const attributes = new Map(rest.map((part) => splitOnce(part)));
        if (name === '' || !prefixHolds(name, attributes)) continue;
        const cookie: Cookie = {
          value: pair.slice(pair.indexOf('=') + 1),
          path: attributes.get('path') || '/',
          expires: expiryOf(attributes, now),
        };
        if (cookie.expires !== undefined && cookie.expires <= now) cookies.delete(name);
        else cookies.set(name, cookie);
      }
    },
    header(path, now) {
      const sent = [...cookies].filter(
        ([, cookie]) => under(path, cookie.path) && (cookie.expires === undefined || cookie.expires > now),
      );
      return sent.length === 0 ? undefined : sent.map(([name, { value }]) => `${name}=${value}`).join('; ');
    },
  };
}

/** RFC 6265bis: `__Host-` is Secure, for the whole site and for this host alone. */
function prefixHolds(name: string, attributes: ReadonlyMap<string, string>): boolean {
  if (name.startsWith('__Host-')) {
    return attributes.has('secure') && attributes.get('path') === '/' && !attributes.has('domain');
  }
  return !name.startsWith('__Secure-') || attributes.has('secure');
}

function expiryOf(attributes: ReadonlyMap<string, string>, now: number): number | undefined {
  const maxAge = attributes.get('max-age');
  if (maxAge !== undefined) return now + Number(maxAge) * 1000;
  const expires = attributes.get('expires');
  return expires === undefined ? undefined : Date.parse(expires);
}

const under = (path: string, of: string) => path === of || path.startsWith(of.endsWith('/') ? of : `${of}/`);

function splitOnce(part: string): [string, string] {
  const at = part.indexOf('=');
  return at < 0 ? [part.toLowerCase(), ''] : [part.slice(0, at).toLowerCase(), part.slice(at + 1)];
}
