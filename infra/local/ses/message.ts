import { ServiceError } from '../service-error.ts';

export interface RawSend {
  data: Buffer;
  source: string | undefined;
  destinations: string[];
  configurationSet: string | undefined;
  tags: Record<string, string>;
}

/** A message as SES understands it before it accepts it. */
export interface OutgoingMessage {
  raw: string;
  headers: { name: string; value: string }[];
  /** The bare address of the From header. */
  from: string;
  source: string;
  destinations: string[];
  configurationSet: string | undefined;
  tags: Record<string, string>;
}

export const bareAddress = (text: string) => (/<([^<>]+)>/.exec(text)?.[1] ?? text).trim();

/** Addresses of a header such as To; good enough for what MailComposer writes (commas in quoted names are kept together). */
const addressesOf = (header: string) =>
  (header.match(/(?:"(?:[^"\\]|\\.)*"|[^,"])+/g) ?? []).map(bareAddress).filter((address) => address.includes('@'));

/** @throws ServiceError as SES does for a message that it cannot read */
export function readMessage({ data, source, destinations, configurationSet, tags }: RawSend): OutgoingMessage {
  if (data.length > 40 * 2 ** 20) throw new ServiceError('InvalidParameterValue', 'Message length is more than 40 MB');
  const raw = data.toString('utf8');
  const headers = headersOf(raw);
  const header = (name: string) => headers.find((one) => one.name.toLowerCase() === name)?.value;
  const from = header('from') ?? source;
  if (from === undefined) throw new ServiceError('InvalidParameterValue', "Missing required header 'From'.");
  const named = ['to', 'cc', 'bcc'].flatMap((name) => addressesOf(header(name) ?? ''));
  const to = destinations.length > 0 ? destinations.map(bareAddress) : named;
  if (to.length === 0) throw new ServiceError('InvalidParameterValue', 'Missing final destination');
  if (to.length > 50) throw new ServiceError('InvalidParameterValue', 'Recipient count exceeds 50');
  return {
    raw,
    headers,
    from: bareAddress(from),
    source: source === undefined ? bareAddress(from) : bareAddress(source),
    destinations: to,
    configurationSet: configurationSet ?? header('x-ses-configuration-set'),
    tags: { ...tagsOf(header('x-ses-message-tags')), ...tags },
  };
}

/** What SES does to a message on its way: its own Message-ID and Date, and no X-SES header. */
export function stampMessage(raw: string, messageId: string, date: Date, region: string): string {
  const end = endOfHeaders(raw);
  const kept = unfold(raw.slice(0, end)).filter((line) => !/^(message-id|date|bcc|x-ses-[a-z-]+):/i.test(line));
  const stamped = [...kept, `Message-ID: <${messageId}@${region}.amazonses.com>`, `Date: ${date.toUTCString()}`];
  return `${stamped.join('\r\n')}${raw.slice(end)}`;
}

const endOfHeaders = (raw: string) => {
  const end = raw.search(/\r?\n\r?\n/);
  return end === -1 ? raw.length : end;
};

/** Header fields with their continuation lines still in them. */
const unfold = (head: string) => head.split(/\r?\n(?![ \t])/).filter((line) => line !== '');

export const headersOf = (raw: string) =>
  unfold(raw.slice(0, endOfHeaders(raw))).map((line) => {
    const colon = line.indexOf(':');
    return {
      name: line.slice(0, colon),
      value: line
        .slice(colon + 1)
        .replace(/\r?\n[ \t]+/g, ' ')
        .trim(),
    };
  });

const tagsOf = (header: string | undefined): Record<string, string> =>
  Object.fromEntries(
    (header ?? '').split(',').flatMap((pair) => {
      const [name = '', value] = pair.trim().split('=');
      return value === undefined ? [] : [[name, value]];
    }),
  );
