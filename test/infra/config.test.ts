import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkConfig, configOf, type StageConfig, stages } from '../../infra/config.ts';

describe('the configuration of a stage', () => {
  it.each(Object.entries(stages))('%s fits together', (stage, settings) => {
    expect(checkConfig(stage, settings)).toEqual(settings);
  });

  it('does not write to everyone outside prod', () => {
    const mail = { ...stages.dev.mail, to: 'everyone' as const };
    expect(() => configOf('dev', { changes: { mail } })).toThrow("mail.to: 'everyone' is for prod only");
  });

  it('keeps the data of prod, and shows no banner there', () => {
    expect(() => configOf('prod', { changes: { retain: false } })).toThrow('retain: prod keeps its data');
    const mail = { ...stages.prod.mail, banner: 'prod' };
    expect(() => configOf('prod', { changes: { mail } })).toThrow('mail.banner: empty in prod');
  });

  it('names every field that is wrong', () => {
    const wrong = { ...stages.dev, account: '12', mail: { ...stages.dev.mail, rateShare: 2 }, colour: 'red' };
    expect(() => checkConfig('dev', wrong)).toThrow(/account: 12 digits[\s\S]*mail\.rateShare: at most 1/);
    expect(() => checkConfig('dev', { ...stages.dev, colour: 'red' })).toThrow('colour: there is no such setting');
  });

  it('says of a missing setting that it is missing, and of a wrong one what it should be', () => {
    const { alarmsTo: _alarmsTo, ...rest } = stages.prod;
    expect(() => checkConfig('prod', rest)).toThrow('alarmsTo: missing');
    const { from: _from, ...mail } = stages.dev.mail;
    expect(() => checkConfig('dev', { ...stages.dev, mail })).toThrow('mail.from: missing');
    expect(() => checkConfig('dev', { ...stages.dev, retain: 'yes' })).toThrow('retain: expected boolean');
    expect(() => checkConfig('dev', { ...stages.dev, logs: { level: 'INFO', days: 42 } })).toThrow('logs.days: one of');
  });

  const elsewhere = 'arn:aws:acm:us-east-1:123456789012:certificate/1';
  const region = 'eu-central-1';
  const domain = 'mentoring.example.org';
  const account = '123456789012';
  const boundary = 'arn:aws:iam::210987654321:policy/boundary';
  it.each<[string, Partial<StageConfig>, string]>([
    ['dev', { account: '123456789012' }, 'region: needed with an account'],
    [
      'dev',
      { region, web: { domain, certificateArn: elsewhere } },
      'web.certificateArn: a certificate of eu-central-1',
    ],
    ['dev', { region, customerKey: 'arn:aws:kms:us-east-1:123456789012:key/1' }, 'customerKey: a key of eu-central-1'],
    ['dev', { web: { origin: 'http://mentoring.example.org' } }, 'web.origin: https'],
    [
      'dev',
      { web: { domain, certificateArn: elsewhere }, inbound: { domain } },
      'inbound.domain: another one than web',
    ],
    [
      'dev',
      { region: 'eu-central-2', inbound: { domain: 'reply.mentoring.example.org' } },
      'inbound: SES receives no mail in eu-central-2',
    ],
    ['dev', { mail: { ...stages.dev.mail, identity: 'none' } }, 'mail.outcomes: a stage without SES'],
    ['dev', { region, account, permissionsBoundary: boundary }, 'permissionsBoundary: a policy of 123456789012'],
    [
      'dev',
      { region, account, web: { domain, certificateArn: `arn:aws:acm:${region}:210987654321:certificate/1` } },
      'web.certificateArn: a certificate of 123456789012',
    ],
    [
      'prod',
      { oidc: { issuer: 'http://localhost:1/x', clientId: 'desk' } },
      'oidc.issuer: https; http is for a provider on this machine',
    ],
    ['dev', { tags: { '': 'x' } }, 'tags.: a name of 1 to 128 characters'],
    ['dev', { tags: { owner: 'x'.repeat(257) } }, 'tags.owner: at most 256 characters'],
    ['dev', { tags: { stage: 'x' } }, 'tags.stage: every resource has it already'],
    ['prod', { alarms: 'off' }, 'alarms: on in prod'],
    ['prod', { alarms: 'off' }, 'alarmsTo: null, where alarms are off'],
    ['dev', { alarms: 'off', release: 'gradual' }, "release: 'at once', where no alarm can stop it"],
    ['prod', { alarmsTo: null }, 'alarmsTo: in prod somebody hears of alarms'],
    ['d', {}, 'the stage name: 2 to 16'],
  ])('of %s contradicts itself with %j', (stage, changes, says) => {
    expect(() => checkConfig(stage, { ...(stage === 'prod' ? stages.prod : stages.dev), ...changes })).toThrow(says);
  });

  it.each<[string, object, string]>([
    ['half an ARN of a boundary', { permissionsBoundary: 'arn:aws:iam:' }, 'permissionsBoundary: an ARN such as'],
    ['a role', { permissionsBoundary: 'arn:aws:iam::123456789012:role/x' }, 'permissionsBoundary: an ARN such as'],
    ['a key by its alias', { customerKey: `arn:aws:kms:${region}:${account}:alias/x` }, 'customerKey: an ARN such as'],
    ['half an ARN', { web: { domain, certificateArn: 'arn:aws:acm:' } }, 'web.certificateArn: an ARN such as'],
    ['a domain without a certificate', { web: { domain } }, "web: 'execute-api', { domain, certificateArn } or"],
    ['no domain', { web: { domain: '-a.-b', certificateArn: elsewhere } }, 'web.domain: a domain such as'],
    ['a path', { web: { origin: 'https://example.org?x' } }, 'web.origin: an origin without a path'],
    ['http', { oidc: { issuer: 'http://login.example.org', clientId: 'x' } }, 'oidc.issuer: the https address'],
    ['no share', { mail: { ...stages.dev.mail, rateShare: 0 } }, 'mail.rateShare: more than 0'],
    ['nobody', { mail: { ...stages.dev.mail, to: { only: [] } } }, 'mail.to.only: at least one address'],
    ['no days', { archive: { days: 0 } }, 'archive.days: a whole number of days'],
    ['less than no days', { logs: { level: 'INFO', days: -1 } }, 'logs.days: a whole number of days'],
    ['half days', { archive: { days: 1.5 } }, "archive: 'off' or { days }"],
    ['too many requests', { pagesPerSecond: 10_001 }, 'pagesPerSecond: at most 10000'],
    ['no requests', { pagesPerSecond: 0 }, 'pagesPerSecond: at least 1'],
    ['a word', { release: 'slowly' }, "release: 'at once' or 'gradual'"],
  ])('is refused for %s, by the name of the field and with what belongs there', (_what, changes, says) => {
    expect(() => checkConfig('dev', { ...stages.dev, ...changes })).toThrow(says);
  });

  it('takes whole ARNs, also of a policy below a path and of another partition', () => {
    const permissionsBoundary = 'arn:aws-eusc:iam::123456789012:policy/team/boundary';
    expect(checkConfig('dev', { ...stages.dev, permissionsBoundary })).toMatchObject({ permissionsBoundary });
  });

  it('of a stage of its own names its first admin: nobody else opens its desk', () => {
    const directory = mkdtempSync(join(tmpdir(), 'config-'));
    const file = join(directory, 'acme.json');
    const { firstAdmin: _firstAdmin, ...acme } = stages.dev;
    writeFileSync(file, JSON.stringify(acme));
    expect(() => configOf('acme', { file })).toThrow('firstAdmin: missing; expected string');
    rmSync(directory, { recursive: true });
  });

  it('comes from a file, for a stage that this repository does not know, and tells what is wrong with the file', () => {
    const directory = mkdtempSync(join(tmpdir(), 'config-'));
    const file = join(directory, 'acme.json');
    const { account: _account, ...acme } = stages.dev;
    writeFileSync(file, JSON.stringify({ ...acme, mail: { ...acme.mail, banner: 'acme' } }));
    expect(configOf('acme', { file })).toMatchObject({ account: null, mail: { banner: 'acme' } });
    writeFileSync(file, '{');
    expect(() => configOf('acme', { file })).toThrow(/acme\.json: .*JSON/);
    writeFileSync(file, '[]');
    expect(() => configOf('acme', { file })).toThrow('one JSON object with settings');
    expect(() => configOf('acme', { file: `${directory}/none.json` })).toThrow('none.json: ENOENT');
    rmSync(directory, { recursive: true });
  });

  it('is refused for a stage that nobody has described', () => {
    expect(() => configOf('staging')).toThrow('one of local, dev, prod, or give --config');
  });
});
