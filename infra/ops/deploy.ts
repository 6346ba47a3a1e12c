import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { GetSendQuotaCommand } from '@aws-sdk/client-ses';
import * as z from 'zod/mini';
import { configOf, type StageConfig } from '../config.ts';
import { tellUsage } from '../plainly.ts';
import { synth } from '../synth.ts';
import { approved } from './ask.ts';
import { bootstrapOf, cdk } from './cdk.ts';
import { checklist, recordsOf } from './checklist.ts';
import { nextCommand, runCommand } from './command.ts';
import { foundRecords } from './dns.ts';
import { mustBeReal } from './placeholders.ts';
import { ensureRuleSet, mayReceive, mustReceive, sesOf, withRuleSet } from './receipt-rules.ts';
import { placeOf, resourcesOf } from './stage.ts';

const usage = `npm run deploy -- <stage> [--yes] [--bootstrap] [--config FILE.json]
npm run diff -- <stage> [--config FILE.json]

  --yes        deploys without asking, for pipelines
  --bootstrap  first prepares the account and Region for CDK (once, with rights to make roles and a bucket)
  --config     a JSON file with the stage's own settings

The account is the one of your AWS credentials; AWS_ENDPOINT_URL names any other CloudFormation endpoint.`;

const Outputs = z.record(z.string(), z.record(z.string(), z.string()));

/** What the stacks tell, and what is left to do by hand. */
async function report(stage: string, config: StageConfig, file: string) {
  const stacks = Outputs.parse(JSON.parse(readFileSync(file, 'utf8')));
  const outputs: Record<string, string> = Object.assign({}, ...Object.values(stacks));
  const shown = Object.entries(outputs).filter(([name]) => !/^ExportsOutput|Dns[A-Z]/.test(name));
  console.log('');
  for (const [name, value] of shown) console.log(`${name.padEnd(16)} ${value}`);
  const records = recordsOf({ config, outputs });
  const [found, dailyQuota] = await Promise.all([foundRecords(records), quota(config)]);
  console.log(`\nLeft to do by hand:\n${checklist({ stage, config, outputs, dailyQuota, found }).join('\n')}`);
}

/** Only told, so whoever may not ask deploys all the same. */
async function quota(config: StageConfig): Promise<number | undefined> {
  if (config.mail.identity === 'none') return undefined;
  try {
    return (await sesOf(config).send(new GetSendQuotaCommand({}))).Max24HourSend;
  } catch {
    return undefined;
  }
}

const may = ['sts:AssumeRole on the roles of the CDK bootstrap', 'cloudformation:*', ...mayReceive];

const command = process.argv.includes('--diff') ? 'diff' : 'deploy';

await runCommand({ command, may }, async () => {
  const { values, positionals } = parseArgs({
    options: {
      yes: { type: 'boolean' },
      bootstrap: { type: 'boolean' },
      diff: { type: 'boolean' },
      config: { type: 'string' },
      help: { type: 'boolean' },
    },
    allowPositionals: true,
  });
  const [stage, ...rest] = positionals;
  if (values.help || !stage || rest.length > 0) return tellUsage(usage, values.help);
  const config = configOf(stage, { file: values.config });
  if (!values.diff) mustBeReal(stage, config);
  await mustReceive(stage, config);
  // Asked first: whoever has no credentials should not wait a minute for the news.
  await resourcesOf(new CloudFormationClient(placeOf(config)), stage, 'data');
  const changes = await withRuleSet(config);
  const assembly = await synth(stage, undefined, { file: values.config, changes });
  const app = ['--app', assembly];

  if (values.bootstrap && !values.diff) {
    const { code } = await cdk(...bootstrapOf(config), ...app);
    if (code !== 0) return code;
  }
  const diff = await cdk('diff', ...app, '--method', 'template');
  if (values.diff || diff.code !== 0) return diff.code;
  const nobody = 'nobody is here to approve: look at the diff above, then deploy with --yes';
  if (!values.yes && !(await approved(`Deploy this to ${stage}?`, nobody))) return 1;

  if (config.inbound !== 'off' && !config.inbound.ruleSet && (await ensureRuleSet(sesOf(config))) === 'made') {
    console.log('made and activated a set of receipt rules: this account had none');
  }
  const outputs = join(assembly, 'outputs.json');
  const deployed = await cdk('deploy', ...app, '--all', '--require-approval', 'never', '--outputs-file', outputs);
  if (deployed.code === 0) await report(stage, config, outputs);
  else if (/bootstrap/i.test(deployed.said)) {
    const once = nextCommand('deploy', stage, '--bootstrap', values.config);
    console.error(`\nThis account and Region are not prepared for CDK. Once: ${once}`);
  }
  return deployed.code;
});
