import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');
/** Where the bundle of each function lies. */
export const bundleOf = (name: string) => join(root, 'dist/functions', name);
const source = (name: string) => join(root, 'functions', name, 'handler.ts');

/** The folders of `functions/`: those that have a handler, and those that do not yet. */
export function functionFolders() {
  const all = readdirSync(join(root, 'functions'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  return {
    ready: all.filter((name) => existsSync(source(name))),
    missing: all.filter((name) => !existsSync(source(name))),
  };
}
