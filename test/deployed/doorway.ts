import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import type { Fetch } from '../../infra/local/rehearse/browser.ts';

/**
 * Asks whatever a link leads to at one place: an emulator has all APIs on one port and tells them apart by the Host
 * header (which `fetch` would set itself) or by the beginning of the path.
 */
export function doorway(place: string, host?: string): Fetch {
  const base = new URL(place);
  const secure = base.protocol === 'https:';
  return async (link, init) => {
    const { pathname, search } = new URL(link);
    const carrier = new Response(init.body ?? null);
    const body = Buffer.from(await carrier.arrayBuffer());
    const headers = new Headers(init.headers);
    const type = carrier.headers.get('content-type');
    if (type !== null && !headers.has('content-type')) headers.set('content-type', type);
    headers.set('host', host ?? base.host);
    if (body.length > 0) headers.set('content-length', String(body.length));
    return new Promise((resolve, reject) => {
      const asked = (secure ? overHttps : overHttp)(
        {
          hostname: base.hostname,
          port: base.port || (secure ? 443 : 80),
          method: init.method ?? 'GET',
          path: `${base.pathname.replace(/\/$/, '')}${pathname}${search}`,
          headers: Object.fromEntries(headers),
          timeout: 40_000,
        },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('error', reject);
          answer.on('end', () => {
            const got = new Headers();
            for (let at = 0; at < answer.rawHeaders.length; at += 2) {
              got.append(answer.rawHeaders[at] ?? '', answer.rawHeaders[at + 1] ?? '');
            }
            const status = answer.statusCode ?? 502;
            const empty = status === 204 || status === 304;
            resolve(new Response(empty ? null : Buffer.concat(parts), { status, headers: got }));
          });
        },
      );
      asked.on('timeout', () => asked.destroy(new Error(`${base.host} did not answer within 40 seconds`)));
      asked.on('error', reject);
      asked.end(body);
    });
  };
}
