import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import Handlebars from 'handlebars';
import mjml2html from 'mjml';

const letters = new URL('../../shared/letter/', import.meta.url);

/** The only helpers of the layout: what it does not know at build time cannot be missing at run time. */
const knownHelpers = { if: true, each: true };

/**
 * MJML → HTML → a Handlebars function in `shared/letter/compiled/`, so that neither compiler is in a bundle.
 * `strict` makes a letter with a missing variable an error instead of a gap.
 */
export async function compileLetters(): Promise<void> {
  const source = await readFile(new URL('layouts/letter.mjml', letters), 'utf8');
  // No web fonts: a letter fetches nothing, so nobody learns that it was opened.
  const { html, errors } = await mjml2html(source, { validationLevel: 'strict', fonts: {} });
  if (errors.length > 0) throw new Error(errors.map(({ formattedMessage }) => formattedMessage).join('\n'));
  const template = Handlebars.precompile(lines(branded(html)), { strict: true, knownHelpers, knownHelpersOnly: true });
  await mkdir(new URL('compiled/', letters), { recursive: true });
  await writeFile(
    new URL('compiled/letter.js', letters),
    `import Handlebars from 'handlebars/runtime.js';\nexport const letter = Handlebars.template(${template});\n`,
  );
  await writeFile(
    new URL('compiled/letter.d.ts', letters),
    `import type { View } from '../render/view.ts';\nexport declare const letter: (view: View) => string;\n`,
  );
}

/** MJML wants a colour where the cohort's accent goes: the layout gives it this one, which becomes a variable. */
const accent = '#accede';

function branded(html: string): string {
  return html.replaceAll(accent, '{{@root.accent}}');
}

/** Markup that nobody needs is not sent: it counts towards the size at which mail programs cut a letter off. */
function lines(html: string): string {
  return html
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await compileLetters();
