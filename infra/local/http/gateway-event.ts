import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** A request as it reaches the gateway. */
export interface PageRequest {
  method: string;
  /** Path with query, as the client sent it. */
  path: string;
  headers: Headers;
  body: Buffer;
}

export interface GatewayPlace {
  accountId: string;
  apiId: string;
  now: number;
  requestId: string;
}

/** What the gateway hands over as text; everything else, forms too, arrives in base64. */
const textual = /^(text\/|application\/(json|javascript|xml)\b|application\/[\w.-]+\+(json|xml)\b)/;

/** Payload format 2.0. */
export function gatewayEvent(
  { method, path, headers, body }: PageRequest,
  { routeKey, parameters }: { routeKey: string; parameters: Record<string, string> },
  { accountId, apiId, now, requestId }: GatewayPlace,
): APIGatewayProxyEventV2 {
  const url = new URL(path, 'http://stage');
  const cookies = headers.get('cookie')?.split(/;\s*/);
  const text = textual.test(headers.get('content-type') ?? '');
  const query = [...new Set(url.searchParams.keys())].map((name) => [name, url.searchParams.getAll(name).join(',')]);
  const domainName = headers.get('host') ?? 'localhost';
  return {
    version: '2.0',
    routeKey,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookies && { cookies }),
    headers: Object.fromEntries([...headers].filter(([name]) => name !== 'cookie')),
    ...(query.length > 0 && { queryStringParameters: Object.fromEntries(query) }),
    ...(Object.keys(parameters).length > 0 && { pathParameters: parameters }),
    requestContext: {
      accountId,
      apiId,
      domainName,
      domainPrefix: domainName.split('.')[0] ?? domainName,
      http: {
        method,
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: headers.get('user-agent') ?? '',
      },
      requestId,
      routeKey,
      stage: '$default',
      time: new Date(now).toUTCString(),
      timeEpoch: now,
    },
    ...(body.length > 0 && { body: body.toString(text ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !text,
  };
}
