import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type * as z from 'zod/mini';
import { readEnvironment } from './environment.ts';
import { logger } from './logger.ts';
import { type Trigger, triggerOf } from './on-event.ts';

/** A call by a machine: its signature is over the very bytes, so they come unread. */
export interface HookCall {
  readonly method: string;
  /** What stands after the fixed part of the path; it may hold a secret. */
  readonly rest: readonly string[];
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly bytes: Uint8Array;
}

export interface HookReply {
  readonly status: number;
  /** For the log of whoever calls, and for ours: one word or two, nothing of what was sent. */
  readonly outcome: string;
  /** For ours alone. */
  readonly about?: Readonly<Record<string, string>>;
}

/** The handler of calls by machines. Logs name route, outcome and ids: neither path, nor headers, nor body. */
export function onHook<Env, Needs>(
  environment: z.ZodMiniType<Env>,
  wire: (env: Env) => Needs,
  answer: (call: HookCall, needs: Needs, trigger: Trigger) => Promise<HookReply>,
) {
  const needs = wire(readEnvironment(environment));
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Error, Context>().handler(
    async (event, context) => {
      const correlationId =
        event.requestContext.requestId.replaceAll(/[^\w-]/g, '').slice(0, 64) || context.awsRequestId;
      logger.resetKeys();
      logger.appendKeys({ correlationId, route: event.routeKey });
      const { status, outcome, about } = await replyTo(() =>
        answer(read(event), needs, triggerOf(context, correlationId, event.routeKey)),
      );
      logger.info('replied', { status, outcome, ...about });
      return {
        statusCode: status,
        headers: {
          'content-type': 'text/plain; charset=utf-8',
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
          ...(status === 405 ? { allow: 'POST' } : {}),
          ...(status === 500 ? { 'retry-after': '60' } : {}),
        },
        body: outcome,
      };
    },
  );
}

async function replyTo(answer: () => Promise<HookReply>): Promise<HookReply> {
  try {
    return await answer();
  } catch (error) {
    logger.error('call failed', error instanceof Error ? error : new Error(String(error)));
    return { status: 500, outcome: 'nothing was saved; please send it again' };
  }
}

const read = (event: APIGatewayProxyEventV2): HookCall => ({
  method: event.requestContext.http.method,
  rest: event.rawPath.split('/').slice(2).map(decoded),
  headers: event.headers,
  bytes: new Uint8Array(Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8')),
});

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
