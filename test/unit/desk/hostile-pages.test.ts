import { expect, it } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { enrol } from '../../../functions/enrol/enrol.ts';
import { cohorts } from '../../../shared/cohort/cohort.ts';
import { mintWith } from '../../../shared/token/open-link.ts';
import { filled, request, triggerAt } from '../../support/browser-without-browser.ts';
import { memoryTable } from '../../support/memory-table.ts';
import { after, noon, cohortId as theirCohort, cohort as usual } from '../../support/programme.ts';
import { asked, between, visit } from '../functions/consent/asked.ts';
import { everyPage, hostileDesk, markup } from './hostile-desk.ts';
import { cohortId } from './sample.ts';
import { someone } from './someone.ts';

const isMarkup = /<img src=x|<script/;
const home = `/desk/cohorts/${cohortId}`;

const list = [
  ['Personalnummer', 'Name', 'E-Mail', 'Rolle', 'Ebene', 'Führungskraft', 'Themen', markup],
  [markup, markup, markup, markup, markup, markup, markup, markup],
  ['7', markup, 'eve@example.org', 'junior', '2', '-', markup, markup],
];

it('shows what people write as text on every page of the desk', { timeout: 60_000 }, async () => {
  const { desk, browser } = await hostileDesk();
  const sheets = ['<img src=x>', 'Zwei'].map((sheet) => ({
    sheet,
    data: list.map((row) => row.map((value) => ({ value }))),
  }));
  const file = await (await writeWorkbook(sheets)).toBuffer();
  const preview = await browser.upload(`${home}/upload`, file, `${markup}.xlsx`);
  const named = list.map((row, at) => row.map((cell) => (at === 0 ? `${cell} ${markup}` : cell)));
  const columns = await browser.upload(
    `${home}/upload`,
    named.map((row) => row.map(quoted).join(';')).join('\n'),
    markup,
  );
  const refused = await browser.upload(`${home}/upload`, `${quoted(markup)};x\n1;2`, markup);

  const pages = ['/desk', home, preview.headers?.location ?? '', columns.headers?.location ?? ''];
  const seen = (await everyPage(browser, pages)).set('what is refused', refused.body);
  await desk.close();
  expect(seen.size).toBeGreaterThan(25);
  for (const [path, body] of seen) expect(body, path).not.toMatch(isMarkup);
  const shown = [...seen].filter(([, body]) => body.includes('&lt;img src')).map(([path]) => path);
  for (const room of ['', '/people', '/pairs', '/letters', '/submissions', '/settings', '/sources', '/launch'])
    expect(shown).toContain(`${home}${room}`);
  expect(shown.some((path) => path.endsWith('/columns'))).toBe(true);
});

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

it('shows it as text on the form of a cohort, also what was typed wrongly', async () => {
  const memory = memoryTable();
  const branding = { ...usual.branding, programme: markup, signature: markup };
  const contact = { name: markup, address: 'eve@example.com' };
  memory.has(
    cohorts,
    { cohortId: theirCohort },
    {
      ...usual,
      name: markup,
      state: 'enrolling',
      domains: ['example.com'],
      topics: [markup],
      branding,
      coordinators: [contact],
      independentContacts: [contact],
    },
  );
  const opened = '2026-02-10T09:00:00.000Z';
  const path = `/enrol/${await mintWith(memory.keys, 'cohort-form', { cohort: theirCohort }, '2026-03-20T00:00:00.000Z')}`;
  const { table, keys, posts } = memory;
  const needs = { table, keys, posts, stage: 'prod', randomBytes: (length: number) => new Uint8Array(length) };
  const empty = await enrol(request('GET', path), needs, triggerAt(opened));
  const typed = { name: markup, email: markup, callName: markup, hours: markup, pleaseNot: markup, topics: [markup] };
  const again = await enrol(request('POST', path, { form: filled(empty, typed) }), needs, triggerAt(after(opened, 60)));
  expect(again.status).toBe(422);
  for (const { body } of [empty, again]) {
    expect(body).not.toMatch(isMarkup);
    expect(body).toContain('&lt;img src');
  }
});

it('shows it as text on the question about a pair', async () => {
  const person = { name: markup, self: { ...someone(1).self, callName: markup, topics: [markup] } };
  const contact = { name: markup, address: 'eve@example.com' };
  const branding = { ...usual.branding, programme: markup };
  const more = { junior: person, senior: person, cohort: { coordinators: [contact], topics: [markup], branding } };
  const { get, says } = await visit(between({ consent: { junior: asked } }, more));
  for (const { body } of [await get(noon), await says('yes')]) {
    expect(body).not.toMatch(isMarkup);
    expect(body).toContain('&lt;img src');
  }
});
