import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import * as z from 'zod';
import type { Stage } from '../../infra/local/stage.ts';

const Use = z.object({
  /** The role's logical id. */
  by: z.string(),
  action: z.string(),
  resource: z.string(),
  /** The family of the partition, as a policy names it: `cohort#`, `stage`. Empty where there is none. */
  partition: z.string(),
});
export type Use = z.infer<typeof Use>;
const Kept = z.object({ files: z.array(z.string()), uses: z.array(Use) });

/** What the roles did in all tests of this process so far, and in which files. */
const uses = new Map<string, Use>();
const files = new Set<string>();
let stored = 0;

/** Beside the assembly, so that it lives as long as the run. */
const directory = () => join(inject('assembly'), 'used-permissions');

/** Takes up what the roles of a stage have done since its last reset. */
export function rememberUses(stage: Pick<Stage, 'usedPermissions'>): void {
  for (const { by, action, resource, leadingKeys } of stage.usedPermissions()) {
    for (const key of leadingKeys.length > 0 ? leadingKeys : ['']) {
      const partition = key.includes('#') && !key.startsWith('token#') ? `${key.split('#')[0]}#` : key;
      const use = { by, action, resource, partition };
      uses.set(Object.values(use).join(' '), use);
    }
  }
}

/** Writes down what was taken up; for a file of tests, when it is through. */
export function storeUses(file: string): void {
  const known = files.has(file) && stored === uses.size;
  files.add(file);
  if (known) return;
  stored = uses.size;
  mkdirSync(directory(), { recursive: true });
  writeFileSync(
    join(directory(), `${process.pid}.json`),
    JSON.stringify({ files: [...files], uses: [...uses.values()] }),
  );
}

/** What all processes of this run have written down. */
export function storedUses(): z.infer<typeof Kept> {
  mkdirSync(directory(), { recursive: true });
  const all = readdirSync(directory()).map((name) =>
    Kept.parse(JSON.parse(readFileSync(join(directory(), name), 'utf8'))),
  );
  return { files: all.flatMap((each) => each.files), uses: all.flatMap((each) => each.uses) };
}
