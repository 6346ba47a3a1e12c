import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { root } from './build/functions.ts';
import { synth } from './synth.ts';

const usage = `npm run deploy -- <stage> [--yes] [--bootstrap] [--config FILE.json]
npm run diff -- <stage> [--config FILE.json]

  --yes        deploys without asking, for pipelines
  --bootstrap  first prepares the account and Region for CDK (once, with rights to make roles and a bucket)
  --config     a JSON file with the stage's own settings

The account is the one of your AWS credentials; AWS_ENDPOINT_URL names any other CloudFormation endpoint.`;

/** Runs the CDK command line; its messages go on to the terminal. Answers the exit code and what was said. */
function cdk(...args: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [join(root, 'node_modules/aws-cdk/bin/cdk'), '--no-notices', '--no-version-reporting', ...args],
      { cwd: root, stdio: ['inherit', 'inherit', 'pipe'], env: { ...process.env, CDK_DISABLE_CLI_TELEMETRY: 'true' } },
    );
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      process.stderr.write(chunk);
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, said }));
  });
}

async function approved(stage: string): Promise<boolean> {
  if (!stdin.isTTY) {
    console.error('nobody is here to approve: look at the diff above, then deploy with --yes');
    return false;
  }
  const terminal = createInterface({ input: stdin, output: stdout });
  const answer = await terminal.question(`Deploy this to ${stage}? (yes/no) `);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

/** What the stacks tell, and what is left to do by hand. */
function report(file: string) {
  const Outputs = z.record(z.string(), z.record(z.string(), z.string()));
  const outputs = Object.assign({}, ...Object.values(Outputs.parse(JSON.parse(readFileSync(file, 'utf8')))));
  console.log('');
  for (const [name, value] of Object.entries(outputs)) {
    if (!name.startsWith('ExportsOutput')) console.log(`${name.padEnd(16)} ${value}`);
  }
}

async function main(): Promise<number> {
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
  if (values.help || !stage || rest.length > 0) {
    console.log(usage);
    return values.help ? 0 : 2;
  }
  const assembly = await synth(stage, undefined, { file: values.config });
  const app = ['--app', assembly];

  if (values.bootstrap && !values.diff) {
    const { code } = await cdk('bootstrap', ...app);
    if (code !== 0) return code;
  }
  const diff = await cdk('diff', ...app, '--method', 'template');
  if (values.diff || diff.code !== 0) return diff.code;
  if (!values.yes && !(await approved(stage))) return 1;

  const outputs = join(assembly, 'outputs.json');
  const deployed = await cdk('deploy', ...app, '--all', '--require-approval', 'never', '--outputs-file', outputs);
  if (deployed.code === 0) report(outputs);
  else if (/bootstrap/i.test(deployed.said)) {
    console.error(`\nThis account and Region are not prepared for CDK. Once: npm run deploy -- ${stage} --bootstrap`);
  }
  return deployed.code;
}

process.exitCode = await main();
