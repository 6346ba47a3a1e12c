import { z } from 'zod';
import type { Permissions } from '../http/permissions.ts';
import type { Buckets, ObjectCreated } from '../s3/buckets.ts';
import { bareAddress, headersOf } from '../ses/message.ts';
import type { Assembly } from '../template/load.ts';

/** What SES found when it looked at a message. */
export type Verdict = 'PASS' | 'FAIL';

/** A message that comes in. Without an envelope its own headers say from whom and to whom. */
export interface Incoming {
  raw: string | Uint8Array;
  spam?: Verdict;
  virus?: Verdict;
  /** Empty for what must never be answered: a bounce. */
  returnPath?: string;
}

/** How SES answered the server that brought the message. */
export type Received = { accepted: true; messageId: string } | { accepted: false; why: string };

/** What is not named here is refused. */
const ReceiptRule = z.strictObject({
  RuleSetName: z.string(),
  Rule: z.strictObject({
    Name: z.string(),
    Enabled: z.literal(true),
    Recipients: z.array(z.string()).min(1),
    ScanEnabled: z.literal(true),
    TlsPolicy: z.enum(['Require', 'Optional']),
    Actions: z.tuple([z.strictObject({ S3Action: z.strictObject({ BucketName: z.string() }) })]),
  }),
});

/** A message goes through SES once however large; beyond this it is refused. */
const mostBytes = 40 * 2 ** 20;

export interface InboundNeeds {
  permissions: Permissions;
  buckets(): Buckets;
  now(): number;
  newId(): string;
  /** Tells the default bus. */
  emit(event: ObjectCreated): void;
}

/** SES as it receives: the rules of the template are in the account's active set, and match by domain or address. */
export function startInbound(assembly: Assembly, { permissions, buckets, now, newId, emit }: InboundNeeds) {
  const { region, accountId } = assembly;
  const rules = assembly.resources
    .filter(({ type }) => type === 'AWS::SES::ReceiptRule')
    .map(({ properties }) => ReceiptRule.parse(properties));

  return { receive, takes: (address: string) => ruleFor(address) !== undefined };

  function receive({ raw, spam = 'PASS', virus = 'PASS', returnPath }: Incoming): Received {
    const message = Buffer.from(raw);
    if (message.length > mostBytes) return { accepted: false, why: '552 5.3.4 Message too long' };
    const headers = headersOf(message.toString('latin1'));
    const header = (name: string) => headers.find((one) => one.name.toLowerCase() === name)?.value ?? '';
    const recipient = ['to', 'cc'].flatMap((name) => header(name).split(',').map(bareAddress)).find(ruleFor);
    const found = recipient === undefined ? undefined : ruleFor(recipient);
    if (!found || recipient === undefined) return { accepted: false, why: '550 5.1.1 mailbox unavailable' };
    const messageId = newId().replaceAll('-', '').padEnd(40, '0');
    const stamped = Buffer.concat([
      Buffer.from(
        [
          `Return-Path: <${returnPath ?? bareAddress(header('from'))}>`,
          `Received: from localhost (localhost [127.0.0.1]) by inbound-smtp.${region}.amazonaws.com with SMTP id ${messageId} for ${recipient}; ${new Date(now()).toUTCString()}`,
          `X-SES-Spam-Verdict: ${spam}`,
          `X-SES-Virus-Verdict: ${virus}`,
          '',
        ].join('\r\n'),
      ),
      message,
    ]);
    const bucket = found.Rule.Actions[0].S3Action.BucketName;
    const rule = `arn:aws:ses:${region}:${accountId}:receipt-rule-set/${found.RuleSetName}:receipt-rule/${found.Rule.Name}`;
    const context = { 'aws:SourceArn': rule, 'aws:SourceAccount': accountId };
    const resource = `arn:aws:s3:::${bucket}/${messageId}`;
    const principal = { service: 'ses.amazonaws.com', sourceArn: rule };
    if (!permissions.allowed({ principal, action: 's3:PutObject', resource, context })) {
      return { accepted: false, why: '451 4.3.0 the rule may not write to its bucket' };
    }
    emit(buckets().put(bucket, messageId, stamped, now()));
    return { accepted: true, messageId };
  }

  function ruleFor(address: string) {
    const [local, domain] = address.toLowerCase().split('@');
    return rules.find(({ Rule }) => Rule.Recipients.some((one) => one === domain || one === `${local}@${domain}`));
  }
}
