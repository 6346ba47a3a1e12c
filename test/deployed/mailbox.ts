import * as z from 'zod';
import { type Letter, letterOf, readMail } from '../../infra/local/rehearse/mail.ts';

/** The letters that an endpoint has caught, oldest first. */
export interface Mailbox {
  readonly kind: MailKind;
  /** All of them, the ones of before included. */
  look(): Promise<readonly Letter[]>;
}

export const mailKinds = ['stage', 'ses-v2-local', 'ministack'] as const;
export type MailKind = (typeof mailKinds)[number];

export class NoMailbox extends Error {
  override readonly name = 'NoMailbox';
}

interface Adapter<T> {
  readonly path: string;
  readonly answer: z.ZodType<T>;
  letters(answer: T, endpoint: string): Promise<Letter[]> | Letter[];
}

const adapter = <T>(it: Adapter<T>): Adapter<T> => it;

/** `"Lea" <lea@example.org>` → `lea@example.org` */
const bare = (written = ''): string => (/<([^>]+)>\s*$/.exec(written)?.[1] ?? written).trim().toLowerCase();

const isoOf = (seconds: number) => new Date(seconds * 1000).toISOString();

/** The local stage keeps each message as SES would have taken it: read once, they do not change. */
function stage() {
  const read = new Map<string, Letter>();
  const Message = z.object({ messageId: z.string(), destinations: z.array(z.string()), at: z.string() });
  return adapter({
    path: '/_stage/mail',
    answer: z.array(Message),
    async letters(messages, endpoint) {
      const letters: Letter[] = [];
      for (const message of messages) {
        const known = read.get(message.messageId);
        const letter = known ?? (await readMail({ ...message, raw: await rawOf(endpoint, message.messageId) }));
        read.set(message.messageId, letter);
        letters.push({ ...letter, to: bare(letter.to) });
      }
      return letters;
    },
  });
}

async function rawOf(endpoint: string, messageId: string): Promise<string> {
  const response = await fetch(`${endpoint}/_stage/mail/${encodeURIComponent(messageId)}`);
  if (!response.ok) throw new NoMailbox(`${endpoint} listed a letter that it does not hand out (${response.status})`);
  return response.text();
}

/** aws-ses-v2-local keeps what it read out of a message; of its headers nothing. */
const sesLocal = () =>
  adapter({
    path: '/store',
    answer: z.object({
      emails: z.array(
        z.object({
          messageId: z.string(),
          destination: z.object({ to: z.array(z.string()) }),
          subject: z.string(),
          body: z.object({ html: z.string().optional(), text: z.string().optional() }),
          at: z.number(),
        }),
      ),
    }),
    letters: ({ emails }) =>
      emails.map(({ messageId, destination, subject, body: { html = '', text = '' }, at }) =>
        letterOf({
          messageId,
          to: bare(destination.to[0]),
          at: isoOf(at),
          subject,
          text,
          html,
          header: () => undefined,
        }),
      ),
  });

/** MiniStack groups what was sent by account. */
const ministack = () =>
  adapter({
    path: '/_ministack/ses/messages',
    answer: z.object({
      messages: z.record(
        z.string(),
        z.array(
          z.object({
            MessageId: z.string(),
            To: z.array(z.string()),
            Subject: z.string().default(''),
            BodyText: z.string().nullish(),
            BodyHtml: z.string().nullish(),
            Timestamp: z.number(),
          }),
        ),
      ),
    }),
    letters: ({ messages }) =>
      Object.values(messages)
        .flat()
        .sort((a, b) => a.Timestamp - b.Timestamp)
        .map(({ MessageId, To, Subject, BodyText, BodyHtml, Timestamp }) =>
          letterOf({
            messageId: MessageId,
            to: bare(To[0]),
            at: isoOf(Timestamp),
            subject: Subject,
            text: BodyText ?? '',
            html: BodyHtml ?? '',
            header: () => undefined,
          }),
        ),
  });

async function answerOf(url: string): Promise<unknown> {
  const response = await fetch(url, { headers: { accept: 'application/json' }, signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new NoMailbox(`${url} answers ${response.status}`);
  return response.json();
}

async function opened<T>(kind: MailKind, endpoint: string, { path, answer, letters }: Adapter<T>): Promise<Mailbox> {
  const look = async () => letters(answer.parse(await answerOf(`${endpoint}${path}`)), endpoint);
  await look();
  return { kind, look };
}

const attempts: Record<MailKind, (endpoint: string) => Promise<Mailbox>> = {
  stage: (endpoint) => opened('stage', endpoint, stage()),
  'ses-v2-local': (endpoint) => opened('ses-v2-local', endpoint, sesLocal()),
  ministack: (endpoint) => opened('ministack', endpoint, ministack()),
};

/** The mailbox at an endpoint: of the kind that is named, or of the first kind in which it answers. @throws NoMailbox */
export async function openMailbox(address: string, kind?: MailKind): Promise<Mailbox> {
  const endpoint = new URL(address).origin;
  const refused: string[] = [];
  for (const each of kind ? [kind] : mailKinds) {
    try {
      return await attempts[each](endpoint);
    } catch (error) {
      refused.push(`  as ${each}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    }
  }
  throw new NoMailbox(`no mail can be read at ${endpoint}:\n${refused.join('\n')}`);
}
