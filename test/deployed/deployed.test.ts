import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Stage, startStage } from '../../infra/local/stage.ts';
import { synth } from '../../infra/synth.ts';
import { run } from '../support/command.ts';
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
const command = (...args: string[]) => run(stage, 'test/deployed/deployed.ts', ...args);

it('walks the road in real time, by HTTP and by what the stage mails', async () => {
  const { code, out, said } = await command(place, '--mail', place, '--stage', 'local', '--ring', 'local');
  expect(said).toBe('');
  expect(out).toContain('The road is open');
  expect(code).toBe(0);
});
