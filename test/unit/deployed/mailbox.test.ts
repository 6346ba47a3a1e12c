import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { doorway } from '../../deployed/doorway.ts';
import { openMailbox } from '../../deployed/mailbox.ts';

const html = '<a href="https://abc.execute-api.example/confirm/tok">Yes</a>';
const raw = `To: lea@example.org\r\nSubject: Hello\r\nContent-Type: text/html\r\n\r\n${html}`;
/** What each kind of endpoint answers, as their makers document it. */
const answers: Record<string, unknown> = {
  stage: {
    '/_stage/mail': [{ messageId: 'm1', destinations: ['lea@example.org'], at: '2026-03-02T08:00:00.000Z' }],
    '/_stage/mail/m1': raw,
  },
  'ses-v2-local': {
    '/store': {
      templates: {},
      emails: [
        {
          messageId: 'm1',
          from: 'programme@example.org',
          replyTo: [],
          destination: { to: ['"Lea" <Lea@example.org>'], cc: [], bcc: [] },
          subject: 'Hello',
          body: { html, text: 'Hello' },
          attachments: [],
          at: 1772438400,
        },
      ],
    },
  },
  ministack: {
    '/_ministack/ses/messages': {
      messages: {
        '000000000000': [
          {
            MessageId: 'm1',
            Source: 'programme@example.org',
            To: ['Lea <lea@example.org>'],
            CC: [],
            BCC: [],
            Subject: 'Hello',
            BodyText: 'Hello',
            BodyHtml: html,
            Timestamp: 1772438400.5,
            Type: 'SendRawEmail',
          },
        ],
      },
    },
  },
};

let kind = 'stage';
const server = createServer(({ url = '', headers, method }, response) => {
  if (url.startsWith('/prefix/')) {
    response.setHeader('set-cookie', ['a=1', 'b=2']);
    return response.end(`${method} ${url} at ${headers.host}, ${headers['content-type']}`);
  }
  const answer = Object(answers[kind])[url];
  if (answer === undefined) return response.writeHead(404).end('no');
  response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
});
let endpoint = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${Object(server.address()).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

it.each(Object.keys(answers))('finds out by itself that mail is kept by %s, and reads its letters', async (name) => {
  kind = name;
  const mailbox = await openMailbox(`${endpoint}/`);
  expect(mailbox.kind).toBe(name);
  const [letter] = await mailbox.look();
  expect(letter).toMatchObject({ messageId: 'm1', to: 'lea@example.org', subject: 'Hello' });
  expect(letter?.link(/\/confirm\//)).toBe('https://abc.execute-api.example/confirm/tok');
});

it('says of every kind why no mail can be read', async () => {
  kind = 'none';
  await expect(openMailbox(endpoint)).rejects.toThrow(
    /as stage: .*404[\s\S]*as ses-v2-local: .*404[\s\S]*as ministack/,
  );
  kind = 'stage';
  await expect(openMailbox(endpoint, 'ministack')).rejects.toThrow(/as ministack: .* answers 404/);
});

it('asks at one place whatever a link leads to, under the name and path by which an emulator knows the API', async () => {
  const ask = doorway(`${endpoint}/prefix`, 'abc.execute-api.localhost');
  const answer = await ask('https://elsewhere.example/desk?lang=en', {
    method: 'POST',
    body: new URLSearchParams({ a: 'b' }),
  });
  expect(await answer.text()).toBe(
    'POST /prefix/desk?lang=en at abc.execute-api.localhost, application/x-www-form-urlencoded;charset=UTF-8',
  );
  expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
});
