import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** What stands for a name or a figure is one sign on both sides. */
const said = new Set(
  globSync(['functions/**/*.{ts,tsx}', 'shared/{desk,submission,web}/**/*.{ts,tsx}'], { cwd: root }).flatMap((path) =>
    [...read(path).matchAll(/'((?:[^'\\\n]|\\.)*)'|`([^`]*)`/g)].map(([, plain, template]) =>
      (plain ?? template ?? '').replaceAll(/\$\{[^}]*\}/g, '#'),
    ),
  ),
);

describe.each(['docs/hr-guide.md', 'docs/hr-guide.de.md'])('%s', (guide) => {
  const text = read(guide);

  it('names what stands on the pages, word for word', () => {
    const named = [...text.matchAll(/\*\*([^*]+)\*\*/g)].map(([, bold = '']) => bold.replaceAll(/\s+/g, ' '));
    expect(named.length).toBeGreaterThan(30);
    const unknown = named
      .filter((each) => each !== 'bold' && each !== 'fett')
      .map((each) => each.replaceAll(/\d+/g, '#'));
    expect(unknown.filter((each) => !said.has(each))).toEqual([]);
  });

  it('shows pictures and files that are there', () => {
    const links = [...text.matchAll(/\]\(((?!http)[^)]+)\)/g)].map(([, to = '']) => to);
    const files = [...text.matchAll(/`([\w-]+\.xlsx)`/g)].map(([, file]) => `hr-guide/${file}`);
    expect([...links, ...files].filter((to) => !existsSync(join(root, 'docs', to)))).toEqual([]);
  });
});
