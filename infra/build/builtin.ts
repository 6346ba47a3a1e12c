import { isBuiltin } from 'node:module';
import type { Plugin } from 'esbuild';

/**
 * Node's own modules by `process.getBuiltinModule`: an ESM `import 'node:http'` also loads undici (14–23 ms of a cold
 * start), and a `require` inside a bundled CommonJS package would not work in an ES module at all.
 */
export const builtin: Plugin = {
  name: 'builtin',
  setup(build) {
    build.onResolve({ filter: /^[a-z_/:0-9]+$/ }, ({ path }) =>
      isBuiltin(path) ? { path: path.replace(/^node:/, ''), namespace: 'builtin' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`,
      loader: 'js',
    }));
  },
};
