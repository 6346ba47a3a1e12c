import type { PageRequest } from './gateway-event.ts';

/** A request as a browser would send it, from the arguments of `fetch`. A whole link is taken too: only its path counts. */
export async function pageRequest(link: string, init: RequestInit, host: string): Promise<PageRequest> {
  const url = new URL(link, 'http://stage');
  const carrier = new Response(init.body ?? null);
  // A list of its own: the headers of a Request refuse those that only a browser may set, such as Sec-Fetch-Site.
  const headers = new Headers(init.headers);
  const type = carrier.headers.get('content-type');
  if (type !== null && !headers.has('content-type')) headers.set('content-type', type);
  if (!headers.has('host')) headers.set('host', host);
  return {
    method: (init.method ?? 'GET').toUpperCase(),
    path: `${url.pathname}${url.search}`,
    headers,
    body: Buffer.from(await carrier.arrayBuffer()),
  };
}
