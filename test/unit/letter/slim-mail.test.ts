import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { slimMail } from '../../../infra/build/slim-mail.ts';
import { mime } from '../../../shared/letter/mime.ts';

const letter = {
  from: { address: 'mentoring@mail.example.com' },
  to: { name: 'Mia Öztürk', address: 'mia@example.com' },
  subject: 'Grüße',
  html: '<p>Hallo Mia</p>',
  text: 'Hallo Mia',
  listId: { name: 'Blickwechsel', id: 'coh-1.mail.example.com' },
  letterId: 'let_01J9Z',
  at: '2026-12-04T08:00:00Z',
};

it('composes the same bytes from a bundle without an http client', async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../../shared/letter/mime.ts', import.meta.url))],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    plugins: [slimMail],
  });
  const source = outputFiles[0]?.text ?? '';
  expect(source).not.toMatch(/from ["'](node:)?https?["']/);
  const slim: { mime: typeof mime } = await import(`data:text/javascript,${encodeURIComponent(source)}`);
  expect((await slim.mime(letter)).toString()).toBe((await mime(letter)).toString());
});
