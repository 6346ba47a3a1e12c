import { createServer, type IncomingMessage } from 'node:http';

/** A tiny AWS on loopback that finds nothing: the same for both sides, and it knows when its first answer was out. */
export async function startAws() {
  let first: { at: number; service: string } | undefined;
  const server = createServer(async (request, response) => {
    const body = await textOf(request);
    const service = /\/[a-z0-9-]+\/([a-z0-9-]+)\/aws4_request/.exec(request.headers.authorization ?? '')?.[1] ?? 'http';
    response.setHeader('content-type', 'application/x-amz-json-1.0');
    response.end(JSON.stringify(answerTo(String(request.headers['x-amz-target'] ?? ''), body)), () => {
      first ??= { at: performance.timeOrigin + performance.now(), service };
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    /** The first answer since this was asked last. */
    firstAnswer() {
      const found = first;
      first = undefined;
      return found;
    },
    close: () => server.close(),
  };
}

/** Every family of keys has one key, so that a page gets as far as saying that the link is not good. */
const key = { pk: { S: 'key' }, sk: { S: '1' }, value: { B: Buffer.alloc(32).toString('base64') } };

function answerTo(target: string, body: string): unknown {
  if (target.endsWith('.Query')) return body.includes('"keys"') ? { Items: [key], Count: 1 } : { Items: [], Count: 0 };
  if (target.endsWith('.GetItem')) return body.includes('"keys"') ? { Item: key } : {};
  if (target.endsWith('.PutEvents')) return { FailedEntryCount: 0, Entries: [{ EventId: '1' }] };
  return {};
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}
