import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StageConfig } from '../../infra/config.ts';
import { synth } from '../../infra/synth.ts';

/** One cloud assembly with several stages in it, as if they had been deployed to the same account after each other. */
export async function synthTogether(stages: Readonly<Record<string, Partial<StageConfig>>>): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'reverse-mentoring-together-'));
  for (const [stage, changes] of Object.entries(stages)) {
    await synth(stage, join(directory, stage), { build: false, check: false, changes });
  }
  const artifacts = Object.fromEntries(
    Object.keys(stages).map((directoryName) => [
      directoryName,
      { type: 'cdk:cloud-assembly', properties: { directoryName } },
    ]),
  );
  writeFileSync(join(directory, 'manifest.json'), JSON.stringify({ version: '36.0.0', artifacts }));
  return directory;
}
