import MailComposer from 'nodemailer/lib/mail-composer';
import type { CalendarPart } from './invitation.ts';

/** A mailbox. `name` is what the reader sees instead of the address. */
export interface Mailbox {
  name?: string;
  address: string;
}

export interface MimeInput {
  from: Mailbox;
  to: Mailbox;
  replyTo?: Mailbox;
  subject: string;
  html: string;
  text: string;
  /** What the reader's calendar is asked to do. */
  calendar?: CalendarPart;
  /** And what else, as files. */
  alsoInCalendar?: readonly CalendarPart[];
  /** The https address that stops this kind of letter by one POST; only where the kind may be stopped. */
  listUnsubscribe?: string;
  /** The list that the letter belongs to: a name to read and a dotted id, `cohort-1.dev.example.com`. */
  listId: { name: string; id: string };
  /** The ledger's id of the letter: ASCII letters, digits, `_`, `-`. Also makes Message-ID and boundaries, so that the same letter is the same bytes. */
  letterId: string;
  /** ISO 8601. SES overwrites Date and Message-ID. */
  at: string;
}

/** Broken contract: what goes into headers was parsed long before. The value is not told, it may be personal. */
export class HeaderRefused extends Error {
  override name = 'HeaderRefused';
  constructor(header: string) {
    super(`${header} has a character that no header may have`);
  }
}

/**
 * The whole message. Throws `HeaderRefused` where CR, LF or NUL would reach a header. Message tags and the configuration
 * set are no headers here: `SendRawEmail` takes both as parameters (see `messageTags`).
 */
export async function mime(input: MimeInput): Promise<Buffer> {
  const {
    from,
    to,
    replyTo,
    subject,
    html,
    text,
    calendar,
    alsoInCalendar = [],
    listUnsubscribe,
    listId,
    letterId,
    at,
  } = input;
  refuseControls({
    From: mailboxText(from),
    To: mailboxText(to),
    'Reply-To': replyTo && mailboxText(replyTo),
    Subject: subject,
    'List-Unsubscribe': listUnsubscribe,
    'List-Id': listId.name + listId.id,
    'Message-ID': letterId,
    Date: at,
  });
  const composer = new MailComposer({
    from: composerMailbox(from),
    to: composerMailbox(to),
    ...(replyTo && { replyTo: composerMailbox(replyTo) }),
    subject,
    html,
    text,
    // Beside the text, where mail programs find it, and as a file for those that do not.
    ...(calendar && { icalEvent: { method: calendar.method, filename: 'invite.ics', content: calendar.content } }),
    ...(alsoInCalendar.length > 0 && {
      attachments: alsoInCalendar.map(({ method, content }, place) => ({
        filename: `invite-${place + 2}.ics`,
        contentType: `text/calendar; charset=utf-8; method=${method}`,
        content,
      })),
    }),
    // 7-bit lines of at most 76 characters, whatever the letter says.
    encoding: 'quoted-printable',
    messageId: `<${letterId}@${from.address.slice(from.address.lastIndexOf('@') + 1)}>`,
    date: new Date(at),
    baseBoundary: letterId,
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'List-Id': { prepared: true, value: `${quoted(listId.name)} <${dotted(listId.id)}>` },
      ...(listUnsubscribe === undefined
        ? {}
        : {
            // Prepared: a folded or encoded link is one that some mail program does not understand.
            'List-Unsubscribe': { prepared: true, value: `<${link(listUnsubscribe)}>` },
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }),
    },
  });
  return composer.compile().build();
}

/** The tags by which SES's events find their letter, as `SendRawEmail` takes them. */
export function messageTags(tags: { letterId: string; scope: string }): { Name: string; Value: string }[] {
  return Object.entries(tags).map(([name, value]) => {
    if (!/^[A-Za-z0-9_-]{1,256}$/.test(value)) throw new HeaderRefused(`message tag ${name}`);
    return { Name: name, Value: value };
  });
}

function refuseControls(headers: Record<string, string | undefined>): void {
  for (const [header, value] of Object.entries(headers)) {
    if (value !== undefined && /[\r\n\0]/.test(value)) throw new HeaderRefused(header);
  }
}

function mailboxText({ name, address }: Mailbox): string {
  return `${name ?? ''} ${address}`;
}

/** As an object, never as text: a name like `Eve <eve@elsewhere>` must not become a second recipient. */
function composerMailbox({ name, address }: Mailbox): { name: string; address: string } {
  if (!/^[^\s@<>",;:()]+@[^\s@<>",;:()]+$/.test(address)) throw new HeaderRefused('address');
  return { name: name ?? '', address };
}

function link(url: string): string {
  if (!/^https?:\/\/[!-;=?-~]{1,900}$/.test(url)) throw new HeaderRefused('List-Unsubscribe');
  return url;
}

function dotted(id: string): string {
  if (!/^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/.test(id)) throw new HeaderRefused('List-Id');
  return id;
}

/** A phrase of ASCII: List-Id is for filters, and filters do not decode. */
function quoted(name: string): string {
  return `"${name.normalize('NFKD').replace(/[^\x20-\x7e]|["\\]/g, '')}"`;
}
