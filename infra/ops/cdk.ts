import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../build/functions.ts';
import type { StageConfig } from '../config.ts';

/** Runs the CDK command line; its messages go on to the terminal. Answers the exit code and what was said. */
export function cdk(...args: string[]): Promise<{ code: number; said: string }> {
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

/** The stack of the bootstrap that these settings use. */
export const toolkitOf = ({ bootstrapQualifier: qualifier }: Pick<StageConfig, 'bootstrapQualifier'>): string =>
  qualifier ? `CDKToolkit-${qualifier}` : 'CDKToolkit';

/**
 * Pure: how the account is prepared for these settings. CDK takes the qualifier from the command line, not from the stacks;
 * under the usual name of its stack, another qualifier would take the bucket of everybody else's away.
 */
export const bootstrapOf = (config: Pick<StageConfig, 'bootstrapQualifier'>): readonly string[] => [
  'bootstrap',
  ...(config.bootstrapQualifier
    ? ['--qualifier', config.bootstrapQualifier, '--toolkit-stack-name', toolkitOf(config)]
    : []),
];
