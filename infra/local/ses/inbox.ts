import { createServer } from 'node:net';
import sesLocal from 'aws-ses-v2-local';

/** The web page of aws-ses-v2-local, which shows what was sent. */
export interface Inbox {
  url: string;
  take(raw: string): void;
  close(): Promise<void>;
}

export async function openInbox(port: number): Promise<Inbox> {
  await refuseTakenPort(port, 'INBOX_PORT');
  // A CommonJS module: its default export is a member of ours.
  const server = await sesLocal.default({ host: '127.0.0.1', port });
  server.unref();
  const url = `http://localhost:${port}`;
  let last: Promise<unknown> = Promise.resolve();
  const send = (raw: string) =>
    fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      headers: { authorization: 'AWS4-HMAC-SHA256 local' },
      body: new URLSearchParams({ Action: 'SendRawEmail', 'RawMessage.Data': Buffer.from(raw).toString('base64') }),
    });
  return {
    url,
    take(raw) {
      // One after the other, so that the inbox keeps the order of sending; a mail that it cannot show is only not shown.
      last = last.then(() => send(raw)).catch(() => undefined);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Says which port is taken and what to do, before a library fails in its own words. */
export function refuseTakenPort(port: number, variable: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      const taken = 'code' in error && error.code === 'EADDRINUSE';
      reject(
        taken ? new Error(`Port ${port} is taken. Stop what runs there, or set ${variable} to another port.`) : error,
      );
    });
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}
