import type { StageConfig } from '../config.ts';

/** A line that has to stand in the company's DNS. */
export interface DnsRecord {
  readonly name: string;
  readonly type: string;
  readonly value: string;
}

export interface Deployed {
  readonly stage: string;
  readonly config: StageConfig;
  /** Of both stacks, by logical id. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Letters a day that SES allows the account; undefined where it was not asked. */
  readonly dailyQuota: number | undefined;
  /** Records, as they are spelled, of which somebody has seen that they are there. */
  readonly found: ReadonlySet<string>;
}

/** As a person types it into DNS; a record is known by it. */
export const spelled = ({ name, type, value }: DnsRecord): string => `${name}  ${type}  ${value}`;

/** Outputs whose name ends in `Dns…` are `name type value`. */
export function recordsOf({ config, outputs }: Pick<Deployed, 'config' | 'outputs'>): DnsRecord[] {
  const records = Object.entries(outputs).flatMap(([id, text]) => {
    if (!/Dns[A-Z][A-Za-z0-9]*$/.test(id)) return [];
    const [name = '', type = '', ...value] = text.split(' ');
    return [{ name, type, value: value.join(' ') }];
  });
  const target = Object.entries(outputs).find(([id]) => id.endsWith('PointHere'))?.[1];
  const { web } = config;
  const pages = typeof web === 'object' && 'domain' in web && target;
  return pages ? [...records, { name: web.domain, type: 'CNAME', value: target }] : records;
}

/** SES gives this much to an account that nobody has asked it to let out of the sandbox. */
const sandboxQuota = 200;

/** Pure: what is left to do by hand after a deployment, most urgent first; what is done already is ticked. */
export function checklist(deployed: Deployed): string[] {
  const { stage, config, outputs, dailyQuota, found } = deployed;
  const { mail, inbound, web, alarms, alarmsTo, firstAdmin } = config;
  const box = (done: boolean, sentence: string) => `[${done ? 'x' : ' '}] ${sentence}`;
  const records = recordsOf(deployed);
  const origin = Object.entries(outputs).find(([id]) => id.endsWith('Origin'))?.[1] ?? '';
  return [
    ...(records.length > 0
      ? [
          box(
            records.every((record) => found.has(spelled(record))),
            'put these records into the DNS of the company',
          ),
          ...records.map((record) => `    ${box(found.has(spelled(record)), spelled(record))}`),
        ]
      : []),
    ...(mail.identity === 'exists'
      ? [box(false, `verify ${domainOf(mail.from)} in SES, with DKIM and MAIL FROM`)]
      : []),
    ...(dailyQuota === undefined
      ? []
      : [
          box(
            dailyQuota > sandboxQuota,
            `ask SES to let the account out of its sandbox (${dailyQuota} letters a day now)`,
          ),
        ]),
    ...(mail.to === 'everyone' && web === 'execute-api'
      ? [
          box(
            false,
            'give the pages a domain of the company (web: { domain, certificateArn }): no cohort is launched before',
          ),
        ]
      : []),
    ...(inbound === 'off' ? [] : [box(false, 'allow replies by mail in the settings of each cohort')]),
    ...(alarms === 'off'
      ? []
      : [
          alarmsTo
            ? box(false, `confirm the mail from AWS to ${alarmsTo}, or no alarm arrives`)
            : box(false, 'nobody hears of alarms: set alarmsTo'),
        ]),
    box(false, `tell the company's mail team what will come from ${mail.from} (docs/operations.md has the note)`),
    box(
      false,
      `sign in at ${origin}/desk as ${firstAdmin} (without mail: npm run desk-link -- ${stage} ${firstAdmin})`,
    ),
  ];
}

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1);
