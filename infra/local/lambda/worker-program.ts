import { join } from 'node:path';
import { buildSync } from 'esbuild';

let program: string | undefined;

/**
 * `worker.ts` and what it imports, as one script in JavaScript. A thread that starts with TypeScript loads the compiler
 * of it, which takes twice as long as all the rest of its start; a stage starts one thread for each function.
 */
export function workerProgram(): string {
  program ??= bundled();
  return program;
}

function bundled(): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(import.meta.dirname, 'worker.ts')],
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    write: false,
    logLevel: 'error',
  });
  return outputFiles.map(({ text }) => text).join('\n');
}
