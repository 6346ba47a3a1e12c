import type { IncomingMessage } from 'node:http';
import { callHeader } from '../lambda/messages.ts';

/** A call of an SDK, as far as every service has it in common. */
export interface SdkCall {
  service: string;
  /** The access key id: the logical id of the calling role. */
  role: string;
  method: string;
  url: URL;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** What goes back. */
export interface SdkAnswer {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
}

/** One operation of a service, with the name that policies, faults and people use: `dynamodb:PutItem`. */
export interface Operation {
  name: string;
  run(): Promise<SdkAnswer> | SdkAnswer;
}

/** The protocol of a service: finds the operation in the call, and says errors as its SDK client reads them. */
export interface Service {
  operation(call: SdkCall): Operation;
  error(error: { code: string; message: string; status: number }): SdkAnswer;
}

const scope = /Credential=([^/]+)\/\d{8}\/[^/]+\/([^/]+)\/aws4_request/;

/** None: the request is not signed. */
export function readCall(request: IncomingMessage, body: Buffer): SdkCall | undefined {
  const [, role, service] = scope.exec(request.headers.authorization ?? '') ?? [];
  if (role === undefined || service === undefined) return undefined;
  return {
    service,
    role,
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', 'http://endpoint'),
    headers: request.headers,
    body,
  };
}

/** Which invocation makes a request and the how-manieth of that invocation it is; none for a caller that is no function. */
export function callerOf(request: IncomingMessage): { invocation: number; call: number } | undefined {
  const [, invocation, call] = /^(\d+)\.(\d+)$/.exec(String(request.headers[callHeader] ?? '')) ?? [];
  return call === undefined ? undefined : { invocation: Number(invocation), call: Number(call) };
}

/** Services of the JSON protocols name the operation in a header. */
export const targetOf = ({ headers }: SdkCall): string =>
  String(headers['x-amz-target'] ?? '')
    .split('.')
    .at(-1) ?? '';

export const jsonBody = ({ body }: SdkCall): unknown => (body.length === 0 ? {} : JSON.parse(body.toString('utf8')));

export const jsonAnswer =
  (version: '1.0' | '1.1') =>
  (body: unknown, status = 200): SdkAnswer => ({
    status,
    headers: { 'content-type': `application/x-amz-json-${version}` },
    body: JSON.stringify(body),
  });

/** @throws what stops the pretence: the caller gets an error, and the stage reports a problem. */
export function unknownOperation(service: string, operation: string): never {
  throw new UnknownOperation(service, operation);
}

export class UnknownOperation extends Error {
  constructor(service: string, operation: string) {
    super(`The local stage does not know ${service}:${operation}`);
    this.name = 'UnknownOperation';
  }
}
