import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type * as z from 'zod/mini';
import { type Reply, type Request, securityHeaders, type UploadedFile } from '../web/http.ts';
import { readEnvironment } from './environment.ts';
import { logger } from './logger.ts';
import { type Trigger, triggerOf } from './on-event.ts';

/**
 * The handler of a group of pages. Logs name the route, never the path: a path contains a token.
 * A broken request is the client's (400); a thrown error is ours (500) and says nothing about itself.
 */
export function onRequest<Env, Needs>(
  environment: z.ZodMiniType<Env>,
  wire: (env: Env) => Needs,
  answer: (request: Request, needs: Needs, trigger: Trigger) => Promise<Reply>,
  { script = false } = {},
) {
  const needs = wire(readEnvironment(environment));
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Error, Context>().handler(
    async (event, context) => {
      const correlationId =
        event.requestContext.requestId.replaceAll(/[^\w-]/g, '').slice(0, 64) || context.awsRequestId;
      logger.resetKeys();
      logger.appendKeys({ correlationId, route: event.routeKey });
      const reply = await replyTo(event, (request) =>
        answer(request, needs, triggerOf(context, correlationId, event.routeKey)),
      );
      logger.info('replied', { status: reply.status });
      return {
        statusCode: reply.status,
        headers: { ...securityHeaders({ script }), ...reply.headers },
        ...(event.requestContext.http.method === 'HEAD' ? { body: '' } : bodyOf(reply)),
        ...(reply.cookies ? { cookies: [...reply.cookies] } : {}),
      };
    },
  );
}

const bodyOf = ({ body, bytes }: Reply) =>
  bytes ? { body: Buffer.from(bytes).toString('base64'), isBase64Encoded: true } : { body };

async function replyTo(event: APIGatewayProxyEventV2, answer: (request: Request) => Promise<Reply>): Promise<Reply> {
  const request = await read(event);
  if (!request)
    return { status: 400, body: 'The request could not be read.', headers: { 'content-type': 'text/plain' } };
  try {
    return await answer(request);
  } catch (error) {
    logger.error('request failed', error instanceof Error ? error : new Error(String(error)));
    return {
      status: 500,
      body: 'Something went wrong on our side; nothing was saved. Please try again in a minute.\n\nBei uns ist etwas schiefgegangen; es wurde nichts gespeichert. Bitte in einer Minute noch einmal versuchen.',
      headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '60' },
    };
  }
}

async function read(event: APIGatewayProxyEventV2): Promise<Request | undefined> {
  const { method } = event.requestContext.http;
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') return undefined;
  const body = await readBody(event);
  if (!body) return undefined;
  return {
    method,
    path: event.rawPath,
    params: Object.fromEntries(
      Object.entries(event.pathParameters ?? {}).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value]],
      ),
    ),
    query: new URLSearchParams(event.rawQueryString),
    cookies: Object.fromEntries(cookiesOf(event).map((cookie) => splitOnce(cookie, '='))),
    language: preferred(event.headers['accept-language']),
    headers: event.headers,
    ...body,
  };
}

/** API Gateway takes the header apart; what else speaks its format may leave it whole. */
const cookiesOf = ({ cookies, headers }: APIGatewayProxyEventV2): readonly string[] =>
  cookies ?? headers.cookie?.split(';') ?? [];

async function readBody(event: APIGatewayProxyEventV2): Promise<Pick<Request, 'form' | 'files'> | undefined> {
  const type = event.headers['content-type'] ?? '';
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (!type.startsWith('multipart/form-data'))
    return { form: new URLSearchParams(bytes.toString('utf8')), files: new Map() };
  try {
    const data = await new Response(bytes, { headers: { 'content-type': type } }).formData();
    const form = new URLSearchParams();
    const files = new Map<string, UploadedFile>();
    for (const [name, value] of data.entries()) {
      if (typeof value === 'string') form.append(name, value);
      else files.set(name, { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) });
    }
    return { form, files };
  } catch {
    return undefined;
  }
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

/** German if the browser names it before English, else English. */
function preferred(acceptLanguage = ''): 'de' | 'en' {
  const first = acceptLanguage
    .split(',')
    .map((tag) => tag.trim().slice(0, 2).toLowerCase())
    .find((tag) => tag === 'de' || tag === 'en');
  return first === 'de' ? 'de' : 'en';
}
