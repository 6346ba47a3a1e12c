import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import * as z from 'zod/mini';

const Package = z.object({ version: z.string() });

/**
 * What every client of the SDK brings along and none of our functions needs: the reading of event streams, which is
 * loaded only when an operation answers with one (none of ours does; such a call fails aloud), and its whole
 * package.json, of which it tells AWS the version. Without them a function is 20 KB smaller. And the shapes of operations
 * that are never called: their keys are spelled by constants, which esbuild does not look through when it asks whether a
 * shape may be left out (58 KB of S3).
 */
export const slimSdk: Plugin = {
  name: 'slim-sdk',
  setup(build) {
    build.onResolve({ filter: /^@smithy\/core\/event-streams$/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, namespace: 'slim-sdk' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'slim-sdk' }, () => ({
      contents: `throw new Error('no operation that we call streams events');`,
    }));
    build.onLoad({ filter: /@aws-sdk\/client-[a-z0-9-]+\/dist-es\/schemas\/schemas_0\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const spelled = new Map(
        [...source.matchAll(/^const (_\w+) = ("[^"\n]*");$/gm)].map(([, name = '', text = '']) => [name, text]),
      );
      const contents = source.replace(/\[(_\w+)\]:/g, (key, name) => `${spelled.get(name) ?? key}:`);
      return { contents, loader: 'js' };
    });
    build.onLoad({ filter: /@aws-sdk\/client-[a-z0-9-]+\/package\.json$/ }, async ({ path }) => {
      const { version } = z.parse(Package, JSON.parse(await readFile(path, 'utf8')));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};
