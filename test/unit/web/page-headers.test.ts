import type { Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { answer } from '../../../functions/answer/answer.ts';
import { answer as me } from '../../../functions/me/me.ts';
import { answer as elsewhere } from '../../../functions/public/public.ts';
import { gatewayEvent } from '../../../infra/local/http/gateway-event.ts';
import type { Trigger } from '../../../shared/runtime/on-event.ts';
import { onRequest } from '../../../shared/runtime/on-request.ts';
import { mostPosts } from '../../../shared/token/limits.ts';
import { mintWith } from '../../../shared/token/open-link.ts';
import type { Reply, Request } from '../../../shared/web/http.ts';
import { triggerAt } from '../../support/browser-without-browser.ts';
import { checkInId, cohortId, junior, noon, programme } from '../../support/programme.ts';

const wanted = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex',
  'x-content-type-options': 'nosniff',
  'strict-transport-security': 'max-age=31536000',
};

const memory = programme();
const { table, keys, posts } = memory;
const needs = { table, keys, posts, stage: 'prod', randomBytes: () => new Uint8Array(12) };
const expires = '2026-12-01T00:00:00.000Z';
const checkInToken = await mintWith(keys, 'answer', { cohort: cohortId, checkIn: checkInId }, expires);
const meToken = await mintWith(keys, 'me', { cohort: cohortId, person: junior }, expires);

type Core = (request: Request, needs: never, trigger: Trigger) => Promise<Reply>;

interface Asked {
  readonly core?: Core;
  readonly at?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A request as the gateway hands it over, answered by the handler that is deployed. */
async function respond(
  verb: string,
  path: string,
  { core = answer as Core, at = noon, headers = {}, body = '' }: Asked = {},
) {
  const handler = onRequest(
    z.object({}),
    () => needs,
    (request, given) => core(request, given as never, triggerAt(at)),
  );
  const [, , token = '', page] = new URL(path, 'http://stage').pathname.split('/');
  const parameters = { token, ...(page === undefined ? {} : { page }) };
  const event = gatewayEvent(
    { method: verb, path, headers: new Headers(headers), body: Buffer.from(body) },
    { routeKey: `${verb} /`, parameters },
    { accountId: '1', apiId: 'a', now: Date.parse(at), requestId: 'r' },
  );
  const response = await handler(event, { awsRequestId: 'r' } as Context, { signal: new AbortController().signal });
  if (!response) throw new Error('the handler answered nothing');
  return response;
}

const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
const link = `/answer/${checkInToken}`;

describe('every response to a participant carries the headers of a page', () => {
  it.each<[number, string, string, Asked]>([
    [200, 'GET', link, {}],
    [200, 'HEAD', link, {}],
    [200, 'GET', `/me/${meToken}`, { core: me as Core }],
    [200, 'GET', '/', { core: elsewhere as Core }],
    [400, 'PUT', link, {}],
    [400, 'DELETE', link, {}],
    [400, 'POST', link, { headers: { 'content-type': 'multipart/form-data; boundary=b' }, body: 'no parts' }],
    [403, 'POST', link, { headers: { ...form, 'sec-fetch-site': 'cross-site' } }],
    [404, 'GET', '/answer/forged', {}],
    [404, 'GET', '/wp-login.php', { core: elsewhere as Core }],
    [410, 'GET', link, { at: '2026-04-01T00:00:00.000Z' }],
    [422, 'POST', link, { headers: form }],
    [500, 'GET', link, { core: () => Promise.reject(new Error('broken')) }],
  ])('%i to %s %s', async (status, verb, path, asked) => {
    const response = await respond(verb, path, asked);
    expect(response.statusCode).toBe(status);
    expect(response.headers).toMatchObject(wanted);
    expect(response.headers?.['content-type']).toMatch(/^text\/(html|plain)/);
  });

  it('303 to a saved session, and 429 to one POST too many', async () => {
    for (let sent = 0; sent < mostPosts; sent++) await posts.full({ method: 'POST', params: { token: meToken } }, noon);
    const full = await respond('POST', `/me/${meToken}/session`, { core: me as Core, headers: form });
    expect(full.statusCode).toBe(429);
    expect(full.headers).toMatchObject({ ...wanted, 'retry-after': expect.any(String) });
    const moved = await respond('GET', link, {
      core: async () => ({ status: 303, body: '', headers: { location: '/' } }),
    });
    expect(moved.headers).toMatchObject({ ...wanted, location: '/' });
  });

  it('an error says nothing about itself', async () => {
    const { body } = await respond('GET', link, { core: () => Promise.reject(new Error('secret of the house')) });
    expect(body).not.toContain('secret');
  });
});
