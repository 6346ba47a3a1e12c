import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundleOf, functionFolders, root } from '../../infra/build/functions.ts';

/** One side of the comparison. */
export interface Stack {
  readonly name: string;
  readonly bundle: string;
}

const work = join(root, 'dist/bench');

/**
 * What starts each stack, the module that does nothing, and the typical stack with esbuild's default settings; only
 * minified, as our bundles are, so that what is in a bundle counts and not how it is written.
 */
export async function yardsticks(): Promise<{ start: string; empty: Stack; typical: Stack }> {
  mkdirSync(work, { recursive: true });
  const empty = { name: 'an empty module', bundle: join(work, 'empty.mjs') };
  writeFileSync(empty.bundle, 'export const handler = async () => {};\n');
  const typical = { name: 'the typical stack', bundle: join(work, 'typical-stack.cjs') };
  const source = (file: string) => join(import.meta.dirname, file);
  await build({
    entryPoints: [source('typical-stack.ts')],
    outfile: typical.bundle,
    bundle: true,
    minify: true,
    platform: 'node',
    logLevel: 'error',
  });
  const start = join(work, 'start.mjs');
  await build({
    entryPoints: [source('start.ts')],
    outfile: start,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  });
  return { start, empty, typical };
}

export const functionStacks = (): Stack[] =>
  functionFolders().ready.map((name) => ({ name, bundle: join(bundleOf(name), 'handler.mjs') }));

/** Bytes as deployed, without the source map. */
export const sizeOf = ({ bundle }: Stack): number => statSync(bundle).size;
