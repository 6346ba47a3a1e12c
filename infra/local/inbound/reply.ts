import PostalMime from 'postal-mime';
import { bareAddress, headersOf } from '../ses/message.ts';
import type { AcceptedMessage } from '../ses/ses.ts';

/** A reply as a mail program writes it: the words, then the letter below them, quoted. */
export async function replyTo({ raw, messageId, destinations }: AcceptedMessage, words: string, at: number) {
  const { subject = '', text = '', from, replyTo: asked } = await PostalMime.parse(raw);
  const to = mailbox(asked?.[0]) ?? mailbox(from) ?? '';
  const day = new Date(at);
  const quoted = text
    .trim()
    .split(/\r?\n/)
    .map((line) => `> ${line}`.trimEnd());
  return [
    `From: <${destinations[0]}>`,
    `To: ${to}`,
    `Subject: ${encoded(`Re: ${subject}`)}`,
    `Date: ${day.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <reply-${at}-${messageId}@localhost>`,
    `In-Reply-To: <${messageId}>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    ...words.split(/\r?\n/),
    '',
    `On ${day.toUTCString().replace(/:\d\d GMT$/, '')}, ${mailbox(from)} wrote:`,
    '',
    ...quoted,
    '',
  ].join('\r\n');
}

const mailbox = (one: { name: string; address?: string | undefined } | undefined) =>
  one?.address === undefined ? undefined : `${encoded(one.name)} <${one.address}>`.trim();

/** Only what is no ASCII, as programs do. */
const encoded = (text: string) =>
  /^[\x20-\x7e]*$/.test(text) ? text : `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;

const style = `
  :root { color-scheme: light dark } body { font: 1rem/1.55 system-ui, sans-serif; max-width: 42rem; margin: 0 auto; padding: 1.5rem 1rem }
  textarea { font: inherit; width: 100%; box-sizing: border-box; padding: .6rem } button { font: inherit; padding: .5rem 1rem }
  pre { white-space: pre-wrap; opacity: .75; border-left: 3px solid; padding-left: 1rem }`;

/** Where somebody writes a reply to one letter. */
export async function replyPage({ raw, messageId, destinations }: AcceptedMessage): Promise<Response> {
  const { subject = '', text = '', replyTo: asked } = await PostalMime.parse(raw);
  return html(`<title>Reply</title>
<h1>Re: ${escaped(subject)}</h1>
<p>From ${escaped(destinations[0] ?? '')} to ${escaped(asked?.[0]?.address ?? '')}</p>
<form method="post" action="/_stage/reply"><input type="hidden" name="letter" value="${escaped(messageId)}">
<p><label for="words">Your words</label></p><textarea id="words" name="words" rows="4" autofocus required></textarea>
<p><button>Send</button></p></form>
<pre>${escaped(text.trim())}</pre>`);
}

export const sentPage = (): Response =>
  html('<title>Sent</title><h1>Sent</h1><p>What follows from it comes to the inbox.</p>');

const html = (content: string) =>
  new Response(
    `<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<style>${style}</style>\n${content}\n`,
    { headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } },
  );

const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** The letter as the inbox shows it: where the stage takes replies, below it a link which no real letter has. */
export function withReplyLink(
  { raw, messageId }: AcceptedMessage,
  origin: string,
  takes: (address: string) => boolean,
): string {
  const address = headersOf(raw).find(({ name }) => name.toLowerCase() === 'reply-to');
  if (!address || !takes(bareAddress(address.value))) return raw;
  const link = `${origin}/_stage/reply?letter=${encodeURIComponent(messageId)}`;
  const line = `<p><a href="${link}" target="_blank">Reply</a> (on this machine only)</p>`.replaceAll('=', '=3D');
  return raw.replace(/\r?\n--[^\r\n]+--\s*$/, (end) => `\r\n${line}${end}`);
}
