import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { builtin } from './builtin.ts';
import { functionFolders, root } from './functions.ts';
import { slimCalendar } from './slim-calendar.ts';
import { slimMail } from './slim-mail.ts';
import { slimReplies } from './slim-replies.ts';
import { slimSdk } from './slim-sdk.ts';

/**
 * How a function becomes one ES module. What is not called is left out and the rest made small: every kilobyte is
 * parsed at every cold start. The map that turns a stack trace back into our lines stays in `dist/`.
 */
export const bundling = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  outExtension: { '.js': '.mjs' },
  minify: true,
  sourcemap: 'external',
  sourcesContent: false,
  legalComments: 'none',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  loader: { '.css': 'text', '.svg': 'text' },
  alias: { '@aws-sdk/credential-provider-node': join(import.meta.dirname, 'credentials.ts') },
  plugins: [builtin, slimCalendar, slimMail, slimReplies, slimSdk],
  logLevel: 'error',
} satisfies BuildOptions;

/** Bundles every function that has a handler into `dist/functions/<name>/handler.mjs`; answers those that have none. */
export async function bundleFunctions(): Promise<{ built: string[]; missing: string[] }> {
  const { ready, missing } = functionFolders();
  if (ready.length > 0) {
    await build({
      ...bundling,
      entryPoints: ready.map((name) => ({
        in: join(root, 'functions', name, 'handler.ts'),
        out: join(name, 'handler'),
      })),
      outdir: join(root, 'dist/functions'),
    });
  }
  return { built: ready, missing };
}
