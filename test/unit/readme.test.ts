import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { withEventTable } from '../../infra/docs/event-table.ts';

it('has a table of events in the README that is the catalogue (node infra/docs/event-table.ts writes it)', async () => {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  expect(readme).toBe(withEventTable(readme));
  expect(readme).toContain('`pair.formed.v1`');
});
