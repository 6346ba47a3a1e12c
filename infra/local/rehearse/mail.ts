import PostalMime from 'postal-mime';
import { readPage } from './page.ts';

/** A message as the stage hands it out: raw MIME, and when SES took it. */
export interface RawMail {
  readonly messageId: string;
  readonly raw: string;
  readonly destinations: readonly string[];
  readonly at: string;
}

/** A letter as a mail program shows it. */
export interface Letter {
  readonly messageId: string;
  readonly to: string;
  readonly at: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly links: readonly { readonly label: string; readonly href: string }[];
  header(name: string): string | undefined;
  /** The link whose label or path fits. @throws NoSuchLink */
  link(wanted: string | RegExp): string;
}

export class NoSuchLink extends Error {
  override readonly name = 'NoSuchLink';
}

export async function readMail({ messageId, raw, destinations, at }: RawMail): Promise<Letter> {
  const { headers, subject = '', text = '', html = '' } = await PostalMime.parse(raw);
  return letterOf({
    messageId,
    to: destinations[0] ?? '',
    at,
    subject,
    text,
    html,
    header: (name) => headers.find(({ key }) => key === name.toLowerCase())?.value,
  });
}

/** A letter of which somebody else has read the message: with its links. */
export function letterOf(read: Omit<Letter, 'links' | 'link'>): Letter {
  const { subject } = read;
  const { links } = readPage('http://mail.invalid/', 200, new Headers(), read.html);
  return {
    ...read,
    links,
    link(wanted) {
      const found = links.find(({ label, href }) =>
        typeof wanted === 'string' ? label === wanted : wanted.test(label) || wanted.test(pathOf(href)),
      );
      if (!found)
        throw new NoSuchLink(`${wanted} in “${subject}”; there is ${links.map(({ label }) => label).join(' · ')}`);
      return found.href;
    },
  };
}

const pathOf = (href: string) => (URL.canParse(href) ? new URL(href).pathname : href);
