import { readFile, writeFile } from 'node:fs/promises';
import { catalogue } from '../../events/catalogue.ts';

const between = /(<!-- events -->\n)[\s\S]*?(<!-- \/events -->)/;

/** The README with the table of events as the catalogue has it now. */
export function withEventTable(readme: string): string {
  const rows = catalogue.map(({ detailType, about }) => `| \`${detailType}\` | ${about} |\n`);
  const table = ['| event | who says it, who hears it |\n', '| --- | --- |\n', ...rows].join('');
  return readme.replace(between, (_, begin: string, end: string) => `${begin}${table}${end}`);
}

if (import.meta.main) {
  const file = new URL('../../README.md', import.meta.url);
  await writeFile(file, withEventTable(await readFile(file, 'utf8')));
}
