import PostalMime from 'postal-mime';

/** More than this of a message is never read: a person's words stand at its beginning, attachments follow. */
export const mostBytes = 64 * 1024;
/** The parser takes its time with each line. */
export const mostLines = 3_000;

/** What of a message is of interest. */
export interface Mail {
  /** Values of a header in the order of the message, the topmost first: SES puts its own on top. */
  headers(name: string): readonly string[];
  readonly subject: string;
  /** The text as it came, or what an HTML mail says, without what its program marks as quoted. */
  readonly text: string;
}

/** Reads the beginning of a raw message. What no mail program could have sent is undefined, whatever its bytes. */
export async function readMail(raw: Uint8Array): Promise<Mail | undefined> {
  try {
    const { headers, subject = '', text, html } = await new Reader(limits).parse(beginningOf(raw));
    return {
      headers: (name) => headers.filter(({ key }) => key === name).map(({ value }) => value),
      subject,
      text: text?.trim() ? text : await textOf(withoutQuoted(html ?? '')),
    };
  } catch {
    return undefined;
  }
}

/** As much of it as is ever looked at. */
export function beginningOf(raw: Uint8Array): Uint8Array {
  const bytes = raw.subarray(0, mostBytes);
  let end = -1;
  for (let line = 0; line < mostLines; line++) {
    end = bytes.indexOf(0x0a, end + 1);
    if (end < 0) return bytes;
  }
  return bytes.subarray(0, end + 1);
}

/** A message inside the message is nobody's own words; it would also be read by the library's own reader. */
const limits = { forceRfc822Attachments: true, maxNestingDepth: 20, maxHeadersSize: 128 * 1024 };

interface TextPart {
  readonly type: string;
  value: unknown;
}

/**
 * The library looks for the address of a link by trying each part of a tag against each other: one tag of 64 KB would keep
 * it for hours. So there are no links any more in the HTML that it makes text of, whichever part of the message that is.
 */
class Reader extends PostalMime {
  /** The library's own last step, when all parts are decoded. */
  renderTextContent(): void {
    const parts: ReadonlyMap<object, { readonly html?: readonly TextPart[] }> = Reflect.get<object, string>(
      this,
      'textMap',
    );
    for (const { html = [] } of parts.values()) {
      for (const part of html) if (typeof part.value === 'string') part.value = withoutLinks(part.value);
    }
    Reflect.apply(Reflect.get<object, string>(PostalMime.prototype, 'renderTextContent'), this, []);
  }
}

/** A word for each link: it is not a person's “yes” or “no”, however the link reads. */
export const withoutLinks = (html: string): string =>
  html.replace(/<a\b([^<>]*>)?/gi, (tag) => (tag.endsWith('>') && !/href/i.test(tag) ? '' : ' (link) '));

/**
 * Where programs begin the quoted message in HTML. Plain text has its own signs, which the reply parser knows; in HTML
 * they are lost with the tags. Nothing in them repeats without a limit: they look through all of the HTML.
 */
export const quotedFrom = [
  /<blockquote[\s>]/i,
  // Gmail, Yahoo, Thunderbird, GMX and Web.de
  /<[a-z]{1,20}[^<>]{0,200}\bclass="?[^"<>]{0,100}\b(?:gmail_quote|gmail_attr|yahoo_quoted|moz-cite-prefix|gmx_quote)/i,
  /<div[^<>]{0,200}\bname="?quote\b/i,
  // Outlook on the web, for phones, the new and the old one
  /<[a-z]{1,20}[^<>]{0,200}\bid="?(?:[a-z0-9_-]{0,40}_)?(?:divRplyFwdMsg|appendonsend|mail-editor-reference-message-container|ms-outlook-mobile-signature)/i,
  /<div[^<>]{0,200}border-top: ?solid #(?:e1e1e1|b5c4df) 1\.0pt/i,
  /<hr[\s/>]/i,
];

function withoutQuoted(html: string): string {
  const at = quotedFrom.map((sign) => html.search(sign)).filter((place) => place >= 0);
  return at.length === 0 ? html : html.slice(0, Math.min(...at));
}

/** The parser turns HTML to text only beside a part of plain text: it gets an empty one. */
async function textOf(html: string): Promise<string> {
  const part = (type: string, content: string) =>
    `--parts\r\ncontent-type: ${type}; charset=utf-8\r\n\r\n${content}\r\n`;
  const { text = '' } = await new Reader(limits).parse(
    `content-type: multipart/mixed; boundary=parts\r\n\r\n${part('text/plain', '')}${part('text/html', html)}--parts--\r\n`,
  );
  return text;
}
