import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { everyLetter, forms, groups } from './gallery.ts';

const folder = new URL('../../dist/letters/', import.meta.url);

/** `npm run letters`: one page that holds every letter and needs no server. Answers where it is. */
export async function writeGallery(into = folder): Promise<URL> {
  const viewer = await readFile(new URL('viewer.html', import.meta.url), 'utf8');
  // No `<` may end the script that carries the letters.
  const data = JSON.stringify({ groups, forms, letters: everyLetter() }).replaceAll('<', '\\u003c');
  const file = new URL('index.html', into);
  await mkdir(into, { recursive: true });
  await writeFile(
    file,
    viewer.replace('"LETTERS"', () => data),
  );
  return file;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = await writeGallery();
  const count = everyLetter().length;
  process.stdout.write(
    `${count} letters, ${forms.map(({ name }) => name).join(' · ')}. Open in a browser:\n\n  ${file.href}\n`,
  );
}
