import { z } from 'zod';
import type { Outcome } from '../lambda/invocation.ts';
import type { FunctionResource } from '../lambda/resources.ts';
import type { Assembly } from '../template/load.ts';
import { gatewayEvent, type PageRequest } from './gateway-event.ts';
import type { Permissions } from './permissions.ts';
import { routes } from './routes.ts';

const RouteProperties = z.object({ ApiId: z.string(), RouteKey: z.string(), Target: z.string() });
const IntegrationProperties = z.object({
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
});

/** What a function may answer: an API answer, or anything else, which is then the JSON body. */
const Answer = z.object({
  statusCode: z.number(),
  headers: z.record(z.string(), z.coerce.string()).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/** In bytes, of the event and of the answer as Lambda sees them. */
const payloadLimit = 6 * 2 ** 20;

export interface GatewayNeeds {
  assembly: Assembly;
  find(nameOrArn: string): FunctionResource;
  permissions: Permissions;
  invoke(fn: FunctionResource, payload: string): Promise<Outcome>;
  now(): number;
  newId(): string;
}

/** The HTTP APIs of the template. */
export function startGateway(needs: GatewayNeeds): (request: PageRequest) => Promise<Response> {
  const { assembly, find, permissions, invoke, now, newId } = needs;
  const { accountId, region } = assembly;
  const ofType = (type: string) => assembly.resources.filter((resource) => resource.type === type);
  const integrations = new Map(
    ofType('AWS::ApiGatewayV2::Integration').map(({ physicalId, properties }) => [
      `integrations/${physicalId}`,
      find(functionArn(IntegrationProperties.parse(properties).IntegrationUri)),
    ]),
  );
  const all = ofType('AWS::ApiGatewayV2::Route').map(({ properties, logicalId }) => {
    const { ApiId, RouteKey, Target } = RouteProperties.parse(properties);
    const fn = integrations.get(Target);
    if (!fn) throw new Error(`The route ${logicalId} has no integration ${Target}`);
    return { routeKey: RouteKey, target: { fn, api: ApiId } };
  });
  const apis = Map.groupBy(all, ({ target }) => target.api);
  const matches = new Map([...apis].map(([api, own]) => [api, routes(own)]));
  const [first] = matches.values();

  return async (request) => {
    const { pathname } = new URL(request.path, 'http://stage');
    // `<api>.execute-api.…` names the API; the stage's own port leads to the first.
    const [label = ''] = (request.headers.get('host') ?? '').split('.');
    const found = (matches.get(label) ?? first)?.(request.method, pathname);
    if (!found) return problem(404, 'Not Found');
    const { routeKey, target } = found.route;
    const [verb, path] =
      routeKey === '$default' ? ['$default', ''] : [request.method, routeKey.slice(routeKey.indexOf('/'))];
    const sourceArn = `arn:aws:execute-api:${region}:${accountId}:${target.api}/$default/${verb}${path}`;
    const allowed = permissions.allowed({
      principal: { service: 'apigateway.amazonaws.com', sourceArn },
      action: 'lambda:InvokeFunction',
      resource: target.fn.arn,
      context: { 'aws:SourceArn': sourceArn, 'aws:SourceAccount': accountId },
    });
    if (!allowed) return problem(500, 'Internal Server Error');
    const place = { accountId, apiId: target.api, now: now(), requestId: newId() };
    const payload = JSON.stringify(gatewayEvent(request, { routeKey, parameters: found.parameters }, place));
    if (Buffer.byteLength(payload) > payloadLimit) return problem(413, 'Request Entity Too Large');
    const outcome = await invoke(target.fn, payload);
    if (!outcome.ok || (outcome.result?.length ?? 0) > payloadLimit) return problem(500, 'Internal Server Error');
    return asResponse(outcome.result, request.method);
  };
}

/** An integration names its function by the ARN, or by the invocation path that ends in it. */
const functionArn = (uri: string) => /functions\/(arn:[^/]+)\/invocations$/.exec(uri)?.[1] ?? uri;

const problem = (status: number, message: string) =>
  new Response(JSON.stringify({ message }), { status, headers: { 'content-type': 'application/json' } });

function asResponse(result: string | undefined, method: string): Response {
  const value: unknown = result === undefined ? null : JSON.parse(result);
  const parsed = Answer.safeParse(value);
  if (!parsed.success) {
    if (typeof value === 'object' && value !== null && 'statusCode' in value)
      return problem(500, 'Internal Server Error');
    return new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } });
  }
  const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.data;
  const all = new Headers(headers ?? {});
  if (body && !all.has('content-type')) all.set('content-type', 'text/plain;charset=UTF-8');
  for (const cookie of cookies ?? []) all.append('set-cookie', cookie);
  const bytes = Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8');
  const bodiless = method === 'HEAD' || statusCode === 204 || statusCode === 304;
  return new Response(bodiless ? null : bytes, { status: statusCode, headers: all });
}
