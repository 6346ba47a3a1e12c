import { parseArgs } from 'node:util';
import { plainly, tellUsage } from '../plainly.ts';
import { bundleFunctions } from './bundle.ts';
import { compileLetters } from './compile-letters.ts';
import { compileStyles } from './compile-styles.ts';

const usage = `npm run build

Bundles every function into dist/, with the letters and the style sheet as code. Needs no account.`;

/** Everything that a function needs to run: the letters and the style sheet as code, and one bundle each. */
export async function buildAll(): Promise<{ built: string[]; missing: string[] }> {
  await Promise.all([compileLetters(), compileStyles()]);
  return bundleFunctions();
}

if (import.meta.main) {
  await plainly('build', async () => {
    const { values } = parseArgs({ options: { help: { type: 'boolean' } } });
    if (values.help) return tellUsage(usage, true);
    const begun = performance.now();
    const { built, missing } = await buildAll();
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    console.log(`built ${built.length} functions in ${seconds} s`);
    if (missing.length > 0) console.log(`without a handler: ${missing.join(', ')}`);
    return 0;
  });
}
