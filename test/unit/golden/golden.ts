import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const golden = new URL('../../data/golden/', import.meta.url);

/**
 * What was stored under this name. A new one is stored on the first run on somebody's own machine and committed with
 * the code; nothing is ever stored over it, because what was once published or written stays readable.
 */
export function stored(name: string, made: unknown): unknown {
  const path = fileURLToPath(new URL(name, golden));
  if (!existsSync(path)) {
    if (process.env.CI) throw new Error(`test/data/golden/${name} is missing: run this test once and commit the file`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${JSON.stringify(made, null, 2)}\n`);
  }
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** Names of the stored files of a folder, without `.json`. */
export const storedIn = (folder: string): string[] =>
  readdirSync(new URL(`${folder}/`, golden), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name.replace(/\.json$/, ''));
