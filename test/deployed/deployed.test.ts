import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Stage, startStage } from '../../infra/local/stage.ts';
import { synth } from '../../infra/synth.ts';
import { freePort } from '../support/free-port.ts';

const directory = mkdtempSync(join(tmpdir(), 'reverse-mentoring-deployed-'));
const port = await freePort();
const place = `http://localhost:${port}`;
let stage: Stage;
beforeAll(async () => {
  const assembly = await synth('local', directory, { build: false, check: false, changes: { web: { origin: place } } });
  stage = await startStage({ assembly, mode: 'real-time', port });
});
afterAll(async () => {
  await stage?.close();
  rmSync(directory, { recursive: true, force: true });
});

/** `npm run test:deployed` as somebody types it. */
const command = (...args: string[]) =>
  new Promise<{ code: number; out: string; said: string }>((resolve) => {
    const env = {
      PATH: process.env.PATH,
      AWS_ENDPOINT_URL: stage.endpoint,
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'operator',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_CONFIG_FILE: '/dev/null',
    };
    const program = join(import.meta.dirname, 'deployed.ts');
    execFile(process.execPath, [program, ...args], { env }, (error, out, said) =>
      resolve({ code: error ? Number(error.code) : 0, out, said }),
    );
  });

it('walks the road in real time, by HTTP and by what the stage mails', async () => {
  const { code, out, said } = await command(place, '--mail', place, '--stage', 'local', '--ring', 'local');
  expect(said).toBe('');
  expect(out).toContain('The road is open');
  expect(code).toBe(0);
});
