import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const web = new URL('../../shared/web/', import.meta.url);

/**
 * The one style sheet → a module in `shared/web/compiled/` with its text and the path under which `public` serves it.
 * The path names the content: browsers may keep it for ever, and pages carry the path without the text.
 */
export async function compileStyles(): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('styles.css', web))],
    bundle: true,
    minify: true,
    write: false,
    logLevel: 'error',
  });
  const css = (outputFiles[0]?.text ?? '').replaceAll(embeddedImage, 'none');
  const hash = createHash('sha256').update(css).digest('hex').slice(0, 12);
  await mkdir(new URL('compiled/', web), { recursive: true });
  await writeFile(
    new URL('compiled/stylesheet.js', web),
    `export const stylesheetPath = '/assets/styles.${hash}.css';\nexport const stylesheet = ${JSON.stringify(css)};\n`,
  );
  await writeFile(
    new URL('compiled/stylesheet.d.ts', web),
    'export declare const stylesheetPath: string;\nexport declare const stylesheet: string;\n',
  );
}

/** Pico embeds its icons; the pages' policy loads no `data:` image, so they are not sent either. */
const embeddedImage = /url\("data:[^"]*"\)|url\('data:[^']*'\)/g;

if (process.argv[1] === fileURLToPath(import.meta.url)) await compileStyles();
