import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { synth } from '../../infra/synth.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Directory of the cloud assembly of the local stage, made once for the whole run. */
    assembly: string;
  }
}

/** Several projects ask for it in one run: the first makes it for all. */
export default async function setup({ vitest }: TestProject) {
  if (vitest.getRootProject().getProvidedContext().assembly !== undefined) return;
  const directory = mkdtempSync(join(tmpdir(), 'reverse-mentoring-'));
  vitest.provide('assembly', await synth('local', directory, { check: false }));
  return () => rmSync(directory, { recursive: true, force: true });
}
