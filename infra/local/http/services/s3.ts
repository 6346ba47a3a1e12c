import type { Buckets } from '../../s3/buckets.ts';
import { ServiceError } from '../../service-error.ts';
import type { Permissions } from '../permissions.ts';
import { type SdkAnswer, type SdkCall, type Service, unknownOperation } from '../request.ts';

/** S3 by paths, as its SDK asks an address that is no domain: only reading one object, whole or its beginning. */
export function s3Service({
  permissions,
  buckets,
  now,
}: {
  permissions: Permissions;
  buckets(): Buckets;
  now(): number;
}): Service {
  return {
    operation(call) {
      const [, bucket, encoded] = /^\/([^/]+)\/(.+)$/.exec(call.url.pathname) ?? [];
      const asked = call.url.searchParams.get('x-id') ?? 'GetObject';
      if (call.method !== 'GET' || asked !== 'GetObject' || bucket === undefined || encoded === undefined) {
        return unknownOperation('s3', `${call.method} ${call.url.pathname}`);
      }
      return {
        name: 's3:GetObject',
        run(): SdkAnswer {
          const key = decodeURIComponent(encoded);
          permissions.demand({
            principal: { role: call.role },
            action: 's3:GetObject',
            resource: `arn:aws:s3:::${bucket}/${key}`,
            context: {},
          });
          const { body, at, etag } = buckets().get(bucket, key, now());
          const part = partOf(call, body);
          return {
            status: part.length < body.length ? 206 : 200,
            headers: {
              'content-type': 'application/octet-stream',
              etag: `"${etag}"`,
              'last-modified': new Date(at).toUTCString(),
            },
            body: part,
          };
        },
      };
    },
    error({ code, message, status }) {
      const said = code === 'AccessDeniedException' ? 'AccessDenied' : code;
      return {
        status: said === 'AccessDenied' ? 403 : status,
        headers: { 'content-type': 'application/xml' },
        body: `<Error><Code>${said}</Code><Message>${message.replace(/[<>&]/g, ' ')}</Message></Error>`,
      };
    },
  };
}

function partOf({ headers }: SdkCall, body: Buffer): Buffer {
  if (headers.range === undefined) return body;
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(headers.range) ?? [];
  if (from === undefined || to === undefined) return unknownOperation('s3', `the range ${headers.range}`);
  if (Number(from) >= body.length) {
    throw new ServiceError('InvalidRange', 'The requested range is not satisfiable', 416);
  }
  return body.subarray(Number(from), Number(to) + 1);
}
