import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type HookCall, onHook } from '../../../../shared/runtime/on-hook.ts';

const calls: HookCall[] = [];
const handler = onHook(
  z.object({}),
  () => ({}),
  async (call) => {
    calls.push(call);
    if (call.rest[0] === 'broken') throw new Error('the table is away');
    return { status: 200, outcome: 'taken' };
  },
);
const ask = async (more: Partial<APIGatewayProxyEventV2>) => {
  const event = {
    rawPath: '/hooks/src_1/a%2Fb',
    headers: {},
    routeKey: 'ANY /hooks/{proxy+}',
    requestContext: { requestId: 'r1', http: { method: 'POST' } },
    isBase64Encoded: false,
    ...more,
  } as APIGatewayProxyEventV2;
  return handler(event, { awsRequestId: 'r1', functionName: 'hooks', getRemainingTimeInMillis: () => 1 } as Context);
};
const text = 'Jörg – {"a":1}\r\n';

it('hands over the very bytes, whether the gateway passed them as text or in base64', async () => {
  await ask({ body: text });
  await ask({ body: Buffer.from(text).toString('base64'), isBase64Encoded: true });
  await ask({ body: Buffer.from([0, 255, 128]).toString('base64'), isBase64Encoded: true });
  await ask({});
  const [asText, inBase64, binary, none] = calls.map(({ bytes }) => [...bytes]);
  expect(asText).toEqual([...Buffer.from(text)]);
  expect(inBase64).toEqual(asText);
  expect(binary).toEqual([0, 255, 128]);
  expect(none).toEqual([]);
  expect(calls[0]?.rest).toEqual(['src_1', 'a/b']);
});

it('asks for the call again when something broke here, without a word about what', async () => {
  const reply = await ask({ rawPath: '/hooks/broken' });
  expect(reply).toMatchObject({ statusCode: 500, headers: { 'retry-after': '60' } });
  expect(JSON.stringify(reply)).not.toContain('table');
});
