import { expect, it } from 'vitest';
import type { HelpId } from '../../../../events/ids.ts';
import { help } from '../../../../functions/help/help.ts';
import { helps } from '../../../../shared/help/help.ts';
import { mintWith } from '../../../../shared/token/open-link.ts';
import { filled, request, triggerAt } from '../../../support/browser-without-browser.ts';
import { after, cohortId, junior, noon, programme } from '../../../support/programme.ts';

const helpId = 'help_0a1b2c3d4e5f' as HelpId;

async function visit() {
  const memory = programme();
  memory.has(
    helps,
    { helpId },
    { helpId, cohortId, personId: junior, contact: 'coordinator', about: 'call', state: 'open', askedAt: noon },
  );
  const path = `/help/${await mintWith(memory.keys, 'help', { help: helpId }, '2026-06-01T00:00:00.000Z')}`;
  const needs = { table: memory.table, keys: memory.keys, posts: memory.posts, stage: 'prod' };
  return {
    memory,
    get: (at: string) => help(request('GET', path), needs, triggerAt(at)),
    post: (at: string, form: URLSearchParams) => help(request('POST', path, { form }), needs, triggerAt(at)),
    asked: () => memory.table.get(helps, { helpId }),
  };
}

it('shows the contact who asks, and nothing of the check-in', async () => {
  const { memory, get } = await visit();
  const { body } = await get(noon);
  for (const fact of ['Jonas Weber', 'jonas.weber@example.com', 'Junior', 'Frühjahr 2026'])
    expect(body).toContain(fact);
  expect(body).not.toContain('Hoffmann');
  expect(memory.commits()).toBe(0);
});

it('is taken on, then closed', async () => {
  const { get, post, asked } = await visit();
  expect((await post(after(noon, 30), filled(await get(noon)))).status).toBe(303);
  expect(await asked()).toMatchObject({ state: 'taken', takenAt: after(noon, 30) });
  await post(after(noon, 90), filled(await get(after(noon, 60))));
  expect(await asked()).toMatchObject({ state: 'closed', closedAt: after(noon, 90) });
  expect((await get(after(noon, 120))).body).toContain('abgeschlossen');
});

it('is not taken on by a mail filter', async () => {
  const { get, post, asked } = await visit();
  const again = await post(after(noon, 1), filled(await get(noon)));
  expect(again.status).toBe(409);
  expect((await post(after(noon, 6), filled(again))).status).toBe(409);
  expect((await post(after(noon, 9), filled(await get(after(noon, 6))))).status).toBe(409);
  expect((await asked())?.state).toBe('open');
  expect((await post(after(noon, 20), filled(await get(after(noon, 12))))).status).toBe(303);
  expect((await asked())?.state).toBe('taken');
});
