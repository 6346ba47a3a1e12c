import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import * as z from 'zod/mini';
import { makeApp } from './app.ts';
import { buildAll } from './build/build.ts';
import { bundleOf, functionFolders, root } from './build/functions.ts';
import { configOf, type StageConfig } from './config.ts';
import { Mistyped, plainly, tellUsage } from './plainly.ts';

export interface SynthOptions {
  /** A JSON file with a company's own settings. */
  readonly file?: string | undefined;
  /** Replaces settings, for example the origin of a local stage on another port. */
  readonly changes?: Partial<StageConfig> | undefined;
  /** `false`: the bundles in `dist/` are fresh already. */
  readonly build?: boolean;
  /** `false`: without the rules of cdk-nag and CloudFormation, which take seconds and say nothing new to the local stage. */
  readonly check?: boolean;
}

/** Where a stage's cloud assembly lies unless somebody says otherwise. */
export const assemblyOf = (stage: string) => join(root, 'cdk.out', stage);

/** Builds the functions and writes the cloud assembly of a stage. Needs no account. Answers the directory. */
export async function synth(stage: string, outdir = assemblyOf(stage), options: SynthOptions = {}): Promise<string> {
  const { file, changes, build = true, check = true } = options;
  const config = configOf(stage, { file, changes });
  const { missing } = build ? await buildAll() : functionFolders();
  if (missing.length > 0) throw new Error(`without a handler: ${missing.join(', ')}`);
  const code = (name: string) => Code.fromAsset(bundleOf(name), { exclude: ['*.map'] });
  const { app } = makeApp({ stage, config, outdir, check, code });
  return app.synth().directory;
}

/** The stage and the settings file that `cdk … -c stage=dev -c config=file.json` names. */
function askedByCdk() {
  const { node } = new App({ autoSynth: false });
  const text = z.optional(z.string());
  const stage = text.parse(node.tryGetContext('stage'));
  if (stage === undefined) throw new Mistyped('say which stage: npx cdk … -c stage=dev (-c config=FILE.json)');
  return { stage, file: text.parse(node.tryGetContext('config')) };
}

const usage = `npm run synth -- [<stage> …] [--config FILE.json] [--out DIRECTORY]

Builds the functions and the templates of these stages (dev and prod, if none is named), and checks them. Needs no account.`;

if (import.meta.main) {
  await plainly('synth', async () => {
    const { values, positionals } = parseArgs({
      options: {
        config: { type: 'string' },
        out: { type: 'string' },
        cdk: { type: 'boolean' },
        help: { type: 'boolean' },
      },
      allowPositionals: true,
    });
    if (values.help) return tellUsage(usage, true);
    if (values.cdk) {
      const { stage, file } = askedByCdk();
      await synth(stage, process.env.CDK_OUTDIR, { file });
      return 0;
    }
    const asked = positionals.length > 0 ? positionals : ['dev', 'prod'];
    // Whoever mistyped should not wait for the bundles to hear of it.
    for (const stage of asked) configOf(stage, { file: values.config });
    await buildAll();
    for (const stage of asked) {
      const begun = performance.now();
      const directory = await synth(stage, values.out, { file: values.config, build: false });
      console.log(`${stage}: ${directory} in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
    }
    return 0;
  });
}
