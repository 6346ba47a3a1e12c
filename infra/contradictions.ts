import { cannotReceiveIn } from './receiving-regions.ts';
import type { StageConfig } from './settings.ts';

/** The Region and the account in an ARN. */
const regionOf = (arn: string) => arn.split(':')[3];
const accountOf = (arn: string) => arn.split(':')[4];

/** Pure: where settings that are each well-formed do not fit together; each sentence begins with the field's name. */
export function contradictionsOf(stage: string, config: StageConfig): string[] {
  const { account, region, customerKey, permissionsBoundary, tags } = config;
  const problems: string[] = [];
  if (!/^[a-z][a-z0-9]{1,15}$/.test(stage)) problems.push('the stage name: 2 to 16 of a–z, 0–9, a letter first');
  if (account && !region) problems.push('region: needed with an account');
  if (customerKey && region && regionOf(customerKey) !== region) {
    problems.push(`customerKey: a key of ${region}, where the tables are`);
  }
  // AWS has policies of its own, which are of every account.
  if (account && permissionsBoundary && ![account, 'aws'].includes(accountOf(permissionsBoundary) ?? '')) {
    problems.push(`permissionsBoundary: a policy of ${account}, where the roles are`);
  }
  for (const [name, value] of Object.entries(tags)) {
    if (name === '' || name.length > 128) problems.push(`tags.${name}: a name of 1 to 128 characters`);
    if (value.length > 256) problems.push(`tags.${name}: at most 256 characters`);
    if (name === 'app' || name === 'stage') problems.push(`tags.${name}: every resource has it already`);
    if (/^aws:/i.test(name)) problems.push(`tags.${name}: AWS keeps names that begin with aws: to itself`);
  }
  return [
    ...problems,
    ...ofMail(stage, config),
    ...ofPages(stage, config),
    ...ofSignIn(stage, config),
    ...ofAlarms(config),
    ...ofProd(stage, config),
  ];
}

function ofMail(stage: string, { mail, inbound, web, region }: StageConfig): string[] {
  const problems: string[] = [];
  if (mail.to === 'everyone' && stage !== 'prod' && stage !== 'local') {
    problems.push("mail.to: 'everyone' is for prod only; name the people with { only: […] } or { redirectTo }");
  }
  if (stage !== 'prod' && mail.banner === '') {
    problems.push('mail.banner: a letter from a stage that is not prod says so');
  }
  if (mail.identity === 'none' && mail.outcomes) {
    problems.push('mail.outcomes: a stage without SES hears nothing from it; say false');
  }
  if (inbound === 'off') return problems;
  const deaf = region && cannotReceiveIn(region);
  if (deaf) problems.push(deaf);
  if (mail.from.endsWith(`@${inbound.domain}`)) {
    problems.push('inbound.domain: a subdomain of its own; mail to the sender’s domain goes where it always went');
  }
  if (typeof web === 'object' && 'domain' in web && web.domain === inbound.domain) {
    problems.push('inbound.domain: another one than web.domain; a name with a CNAME can have no MX record');
  }
  return problems;
}

/** Whoever can change what the provider says signs in as anybody. */
const ofSignIn = (stage: string, { oidc }: StageConfig): string[] =>
  oidc?.issuer.startsWith('http:') && stage !== 'local' && stage !== 'dev'
    ? ['oidc.issuer: https; http is for a provider on this machine']
    : [];

function ofPages(stage: string, { web, region, account }: StageConfig): string[] {
  if (typeof web === 'string') return [];
  if ('origin' in web) {
    const bare = web.origin.startsWith('http:') && stage !== 'local';
    return bare ? ['web.origin: https; a link in a letter carries a token'] : [];
  }
  const { certificateArn } = web;
  return [
    ...(region && regionOf(certificateArn) !== region
      ? [`web.certificateArn: a certificate of ${region}, where the API is`]
      : []),
    ...(account && accountOf(certificateArn) !== account
      ? [`web.certificateArn: a certificate of ${account}, where the API is`]
      : []),
  ];
}

const ofAlarms = ({ alarms, alarmsTo, release }: StageConfig): string[] =>
  alarms === 'on'
    ? []
    : [
        ...(alarmsTo === null ? [] : ['alarmsTo: null, where alarms are off']),
        ...(release === 'gradual' ? ["release: 'at once', where no alarm can stop it"] : []),
      ];

function ofProd(stage: string, { mail, retain, alarms, alarmsTo }: StageConfig): string[] {
  if (stage !== 'prod') return [];
  return [
    ...(mail.to === 'everyone' ? [] : ["mail.to: prod writes to 'everyone'"]),
    ...(mail.banner === '' ? [] : ['mail.banner: empty in prod']),
    ...(mail.identity === 'none' ? ['mail.identity: prod sends through SES'] : []),
    ...(retain ? [] : ['retain: prod keeps its data']),
    ...(alarms === 'on' ? [] : ['alarms: on in prod']),
    ...(alarmsTo ? [] : ['alarmsTo: in prod somebody hears of alarms']),
  ];
}
