/** A request as a page sees it: parsed once at the edge. */
export interface Request {
  readonly method: 'GET' | 'HEAD' | 'POST';
  readonly path: string;
  /** The route's own parameters, such as `token`. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
  readonly files: ReadonlyMap<string, UploadedFile>;
  readonly cookies: Readonly<Record<string, string>>;
  /** What the browser prefers, first the best: `de`, `en`. */
  readonly language: 'de' | 'en';
  readonly headers: Readonly<Record<string, string | undefined>>;
}

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Reply {
  readonly status: number;
  readonly body: string;
  /** Instead of the text: a file. */
  readonly bytes?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
}

export const page = (html: string, status = 200): Reply => ({ status, body: html });

/** After a POST: the browser fetches the next page by GET, so that reloading it repeats nothing. */
export const seeOther = (location: string, cookies?: readonly string[]): Reply => ({
  status: 303,
  body: '',
  headers: { location },
  ...(cookies ? { cookies } : {}),
});

/** For everybody who is not HR: nothing loads from elsewhere, nothing runs. */
const policy = (script: string) =>
  `default-src 'none'; ${script}style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`;

export const securityHeaders = ({ script }: { script: boolean }) => ({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': policy(script ? "script-src 'self'; " : ''),
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex',
  'x-content-type-options': 'nosniff',
  'strict-transport-security': 'max-age=31536000',
});

/** A POST that a page of another site sent. The pages' own send `Origin: null`, so `Sec-Fetch-Site` decides. */
export function crossSite({ method, headers }: Request): boolean {
  const site = headers['sec-fetch-site'];
  return method === 'POST' && site !== undefined && site !== 'same-origin' && site !== 'none';
}
