import type { StageConfig } from '../config.ts';
import { ownRuleSet } from '../names.ts';
import { toolkitOf } from './cdk.ts';
import { nextCommand, Refused } from './command.ts';
import { type DeployedStage, stackName } from './stage.ts';

/** What taking a stage down needs of AWS. */
export interface Cloud {
  /** Undefined: there is no such stack. */
  protectedFromDeletion(stack: string): Promise<boolean | undefined>;
  unprotect(stack: string): Promise<void>;
  /** Answers how many objects there were. */
  emptyBucket(bucket: string): Promise<number>;
  /** Until the stack is gone. */
  deleteStack(stack: string): Promise<void>;
  /** Also one that is gone already. */
  deleteTable(table: string): Promise<void>;
}

const replyBucket = 'InboundRawMail';
const halves = ['workflow', 'data'] as const;

/** Pure: whether this stage may be taken down at all. */
export function mayTearDown(
  stage: string,
  { retained, deleteData, file }: { retained: boolean; deleteData: boolean; file?: string | undefined },
): void {
  if (stage === 'local') throw new Refused('the local stage ends with Ctrl-C; nothing of it remains');
  if (!retained || deleteData) return;
  throw new Refused(
    [
      `stage ${stage} is retained: it holds people's data.`,
      `Keep a copy first: npm run export-all -- ${stage} --out FILE`,
      `To delete the stage and its data: ${nextCommand('destroy', stage, '--yes-delete-data', file)}`,
    ].join('\n'),
  );
}

/** Takes a stage down, from what may be gone to what must be gone last. `say` tells each step before it is done. */
export async function tearDown(
  found: DeployedStage,
  { retained }: { retained: boolean },
  cloud: Cloud,
  say: (sentence: string) => void,
): Promise<void> {
  // First of all, so that no stack is half gone when one may not be deleted.
  for (const half of halves) {
    const name = stackName(found.name, half);
    if (await cloud.protectedFromDeletion(name)) {
      say(`lifting the protection of ${name}`);
      await cloud.unprotect(name);
    }
  }
  for (const { physical } of found.all.filter(({ id }) => id === replyBucket)) {
    say(`emptying the bucket of replies, ${physical}`);
    await cloud.emptyBucket(physical);
  }
  const deleteStack = async (half: (typeof halves)[number]) => {
    const name = stackName(found.name, half);
    if ((await cloud.protectedFromDeletion(name)) === undefined) return;
    say(`deleting ${name}, which takes some minutes`);
    await cloud.deleteStack(name);
  };
  await deleteStack('workflow');
  if (retained) {
    // Before their stack: without it a second run would find no stage, and everybody's data would stay unseen.
    for (const { physical } of found.ofType('AWS::DynamoDB::Table')) {
      say(`deleting the table ${physical}`);
      await cloud.deleteTable(physical);
    }
  }
  await deleteStack('data');
}

/** Pure: what is still there when a stage is gone, and how it goes. */
export function survivors(found: DeployedStage, config: StageConfig, retained: boolean): string[] {
  const { mail, inbound, web, customerKey, logs } = config;
  const groups = found.ofType('AWS::Logs::LogGroup').map(({ physical }) => physical);
  const domain = mail.from.slice(mail.from.lastIndexOf('@') + 1);
  const records = [
    ...(mail.identity === 'create' ? [`DKIM, bounce.${domain} and _dmarc.${domain}`] : []),
    ...(inbound === 'off' ? [] : [`the MX of ${inbound.domain}`]),
    ...(typeof web === 'object' && 'domain' in web ? [`${web.domain}`] : []),
  ];
  return [
    retained
      ? 'Backups: the continuous backup of both tables, for 35 days; with it both can be restored, the keys too'
      : 'Backups: none of ours; those that somebody made by hand (aws dynamodb list-backups) stay',
    customerKey
      ? `Keys: ${customerKey} is the company's; the stage's own keys go with their table`
      : "Keys: the stage's own keys go with their table: links in old letters and sealed answers open no more",
    mail.identity === 'create'
      ? `Identities: ${domain} leaves SES with the stack; its reputation and suppressed addresses stay in the account`
      : `Identities: ${domain} stays in SES`,
    records.length > 0 ? `DNS: ${records.join('; ')} stay until the company removes them` : 'DNS: nothing of ours',
    retained
      ? `Logs: ${groups.length} groups, whose lines go after ${logs.days} days (ids only): ${groups.join(', ')}`
      : 'Logs: gone with the stacks',
    ...(inbound === 'off'
      ? []
      : [`Receipt rules: the account's set (${inbound.ruleSet ?? ownRuleSet}) stays, without our rule`]),
    `CDK: the bootstrap stack (${toolkitOf(config)}) and the bundles in its bucket, which other stages use too`,
  ];
}
