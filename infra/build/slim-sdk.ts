import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import * as z from 'zod/mini';

const Package = z.object({ version: z.string() });

/**
 * What every client of the SDK brings along and none of our functions needs: the reading of event streams, which is
 * loaded only when an operation answers with one (none of ours does; such a call fails aloud), and its whole
 * package.json, of which it tells AWS the version. Without them a function is 20 KB smaller.
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
    build.onLoad({ filter: /@aws-sdk\/client-[a-z0-9-]+\/package\.json$/ }, async ({ path }) => {
      const { version } = z.parse(Package, JSON.parse(await readFile(path, 'utf8')));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};
