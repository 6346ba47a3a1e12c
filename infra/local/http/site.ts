import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { PageRequest } from './gateway-event.ts';

/** The gateway's own limit on a request, in bytes. */
const bodyLimit = 10 * 2 ** 20;

export interface SiteNeeds {
  port: number;
  page(request: PageRequest): Promise<Response>;
  /** Answers what begins with `/_stage`, and the root. */
  control(request: PageRequest): Promise<Response>;
  /** On a clock that stands still, nobody else would let the consequences of a request happen. */
  settle: (() => Promise<void>) | undefined;
}

/** The pages and the control API on one port, on loopback only. */
export async function startSite({ port, page, control, settle }: SiteNeeds): Promise<{ close(): Promise<void> }> {
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await bodyOf(request);
    if (body === 'too large')
      return answer(response, new Response('{"message":"Request Entity Too Large"}', { status: 413 }));
    const asked: PageRequest = {
      method: request.method ?? 'GET',
      path: request.url ?? '/',
      headers: headersOf(request),
      body,
    };
    // Who opens the bare address looks for the stage itself; the product's own front page stays at `/?`.
    const bare = asked.path === '/' && asked.method === 'GET';
    const own = bare || /^\/_stage(\/|\?|$)/.test(asked.path);
    await answer(response, await (own ? control(bare ? { ...asked, path: '/_stage/home' } : asked) : page(asked)));
    if (!own) await settle?.();
  };
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500);
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | 'too large'> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    // The rest is read and dropped: an answer before the end of the request would only look like a broken line.
    if (size <= bodyLimit) chunks.push(chunk);
  }
  return size > bodyLimit ? 'too large' : Buffer.concat(chunks);
}

function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers();
  for (let at = 0; at < rawHeaders.length; at += 2) headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '');
  return headers;
}

async function answer(response: ServerResponse, from: Response): Promise<void> {
  const plain = [...from.headers].filter(([name]) => name !== 'set-cookie');
  const cookies = from.headers.getSetCookie();
  response.writeHead(from.status, {
    ...Object.fromEntries(plain),
    ...(cookies.length > 0 && { 'set-cookie': cookies }),
  });
  response.end(Buffer.from(await from.arrayBuffer()));
}
