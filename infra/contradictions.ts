import type { StageConfig } from './settings.ts';

/** The Region in an ARN. */
const regionOf = (arn: string) => arn.split(':')[3];

/** Pure: where settings that are each well-formed do not fit together; each sentence begins with the field's name. */
export function contradictionsOf(stage: string, config: StageConfig): string[] {
  const { account, region, customerKey, tags } = config;
  const problems: string[] = [];
  if (!/^[a-z][a-z0-9]{1,15}$/.test(stage)) problems.push('the stage name: 2 to 16 of a–z, 0–9, a letter first');
  if (account && !region) problems.push('region: needed with an account');
  if (customerKey && region && regionOf(customerKey) !== region) {
    problems.push(`customerKey: a key of ${region}, where the tables are`);
  }
  for (const name of Object.keys(tags)) {
    if (name === 'app' || name === 'stage') problems.push(`tags.${name}: every resource has it already`);
    if (/^aws:/i.test(name)) problems.push(`tags.${name}: AWS keeps names that begin with aws: to itself`);
  }
  return [...problems, ...ofMail(stage, config), ...ofPages(stage, config), ...ofProd(stage, config)];
}

function ofMail(stage: string, { mail, inbound, web }: StageConfig): string[] {
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
  if (mail.from.endsWith(`@${inbound.domain}`)) {
    problems.push('inbound.domain: a subdomain of its own; mail to the sender’s domain goes where it always went');
  }
  if (typeof web === 'object' && 'domain' in web && web.domain === inbound.domain) {
    problems.push('inbound.domain: another one than web.domain; a name with a CNAME can have no MX record');
  }
  return problems;
}

function ofPages(stage: string, { web, region }: StageConfig): string[] {
  if (typeof web === 'string') return [];
  if ('origin' in web) {
    const bare = web.origin.startsWith('http:') && stage !== 'local';
    return bare ? ['web.origin: https; a link in a letter carries a token'] : [];
  }
  const elsewhere = region !== null && regionOf(web.certificateArn) !== region;
  return elsewhere ? [`web.certificateArn: a certificate of ${region}, where the API is`] : [];
}

function ofProd(stage: string, { mail, retain, alarmsTo }: StageConfig): string[] {
  if (stage !== 'prod') return [];
  return [
    ...(mail.to === 'everyone' ? [] : ["mail.to: prod writes to 'everyone'"]),
    ...(mail.banner === '' ? [] : ['mail.banner: empty in prod']),
    ...(mail.identity === 'none' ? ['mail.identity: prod sends through SES'] : []),
    ...(retain ? [] : ['retain: prod keeps its data']),
    ...(alarmsTo ? [] : ['alarmsTo: in prod somebody hears of alarms']),
  ];
}
