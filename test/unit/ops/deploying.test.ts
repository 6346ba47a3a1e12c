import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AlreadyExistsException,
  CreateReceiptRuleSetCommand,
  DescribeActiveReceiptRuleSetCommand,
  SESClient,
  SetActiveReceiptRuleSetCommand,
} from '@aws-sdk/client-ses';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { root } from '../../../infra/build/functions.ts';
import { configOf, type StageConfig } from '../../../infra/config.ts';
import { bootstrapOf } from '../../../infra/ops/cdk.ts';
import { checklist, recordsOf } from '../../../infra/ops/checklist.ts';
import { foundRecords } from '../../../infra/ops/dns.ts';
import { ensureRuleSet, mustReceive, withRuleSet } from '../../../infra/ops/receipt-rules.ts';
import { placeOf } from '../../../infra/ops/stage.ts';

const inbound = { domain: 'reply.mentoring.example.org' };
const web = { domain: 'mentoring.example.org', certificateArn: 'arn:aws:acm:eu-central-1:123456789012:certificate/1' };
const outputs = {
  MailDnsDkim1: 'a._domainkey.mentoring.example.org CNAME a.dkim.amazonses.com',
  MailDnsSpf: 'bounce.mentoring.example.org TXT "v=spf1 include:amazonses.com -all"',
  MailDnsDmarc: '_dmarc.mentoring.example.org TXT "v=DMARC1; p=none"',
  InboundDnsReplies: 'reply.mentoring.example.org MX 10 inbound-smtp.eu-central-1.amazonaws.com',
  WebPointHere: 'd-1.execute-api.eu-central-1.amazonaws.com',
  WebOrigin: 'https://mentoring.example.org',
  ExportsOutputTable: 'x',
};
const account = () => {
  const client = new SESClient({ region: 'eu-central-1' });
  return { client, ses: mockClient(client) };
};

describe('the set of receipt rules of an account', () => {
  it('is left as it is where somebody has activated one, and the stage’s rule goes there', async () => {
    const { client, ses } = account();
    ses.on(DescribeActiveReceiptRuleSetCommand).resolves({ Metadata: { Name: 'theirs' } });
    expect(await ensureRuleSet(client)).toBe('found');
    expect(ses.commandCalls(CreateReceiptRuleSetCommand)).toEqual([]);
    expect(ses.commandCalls(SetActiveReceiptRuleSetCommand)).toEqual([]);
    const config = configOf('dev', { changes: { inbound } });
    expect(await withRuleSet(config, async () => 'theirs')).toEqual({ inbound: { ...inbound, ruleSet: 'theirs' } });
  });

  it('is made and activated where there is none, also after somebody switched ours off', async () => {
    const { client, ses } = account();
    ses.on(DescribeActiveReceiptRuleSetCommand).resolves({}).on(SetActiveReceiptRuleSetCommand).resolves({});
    ses.on(CreateReceiptRuleSetCommand).rejects(new AlreadyExistsException({ message: 'is there', $metadata: {} }));
    expect(await ensureRuleSet(client)).toBe('made');
    expect(ses.commandCalls(SetActiveReceiptRuleSetCommand)[0]?.args[0].input).toEqual({
      RuleSetName: 'reverse-mentoring-inbound',
    });
  });

  it('is that of the stage’s own Region, wherever whoever deploys is at home', async () => {
    const ses = mockClient(SESClient);
    ses.on(DescribeActiveReceiptRuleSetCommand).resolves({});
    const config = configOf('dev', { changes: { region: 'eu-west-1', inbound } });
    expect(await withRuleSet(config)).toMatchObject({ inbound: { ruleSet: 'reverse-mentoring-inbound' } });
    const [asked] = ses.commandCalls(DescribeActiveReceiptRuleSetCommand);
    expect(await asked?.thisValue.config.region()).toBe('eu-west-1');
    ses.restore();
    expect([placeOf(config), placeOf(configOf('dev'))]).toEqual([{ region: 'eu-west-1' }, {}]);
  });

  it('is not asked of a Region without inbound mail, also where only the environment names the Region', async () => {
    const config = configOf('dev', { changes: { inbound } });
    const mail = (region: string) => mustReceive('dev', config, async () => region);
    await expect(mail('eu-central-2')).rejects.toThrow(
      /inbound: SES receives no mail in eu-central-2.*choose one of .*eu-central-1/,
    );
    await expect(mail('eu-central-1')).resolves.toBeUndefined();
    await mustReceive('dev', configOf('dev'), () => Promise.reject(new Error('asked')));
  });

  it('is not looked for by a stage without inbound mail, or with one that names it', async () => {
    const find = () => Promise.reject(new Error('asked'));
    expect(await withRuleSet(configOf('dev'), find)).toEqual({});
    const named = { ...inbound, ruleSet: 'ours' };
    expect(await withRuleSet(configOf('dev', { changes: { inbound: named } }), find)).toEqual({});
  });
});

it('prepares the account by the qualifier of the settings, beside what CDK has there for others', () => {
  expect(bootstrapOf(configOf('dev'))).toEqual(['bootstrap']);
  expect(bootstrapOf(configOf('dev', { changes: { bootstrapQualifier: 'team1' } }))).toEqual([
    'bootstrap',
    ...['--qualifier', 'team1', '--toolkit-stack-name', 'CDKToolkit-team1'],
  ]);
});

describe('what is left to do by hand', () => {
  const listed = (changes: Partial<StageConfig>, dailyQuota?: number, found = new Set<string>()) =>
    checklist({ stage: 'prod', config: configOf('prod', { changes }), outputs, dailyQuota, found });

  it('names every DNS record, and ticks those that are there', async () => {
    const config = configOf('prod', { changes: { web, inbound } });
    const records = recordsOf({ config, outputs });
    expect(records.map(({ name, type }) => `${type} ${name}`)).toEqual([
      'CNAME a._domainkey.mentoring.example.org',
      'TXT bounce.mentoring.example.org',
      'TXT _dmarc.mentoring.example.org',
      'MX reply.mentoring.example.org',
      'CNAME mentoring.example.org',
    ]);
    const answers: Record<string, string[]> = {
      'TXT bounce.mentoring.example.org': ['v=spf1 include:amazonses.com -all'],
      'TXT _dmarc.mentoring.example.org': ['v=DMARC1; p=reject'],
      'MX reply.mentoring.example.org': ['10 mail.example.org'],
    };
    const found = await foundRecords(records, async (name, type) => {
      const given = answers[`${type} ${name}`];
      if (!given) throw new Error('ENOTFOUND');
      return given;
    });
    expect([...found].map((record) => record.split(' ')[0])).toEqual([
      'bounce.mentoring.example.org',
      '_dmarc.mentoring.example.org',
    ]);
    const lines = checklist({ stage: 'prod', config, outputs, dailyQuota: 50_000, found });
    expect(lines).toContain('[ ] put these records into the DNS of the company');
    expect(lines).toContain('    [x] _dmarc.mentoring.example.org  TXT  "v=DMARC1; p=none"');
    expect(lines).toContain('    [ ] reply.mentoring.example.org  MX  10 inbound-smtp.eu-central-1.amazonaws.com');
  });

  it('tells of the sandbox, the missing domain, the alarms and the first sign-in', () => {
    const lines = listed({}, 200).join('\n');
    expect(lines).toContain('[ ] ask SES to let the account out of its sandbox (200 letters a day now)');
    expect(lines).toContain('[ ] give the pages a domain of the company');
    expect(lines).toContain('[ ] confirm the mail from AWS to ops@example.org');
    expect(lines).toContain('sign in at https://mentoring.example.org/desk as admin@example.org');
    const dev = configOf('dev', { changes: { alarms: 'off' } });
    const quiet = checklist({ stage: 'dev', config: dev, outputs, dailyQuota: 200, found: new Set() });
    expect(quiet.join('\n')).not.toContain('alarm');
    expect(listed({ web }, 50_000).join('\n')).toContain('[x] ask SES');
    expect(listed({ web }).join('\n')).not.toContain('sandbox');
  });
});

it('lets cdk by itself deploy the templates of npm run deploy: it adds no metadata of its own', () => {
  const settings: unknown = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'));
  expect(settings).toMatchObject({ versionReporting: false, pathMetadata: false, assetMetadata: false });
});
