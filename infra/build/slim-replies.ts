import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** Names of characters beyond Latin 1 that programs write into a reply: quotation marks, dashes, the euro. */
const typographic = ['ndash', 'mdash', 'lsquo', 'rsquo', 'sbquo', 'ldquo', 'rdquo', 'bdquo', 'hellip', 'euro', 'bull'];

/**
 * What reading a mail brings along: the names of all 2,231 characters that HTML has one for. Those of Latin 1 (the only ones
 * that HTML also takes without a semicolon) and some typographic ones are enough; others stay as they are written.
 */
export const slimReplies: Plugin = {
  name: 'slim-replies',
  setup(build) {
    build.onLoad({ filter: /postal-mime\/dist\/esm\/html-entities\.js$/ }, async ({ path }) => {
      const lines = (await readFile(path, 'utf8')).split('\n');
      const nameIn = (line: string) => /^\s*'&(\w+;?)':/.exec(line)?.[1];
      const latin = new Set(lines.flatMap((line) => nameIn(line) ?? []).filter((name) => !name.endsWith(';')));
      const kept = lines.filter((line) => {
        const name = nameIn(line)?.replace(';', '');
        return name === undefined || latin.has(name) || typographic.includes(name);
      });
      return { contents: kept.join('\n'), loader: 'js' };
    });
  },
};
