import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { withArchitecture } from '../../infra/docs/architecture.ts';

it('draws what calls what as the template has it (node infra/docs/architecture.ts writes it)', async () => {
  const page = await readFile(new URL('../../docs/architecture.md', import.meta.url), 'utf8');
  expect(page).toBe(withArchitecture(page));
  expect(page).toContain('bus -->|"pair.formed.v1"| on-pair-formed');
  expect(page).toContain('send-letters --> ses');
});
