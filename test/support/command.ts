import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { Stage } from '../../infra/local/stage.ts';

/** A command of `infra/ops` as somebody types it, with the stage as its AWS. */
export const command = (stage: Pick<Stage, 'endpoint'>, name: string, ...args: string[]) =>
  run(stage, `infra/ops/${name}.ts`, ...args);

/** The same of any program of this repository. */
export const run = (stage: Pick<Stage, 'endpoint'>, path: string, ...args: string[]) =>
  new Promise<{ code: number; out: string; said: string }>((resolve) => {
    const env = {
      PATH: process.env.PATH,
      AWS_ENDPOINT_URL: stage.endpoint,
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'operator',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_CONFIG_FILE: '/dev/null',
    };
    const program = join(import.meta.dirname, '../..', path);
    execFile(process.execPath, [program, ...args], { env }, (error, out, said) =>
      resolve({ code: error ? Number(error.code) : 0, out, said }),
    );
  });
