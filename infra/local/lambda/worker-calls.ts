import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { callHeader } from './messages.ts';

/**
 * Numbers the requests that an invocation sends to the endpoint, in the order in which its code makes them: sockets may
 * overtake each other, and the stage must take parallel calls in the same order every time.
 */
export function numberCalls(endpoint: string, onCall: () => void) {
  const { host } = new URL(endpoint);
  let invocation = 0;
  let calls = 0;
  subscribe('http.client.request.created', (message) => {
    const { request } = message as { request: ClientRequest };
    if (request.getHeader('host') !== host) return;
    request.setHeader(callHeader, `${invocation}.${calls++}`);
    onCall();
  });
  return {
    begin(id: number) {
      invocation = id;
      calls = 0;
    },
  };
}
