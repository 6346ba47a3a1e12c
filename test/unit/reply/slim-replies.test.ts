import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { slimReplies } from '../../../infra/build/slim-replies.ts';
import { readMail } from '../../../shared/reply/mail.ts';

const folder = new URL('../../data/replies/', import.meta.url);

it('reads the same words from a bundle that does not know every character by name', async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../../shared/reply/mail.ts', import.meta.url))],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    plugins: [slimReplies],
  });
  const source = outputFiles[0]?.text ?? '';
  expect(source).not.toContain('CounterClockwiseContourIntegral');
  const slim: { readMail: typeof readMail } = await import(`data:text/javascript,${encodeURIComponent(source)}`);
  const html =
    'Content-Type: text/html\r\n\r\n<p>Ja, am 3. M&auml;rz &ndash; &bdquo;sch&ouml;n&ldquo;&nbsp;&amp; 45&#160;Minuten</p>';
  const raws = [Buffer.from(html), ...readdirSync(folder).map((file) => readFileSync(new URL(file, folder)))];
  for (const raw of raws) expect((await slim.readMail(raw))?.text).toBe((await readMail(raw))?.text);
});
