import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { gatewayEvent } from '../../../infra/local/http/gateway-event.ts';
import { onRequest } from '../../../shared/runtime/on-request.ts';

/** The cookies that a page sees, after `change` has put the gateway's event as another gateway does. */
async function seen(cookie: string, change: (event: APIGatewayProxyEventV2) => APIGatewayProxyEventV2) {
  const handler = onRequest(
    z.object({}),
    () => ({}),
    async ({ cookies }) => ({ status: 200, body: JSON.stringify(cookies) }),
  );
  const event = gatewayEvent(
    { method: 'GET', path: '/desk', headers: new Headers({ cookie }), body: Buffer.from('') },
    { routeKey: 'GET /desk', parameters: {} },
    { accountId: '1', apiId: 'a', now: 0, requestId: 'r' },
  );
  const context = { awsRequestId: 'r' } as Context;
  const response = await handler(change(event), context, { signal: new AbortController().signal });
  return JSON.parse(response?.body ?? 'null');
}

const sent = 'a=1; __Host-desk=x.y=';
const cookies = { a: '1', '__Host-desk': 'x.y=' };

it('reads the cookies that the gateway took apart', async () => {
  expect(await seen(sent, (event) => event)).toEqual(cookies);
});

it('reads the header of what speaks the same format and leaves it whole', async () => {
  const whole = ({ cookies: _apart, ...event }: APIGatewayProxyEventV2) => ({ ...event, headers: { cookie: sent } });
  expect(await seen(sent, whole)).toEqual(cookies);
});
