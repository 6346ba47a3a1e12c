import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ZodError } from 'zod';
import type { Gate } from '../clock/gate.ts';
import { type FaultsNow, faultError } from '../faults/faults.ts';
import type { Running } from '../lambda/runner.ts';
import { ServiceError } from '../service-error.ts';
import { callerOf, readCall, type SdkAnswer, type SdkCall, type Service, UnknownOperation } from './request.ts';

export interface EndpointNeeds {
  service(name: string): Service | undefined;
  gate(): Gate;
  running(invocation: number): Running | undefined;
  faults: FaultsNow;
  now(): number;
  onProblem(sentence: string): void;
  /** What is not an SDK call: the answer of a custom resource, if this is one. */
  custom(path: string, body: Buffer): boolean;
}

export interface Endpoint {
  url: string;
  close(): Promise<void>;
}

/** The AWS of the functions: one server on loopback for every SDK call. */
export async function startEndpoint(needs: EndpointNeeds): Promise<Endpoint> {
  const server = createServer(
    { keepAlive: true, noDelay: true },
    (request, response) => void serve(request, response, needs),
  );
  // A connection that ends while it is idle makes the SDK try again: ours only end with the stage.
  server.keepAliveTimeout = 0;
  server.requestTimeout = 0;
  server.headersTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(request: IncomingMessage, response: ServerResponse, needs: EndpointNeeds) {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk);
  } catch {
    return; // The worker ended while it was sending.
  }
  const body = Buffer.concat(chunks);
  const from = callerOf(request);
  const answerNow = async (running?: Running) => {
    if (request.method === 'PUT' && needs.custom(request.url ?? '', body))
      return { status: 200, headers: {}, body: '' };
    return answer(request, body, running, needs);
  };
  if (from === undefined) return send(response, await answerNow(), needs);
  const running = needs.running(from.invocation);
  if (!running) return response.destroy();
  running.invocation.callBegan();
  await needs.gate().enter(from.invocation, from.call);
  // A run that has ended meanwhile (a crash, a reset) must leave nothing behind.
  if (running.invocation.state === 'ended') response.destroy();
  else send(response, await answerNow(running), needs);
  needs.gate().leave(from.invocation);
  running.invocation.callEnded();
}

function send(response: ServerResponse, answered: SdkAnswer | 'no answer', needs: EndpointNeeds) {
  if (answered === 'no answer') {
    response.destroy();
    return;
  }
  response.writeHead(answered.status, {
    ...answered.headers,
    'content-length': Buffer.byteLength(answered.body),
    // Otherwise the SDK sees a skewed clock and corrects its own.
    date: new Date(needs.now()).toUTCString(),
    'x-amzn-requestid': 'local',
  });
  response.end(answered.body);
}

async function answer(
  request: IncomingMessage,
  body: Buffer,
  running: Running | undefined,
  needs: EndpointNeeds,
): Promise<SdkAnswer | 'no answer'> {
  const call = readCall(request, body);
  const service = call && needs.service(call.service);
  if (!service) {
    needs.onProblem(`The local stage does not know ${call ? `the service ${call.service}` : 'an unsigned request'}`);
    return { status: 501, headers: {}, body: '' };
  }
  try {
    const operation = service.operation(call);
    const fault = running && needs.faults.call(running.fn.name, operation.name, running.requestId);
    const strike = () => {
      if (!fault) return undefined;
      if (fault.effect === 'throttle' || fault.effect === 'error') throw faultError(operation.name, fault.effect);
      if (fault.effect === 'crash') running?.invocation.crash(`crashed ${fault.when} ${operation.name}`);
      return 'no answer' as const;
    };
    if (fault?.when === 'before') return strike() ?? 'no answer';
    const answered = await operation.run();
    return (fault && strike()) ?? answered;
  } catch (error) {
    return service.error(said(error, call, needs));
  }
}

/** An error in the words of the service; what the stage itself cannot do is a problem, and no answer that code may rely on. */
function said(error: unknown, { role }: SdkCall, { onProblem }: EndpointNeeds) {
  if (error instanceof ServiceError) return { code: error.code, message: error.message, status: error.status };
  if (error instanceof ZodError) return { code: 'ValidationException', message: error.message, status: 400 };
  const message = error instanceof Error ? error.message : String(error);
  onProblem(`${message} (called by ${role})`);
  const code = error instanceof UnknownOperation ? 'UnknownOperationException' : 'LocalStageBroken';
  return { code, message, status: 400 };
}
